import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Group } from '../../lib/evals/report.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { VerdictIcon } from './standing.tsx';

/** The pairs that say most come first; the rest is for those who ask. */
const folded = 6;

interface VerdictsProps {
  id: string;
  group: Pick<Group, 'verdicts' | 'notCompared'>;
  onClose: () => void;
}

/** What is said of the pairs of a group, and that it is a hint. Takes the focus; Esc closes. */
export function Verdicts({ id, group: { verdicts, notCompared = 0 }, onClose }: VerdictsProps) {
  const say = useSay();
  const steps = useSteps(folded);
  const box = useRef<HTMLElement>(null);
  const shown = verdicts.slice(0, steps.shown);
  const more = verdicts.length - shown.length;
  useLayoutEffect(() => box.current?.focus(), []);
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
        {shown.map((verdict) => (
          <li key={`${verdict.a}|${verdict.b}|${verdict.code}`}>
            <VerdictIcon verdict={verdict} />
            <Foreign text={say(verdict.message)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button className="cc-fold" onClick={steps.more}>
          {say('panelMorePairs', more)}
          <Icon name="chevron" size={12} />
        </Button>
      )}
      {notCompared > 0 && <p className="cc-meta">{say('panelNotCompared', notCompared)}</p>}
      <p className="cc-meta">{say('panelHint')}</p>
    </section>
  );
}
