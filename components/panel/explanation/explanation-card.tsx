import type { Cause, Explanation } from '../../../lib/evals/explanation.ts';
import type { Group, PullRequest, Verdict } from '../../../lib/evals/report.ts';
import { causeWords, isNoise } from '../../../lib/evals/view/explanation.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/link.tsx';
import { useSay } from '../../ui/say.tsx';
import { Foreign } from '../../ui/text.tsx';
import { DotStrip } from './dot-strip.tsx';
import { Noise } from './noise.tsx';
import { Place } from './place.tsx';
import { Side } from './sides.tsx';
import { useExplanation } from './use-explanation.ts';

interface ExplanationCardProps {
  verdict: Verdict;
  group: Group;
  pullRequests: readonly PullRequest[];
  /** Puts the verdict away; absent for one that finds nothing to put away. */
  onHide?: () => void;
}

/** Everything behind one verdict: the two scores side by side, the causes ranked, chance in figures, all values. */
export function ExplanationCard({ verdict, group, pullRequests, onHide }: ExplanationCardProps) {
  const say = useSay();
  const explained = useExplanation(verdict, group);
  const { a, b } = verdict;
  const explanation = typeof explained === 'object' ? explained : undefined;
  const proofs = explanation?.causes.flatMap((cause) => cause.proofs) ?? [];
  const sides = [...new Set([a, b])].flatMap((id) => group.scores.find((score) => score.id === id) ?? []);
  return (
    <div className="cc-card" aria-busy={explained === 'asking'}>
      <ul className="cc-sides">
        {sides.map((score) => (
          <Side
            key={score.id}
            score={score}
            shape={score.id === a ? 'first' : 'second'}
            proofs={proofs.filter((proof) => proof.score === score.id)}
            pullRequests={pullRequests}
          />
        ))}
      </ul>
      {explained === 'none' && <p className="cc-meta">{say('explainNone')}</p>}
      {explanation && <Causes verdict={verdict} explanation={explanation} />}
      {explanation && <DotStrip explanation={explanation} />}
      {explanation && <Context {...{ explanation, group, pullRequests }} />}
      <p className="cc-card-foot">
        <span className="cc-meta">{say('panelHint')}</span>
        {onHide && <Button onClick={onHide}>{say(a === b ? 'explainHideOne' : 'explainHide')}</Button>}
      </p>
    </div>
  );
}

function Causes({ verdict, explanation: { causes, noise } }: { verdict: Verdict; explanation: Explanation }) {
  if (causes.length === 0) return null;
  return (
    <ol className="cc-causes">
      {causes.map((cause, index) => (
        <li key={`${cause.code} ${cause.message.key}`}>
          {isNoise(cause) && noise ? (
            <Noise noise={noise} />
          ) : (
            <CauseText cause={cause} leads={index === 0 && cause.code === verdict.code} />
          )}
        </li>
      ))}
    </ol>
  );
}

function CauseText({ cause, leads }: { cause: Cause; leads: boolean }) {
  const say = useSay();
  const { title, difference, sentence, reason } = causeWords(cause, leads);
  return (
    <>
      <b>
        {say(title)}
        {difference && (
          <>
            {' · '}
            <Foreign text={say({ ...difference })} />
          </>
        )}
      </b>
      {sentence && (
        <p>
          <Foreign text={say(sentence)} />
        </p>
      )}
      {reason && <p>{say(reason)}</p>}
    </>
  );
}

/** Who else says one of the two numbers, and what is known of the benchmark itself. */
function Context(props: { explanation: Explanation; group: Group; pullRequests: readonly PullRequest[] }) {
  const say = useSay();
  const { explanation, group, pullRequests } = props;
  const copies = group.scores.filter(({ id }) => explanation.copies.includes(id));
  return (
    <>
      {copies.length === 0 ? (
        <p className="cc-meta">{say('explainElsewhereNone')}</p>
      ) : (
        <div className="cc-copies">
          <p className="cc-meta">{say('explainElsewhere')}</p>
          <ul>
            {copies.slice(0, 8).map((score) => (
              <li key={score.id}>
                <span className="cc-mono">
                  <Foreign text={score.valueText} most={60} />
                </span>{' '}
                <Place score={score} pullRequests={pullRequests} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {explanation.caveats.map(({ message, source, date }) => (
        <p key={message.key} className="cc-meta">
          {say('explainCaveat')} {say(message)} <SourceLink url={source} /> · {date}
        </p>
      ))}
    </>
  );
}
