import type { DraftGround } from '../../lib/draft/ground.ts';
import type { Problem, ProblemLevel, ProblemLink } from '../../lib/draft/problem.ts';
import { fileUrl, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import { useComposer } from './composer-context.tsx';

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
  const { editable, accepted, onAccept, onOffer } = useComposer();
  const { icon, mark } = icons[problem.level];
  const isAccepted = accepted.includes(problem.id);
  return (
    <li className={`cc-problem cc-problem-${problem.level}`} data-accepted={isAccepted || undefined}>
      <span className={`cc-mark ${mark}`}>
        <Icon name={icon} />
      </span>
      <div>
        <span className="cc-hidden">{say(words[problem.level])} </span>
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
  const { ground } = useComposer();
  const places = new Map(
    (problem.links ?? []).map((link) => placeOf(link, ground)).map((place) => [place?.url, place]),
  );
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

interface Place {
  url: string;
  text: string;
  outside?: true;
}

/** The nearest place to a link: a pull request by its number, else the file's line on main. */
function placeOf(link: ProblemLink, ground: DraftGround | undefined): Place | undefined {
  if (link.kind === 'url') return { url: link.url, text: link.url, outside: true };
  if (!ground) return undefined;
  const { repo, report } = ground;
  if (link.kind === 'pull-request') return { url: pullRequestUrl(repo, link.number), text: `#${link.number}` };
  const scores = report.groups.flatMap(({ scores }) => scores);
  const origins = link.kind === 'file' ? [link] : (scores.find(({ id }) => id === link.id)?.origins ?? []);
  const [origin] = origins;
  if (!origin) return undefined;
  if (origin.pullRequest !== undefined)
    return { url: pullRequestUrl(repo, origin.pullRequest), text: `#${origin.pullRequest}` };
  const url = fileUrl(repo, origin, undefined);
  return url ? { url, text: `${origin.path}${origin.line === undefined ? '' : `:${origin.line}`}` } : undefined;
}
