import type { PullRequest } from '../../lib/evals/report.ts';
import type { Score } from '../../lib/evals/score.ts';
import { type Badge, type BadgeKind, badgesOf } from '../../lib/evals/view/badges.ts';
import { pullRequestOf, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { formatAge } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { usePanel } from './panel-context.tsx';

/** The badges that say who; board and source have a place of their own in the row and its group. */
const who: readonly BadgeKind[] = ['verified', 'author', 'community', 'card', 'token'];

/** Who says so: badge words, each open pull request with its number, author and age. One line, never wrapped. */
export function ReportedBy({ score, pullRequests }: { score: Score; pullRequests: readonly PullRequest[] }) {
  const badges = badgesOf(score).filter(({ kind }) => who.includes(kind));
  return (
    <span className="cc-who">
      {badges.map((badge) => (
        <WhoBadge
          key={`${badge.kind}${badge.pullRequest ?? ''}`}
          badge={badge}
          pullRequest={pullRequestOf(pullRequests, badge.pullRequest)}
        />
      ))}
    </span>
  );
}

function WhoBadge({ badge, pullRequest }: { badge: Badge; pullRequest: PullRequest | undefined }) {
  const say = useSay();
  const { repo, now } = usePanel();
  const word = say(badge.message);
  if (badge.pullRequest === undefined) {
    return (
      <span className={`cc-badge ${badge.kind === 'verified' ? 'cc-agree' : ''}`}>
        {badge.kind === 'verified' && <Icon name="agree" size={12} />}
        {word}
      </span>
    );
  }
  const opened = pullRequest?.createdAt ? Date.parse(pullRequest.createdAt) : Number.NaN;
  const title = pullRequest?.title && visibleText(pullRequest.title);
  return (
    <span className="cc-badge">
      <HubLink url={pullRequestUrl(repo, badge.pullRequest)} title={title} label={title && `${word}: ${title}`} roving>
        {word}
      </HubLink>
      <span className="cc-meta">
        {!Number.isNaN(opened) && ` · ${formatAge(say.locale, opened, now, 'narrow')}`}
        {pullRequest?.author && (
          <>
            {' · '}
            <Foreign text={pullRequest.author} />
          </>
        )}
      </span>
    </span>
  );
}
