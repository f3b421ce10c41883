import type { PullRequest } from '../../../lib/evals/report.ts';
import type { Score } from '../../../lib/evals/score.ts';
import { fileUrl, pullRequestOf, pullRequestUrl } from '../../../lib/evals/view/links.ts';
import { HubLink } from '../../ui/link.tsx';
import { useSay } from '../../ui/say.tsx';
import { Foreign } from '../../ui/text.tsx';
import { usePanel } from '../panel-context.tsx';

/** Where a score stands: the pull request or main, and the line of the file at the commit that was read. */
export function Place({ score, pullRequests }: { score: Score; pullRequests: readonly PullRequest[] }) {
  const say = useSay();
  const { repo, mainSha } = usePanel();
  const [origin] = score.origins;
  if (!origin) return null;
  const { pullRequest, path, line } = origin;
  const url = fileUrl(
    repo,
    origin,
    pullRequest === undefined ? mainSha : pullRequestOf(pullRequests, pullRequest)?.head,
  );
  const file = path?.split('/').at(-1) ?? '';
  return (
    <span className="cc-place">
      {pullRequest === undefined ? (
        say('panelFactOnMain')
      ) : (
        <HubLink url={pullRequestUrl(repo, pullRequest)}>{say('badgeCommunity', `#${pullRequest}`)}</HubLink>
      )}
      {url && (
        <>
          <span className="cc-place-dot"> · </span>
          <HubLink url={url} className="cc-mono" title={path}>
            <Foreign text={line === undefined ? file : `${file}:${line}`} most={100} />
          </HubLink>
        </>
      )}
    </span>
  );
}
