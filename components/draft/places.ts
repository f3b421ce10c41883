import type { DraftGround } from '../../lib/draft/ground.ts';
import type { ProblemLink } from '../../lib/draft/problem.ts';
import { fileUrl, pullRequestUrl } from '../../lib/evals/view/links.ts';

/** Where a problem's evidence stands, as a link and its words. */
export interface Place {
  url: string;
  text: string;
  outside?: true;
}

/** A pull request of a repository, `repo` as it stands in the Hub's addresses; or an address as it is. */
export function simplePlace(link: ProblemLink, repo: string): Place | undefined {
  if (link.kind === 'url') return { url: link.url, text: link.url, outside: true };
  return link.kind === 'pull-request' ? { url: pullRequestUrl(repo, link.number), text: `#${link.number}` } : undefined;
}

/** The nearest place to a link of a draft of scores: a pull request by its number, else the file's line on main. */
export function placeOnGround(link: ProblemLink, ground: DraftGround | undefined): Place | undefined {
  if (link.kind === 'url' || !ground) return link.kind === 'url' ? simplePlace(link, '') : undefined;
  const { repo, report } = ground;
  if (link.kind === 'pull-request') return simplePlace(link, repo);
  const scores = report.groups.flatMap(({ scores }) => scores);
  const origins = link.kind === 'file' ? [link] : (scores.find(({ id }) => id === link.id)?.origins ?? []);
  const [origin] = origins;
  if (!origin) return undefined;
  if (origin.pullRequest !== undefined)
    return { url: pullRequestUrl(repo, origin.pullRequest), text: `#${origin.pullRequest}` };
  const url = fileUrl(repo, origin, undefined);
  return url ? { url, text: `${origin.path}${origin.line === undefined ? '' : `:${origin.line}`}` } : undefined;
}
