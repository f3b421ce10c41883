import type { Problem, ProblemLevel } from '../../lib/draft/problem.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import { useProblems } from './composer-context.tsx';

const icons: Record<ProblemLevel, { icon: IconName; mark: string }> = {
  error: { icon: 'unreadable', mark: 'cc-unreadable' },
  warning: { icon: 'differs', mark: 'cc-differs' },
  notice: { icon: 'info', mark: '' },
};

const words = {
  error: 'composerLevelError',
  warning: 'composerLevelWarning',
  notice: 'composerLevelNotice',
} as const;

/** Problems below the field that they speak of, each with its evidence, its offer, and the box that accepts it. */
export function ProblemLines({ id, problems }: { id: string; problems: readonly Problem[] }) {
  return (
    <ul id={id} className="cc-problems">
      {problems.map((problem) => (
        <ProblemLine key={problem.id} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const say = useSay();
  const { editable, accepted, onAccept, onOffer } = useProblems();
  const { icon, mark } = icons[problem.level];
  const isAccepted = accepted.includes(problem.id);
  return (
    <li
      className={`cc-problem cc-problem-${problem.level}`}
      data-problem={problem.id}
      data-accepted={isAccepted || undefined}
    >
      <span className={`cc-mark ${mark}`}>
        <Icon name={icon} />
      </span>
      <div>
        <span className="cc-hidden">{say(words[problem.level])} </span>
        {problem.line !== undefined && <>{say('boardSpecLine', `${problem.line}`)}: </>}
        <Foreign text={say(problem.message)} /> <ProblemPlaces problem={problem} />
        {editable && problem.offer && (
          <Button onClick={() => onOffer(problem)}>
            <Foreign text={say(problem.offer.message)} most={ROW_TEXT} />
          </Button>
        )}
        {problem.level === 'warning' && (
          <label className="cc-accept">
            <input
              type="checkbox"
              checked={isAccepted}
              disabled={!editable}
              onChange={(event) => onAccept(problem, event.currentTarget.checked)}
            />
            {say('composerAccept')}
          </label>
        )}
      </div>
    </li>
  );
}

/** Where a problem's evidence stands, each place once, as links into the Hub. */
function ProblemPlaces({ problem }: { problem: Problem }) {
  const { placeOf } = useProblems();
  const places = new Map((problem.links ?? []).map((link) => placeOf(link)).map((place) => [place?.url, place]));
  return [...places.values()].map(
    (place) =>
      place && (
        <span key={place.url} className="cc-place">
          {place.outside ? (
            <SourceLink url={place.url} />
          ) : (
            <HubLink url={place.url}>
              <Foreign text={place.text} most={ROW_TEXT} />
            </HubLink>
          )}{' '}
        </span>
      ),
  );
}
