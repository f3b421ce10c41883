import type { RepoRef } from '../evals/repo-ref.ts';
import type { Discussion } from './discussions.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError, isNoEntry } from './hub-error.ts';
import { lastCommits, listOwnPullRequests, readStanding } from './own-pull-requests.ts';

/** Where a mark may stand. */
export interface MarkPlace extends RepoRef {
  /** The account that would have opened it. */
  author: string;
  /** Any of these marks. */
  keys: readonly string[];
  /** Only the commits of this pull request, when it was to be added to. */
  pullRequest?: number | undefined;
  /** It was made empty at first: the mark in its text alone does not say that its commit came. */
  asDraft: boolean | 'unknown';
}

/** A pull request with the mark; `whole` is false for an open draft whose commit did not come. */
export interface Marked {
  pullRequest: number;
  status: Discussion['status'];
  whole: boolean;
}

/** The mark stands in one of the youngest: it is looked for soon after it was made. */
const mostLooked = 20;

/**
 * Looks for a mark: in the text and the commit messages of the account's own pull requests of every status, the
 * youngest first. Rejects when it could not look everywhere, so that undefined means that it is not there.
 */
export async function findMark(hub: Hub, place: MarkPlace, signal: AbortSignal): Promise<Marked | undefined> {
  const { author, pullRequest, asDraft } = place;
  const options: GetOptions = { signal };
  if (pullRequest !== undefined) {
    if (!(await inCommits(hub, place, pullRequest, options))) return undefined;
    const { status } = await readStanding(hub, place, pullRequest, options);
    return { pullRequest, status, whole: true };
  }
  const own = await listOwnPullRequests(hub, place, author, options);
  for (const { num } of own.slice(0, mostLooked)) {
    const { status, text } = await readStanding(hub, place, num, options);
    const isNamed = holds(text, place);
    // A draft, or one that was closed, may be an empty one where it is not known how it was made.
    const mayBeEmpty = asDraft === 'unknown' ? status === 'draft' || status === 'closed' : asDraft;
    const whole = (isNamed && !mayBeEmpty) || (await inCommits(hub, place, num, options));
    // An empty one that is closed already will not be filled any more.
    if (whole || (isNamed && (status === 'draft' || status === 'open'))) return { pullRequest: num, status, whole };
  }
  return undefined;
}

const holds = (text: string | undefined, { keys }: MarkPlace) => keys.some((key) => text?.includes(key));

/** Whether a commit of a pull request's ref has the mark; a ref that was deleted after closing has none. */
async function inCommits(hub: Hub, place: MarkPlace, num: number, options: GetOptions): Promise<boolean> {
  const commits = await lastCommits(hub, place, num, options).catch((error: unknown) => {
    if (isNoEntry(error) || (error instanceof HubError && error.reason === 'revision-missing')) return [];
    throw error;
  });
  return commits.some(({ text }) => holds(text, place));
}
