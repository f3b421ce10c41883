import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Group, PullRequest, Verdict } from '../../lib/evals/report.ts';
import { leadingVerdict, questionOf } from '../../lib/evals/view/explanation.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { ExplanationCard } from './explanation/explanation-card.tsx';
import { usePanel } from './panel-context.tsx';
import { VerdictIcon } from './standing.tsx';

/** The pairs that say most come first; the rest is for those who ask. */
const folded = 6;

interface VerdictsProps {
  id: string;
  group: Group;
  pullRequests: readonly PullRequest[];
  /** The score that the reader asked for; what is said of it comes first. */
  about?: string | undefined;
  onClose: () => void;
}

const keyOf = ({ a, b, code }: Verdict) => `${a}|${b}|${code}`;

/**
 * What is said of the pairs of a group, each with what is behind it; the one that the group's line quotes is open. Takes
 * the focus; Esc closes.
 */
export function Verdicts({ id, group, pullRequests, about, onClose }: VerdictsProps) {
  const say = useSay();
  const { dismiss } = usePanel();
  const steps = useSteps(folded);
  const box = useRef<HTMLElement>(null);
  const open = group.verdicts.filter(({ dismissed }) => !dismissed);
  const quoted = leadingVerdict(group);
  const isAbout = ({ a, b }: Verdict) => a === about || b === about;
  const lead = (quoted && isAbout(quoted) ? quoted : open.find(isAbout)) ?? quoted ?? open[0];
  const ordered = lead ? [lead, ...open.filter((verdict) => verdict !== lead)] : open;
  const shown = ordered.slice(0, steps.shown);
  const more = ordered.length - shown.length;
  const { notCompared = 0 } = group;
  const takeFocus = () => box.current?.focus();
  useLayoutEffect(takeFocus, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      ref={box}
      id={id}
      className="cc-verdicts"
      tabIndex={-1}
      aria-label={say('panelWhy')}
      onKeyDown={closeOnEscape}
    >
      <ul>
        {shown.map((verdict, index) => (
          <PairItem
            key={keyOf(verdict)}
            {...{ verdict, group, pullRequests }}
            startsOpen={index === 0}
            quoted={verdict === quoted}
            onHide={() => {
              takeFocus();
              dismiss([verdict]);
            }}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button className="cc-fold" onClick={steps.more}>
          {say('panelMorePairs', more)}
          <Icon name="chevron" size={12} />
        </Button>
      )}
      {notCompared > 0 && <p className="cc-meta">{say('panelNotCompared', notCompared)}</p>}
      <Hidden verdicts={group.verdicts.filter(({ dismissed }) => dismissed)} onRestored={takeFocus} />
    </section>
  );
}

interface PairItemProps {
  verdict: Verdict;
  group: Group;
  pullRequests: readonly PullRequest[];
  startsOpen: boolean;
  /** Its sentence stands just above, as the group's line. */
  quoted: boolean;
  onHide: () => void;
}

function PairItem({ verdict, group, pullRequests, startsOpen, quoted, onHide }: PairItemProps) {
  const say = useSay();
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        className="cc-pair"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <VerdictIcon verdict={verdict} />
        <Foreign text={say(quoted ? questionOf(verdict, group.scores) : verdict.message)} />
        <Icon name="chevron" size={12} />
      </button>
      {open && (
        <div id={id}>
          <ExplanationCard {...{ verdict, group, pullRequests }} {...(verdict.severity !== 'none' && { onHide })} />
        </div>
      )}
    </li>
  );
}

/** The verdicts that the reader has put away: counted, and to be had back. */
function Hidden({ verdicts, onRestored }: { verdicts: readonly Verdict[]; onRestored: () => void }) {
  const say = useSay();
  const { restore } = usePanel();
  const [open, setOpen] = useState(false);
  if (verdicts.length === 0) return null;
  return (
    <div className="cc-hidden-pairs">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? 'explainHideAgain' : 'explainShowHidden', verdicts.length)}
        <Icon name="chevron" size={12} />
      </Button>
      {open && (
        <ul>
          {verdicts.map((verdict) => (
            <li key={keyOf(verdict)}>
              <Foreign text={say(verdict.message)} />{' '}
              <Button
                onClick={() => {
                  onRestored();
                  restore([verdict]);
                }}
              >
                {say('explainRestore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
