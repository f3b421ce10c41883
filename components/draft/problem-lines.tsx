import type { Problem, ProblemLevel, ProblemLink } from '../../lib/draft/problem.ts';
import type { Report } from '../../lib/evals/report.ts';
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
        <Foreign text={say(problem.message)} />{' '}
        {problem.links?.map((link) => (
          <ProblemEvidence key={JSON.stringify(link)} link={link} />
        ))}
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

/** Where a problem's evidence stands, as a link into the Hub. */
function ProblemEvidence({ link }: { link: ProblemLink }) {
  const { ground } = useComposer();
  const place = ground && placeOf(link, ground.report);
  if (link.kind === 'url') return <SourceLink url={link.url} />;
  if (!ground || !place) return null;
  if (place.path === undefined) {
    return <HubLink url={pullRequestUrl(ground.repo, place.pullRequest ?? 0)}>#{place.pullRequest} </HubLink>;
  }
  const url = fileUrl(ground.repo, place, undefined);
  const number = place.pullRequest === undefined ? '' : `#${place.pullRequest} `;
  return url ? (
    <HubLink url={url} className="cc-mono">
      <Foreign text={`${number}${place.path}${place.line === undefined ? '' : `:${place.line}`} `} most={ROW_TEXT} />
    </HubLink>
  ) : null;
}

function placeOf(
  link: ProblemLink,
  report: Report,
): { path?: string; pullRequest?: number; line?: number } | undefined {
  if (link.kind === 'pull-request') return { pullRequest: link.number };
  if (link.kind === 'file') return link;
  if (link.kind === 'url') return undefined;
  const score = report.groups.flatMap(({ scores }) => scores).find(({ id }) => id === link.id);
  return score?.origins.find(({ path, pullRequest }) => path !== undefined || pullRequest !== undefined);
}
