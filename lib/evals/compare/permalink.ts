import type { Report } from '../report.ts';
import type { Score } from '../score.ts';
import { fileUrl, pullRequestOf } from '../view/links.ts';

/** A link to where a score stands; `pinned` when it names the commit that was read, so that it stays true. */
export interface Permalink {
  url: string;
  pinned: boolean;
}

/** The first place of a score that can be linked: its file at the commit, as far as the commit is known. */
export function permalinkOf(score: Score, { repo, facts, pullRequests }: Report): Permalink | undefined {
  for (const origin of score.origins) {
    const { pullRequest } = origin;
    const commit = pullRequest === undefined ? facts?.sha : pullRequestOf(pullRequests, pullRequest)?.head;
    const url = fileUrl(repo, origin, commit);
    if (url) return { url, pinned: commit !== undefined };
  }
  return undefined;
}
