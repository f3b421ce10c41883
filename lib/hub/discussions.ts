import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { discussionsPath } from './urls.ts';

/** What list and details say alike. */
export interface Discussion {
  num: number;
  title?: string;
  /** Missing for deleted users. */
  author?: string;
  /** ISO time. */
  createdAt?: string;
  status: 'draft' | 'open' | 'closed' | 'merged' | 'unknown';
  isPullRequest: boolean;
}

const text = z.catch(z.optional(z.string()), undefined);

/** The fields that {@link Discussion} is made of; only the number must be there. */
export const discussionFields = {
  num: z.int().check(z.positive()),
  title: text,
  author: z.catch(z.nullish(z.object({ name: z.string() })), undefined),
  createdAt: text,
  status: z.catch(z.enum(['draft', 'open', 'closed', 'merged', 'unknown']), 'unknown'),
  isPullRequest: z.catch(z.boolean(), true),
};

const item = z.object(discussionFields);

/** The fields as the rest of the house knows them. */
export function toDiscussion({ author, title, createdAt, ...rest }: z.infer<typeof item>): Discussion {
  return {
    num: rest.num,
    status: rest.status,
    isPullRequest: rest.isPullRequest,
    ...(title !== undefined && { title }),
    ...(author?.name && { author: author.name }),
    ...(createdAt !== undefined && { createdAt }),
  };
}

const page = z.object({
  discussions: z.array(z.unknown()),
  count: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
  start: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
});

export interface DiscussionPage {
  pullRequests: Discussion[];
  /** Items that do not say their number; each may be a pull request. */
  unreadable: number;
  /** How many there are in all; those of the page when the Hub does not say. */
  count: number;
  /** The Hub says how many; else what was seen so far stands for it. */
  isCounted: boolean;
  /** False on the last page. */
  more: boolean;
}

/** One page of the open pull requests, the youngest first; pages count from 0 and hold about 50. */
export async function listDiscussions(
  hub: Hub,
  repo: RepoRef,
  index: number,
  options: GetOptions,
): Promise<DiscussionPage> {
  return listDiscussionsAt(hub, discussionsPath(repo, index), options);
}

/** One page of any list of pull requests, by its path of `urls.ts` or `write-urls.ts`. */
export async function listDiscussionsAt(hub: Hub, path: string, options: GetOptions): Promise<DiscussionPage> {
  const { value } = await getJson(hub, path, page, options);
  const seen = (value.start ?? 0) + value.discussions.length;
  const count = value.count ?? seen;
  const items = readable(value.discussions, item);
  return {
    pullRequests: items.map(toDiscussion).filter(({ isPullRequest }) => isPullRequest),
    unreadable: value.discussions.length - items.length,
    count,
    isCounted: value.count !== undefined,
    // Without a count only an empty page is the last one.
    more: value.discussions.length > 0 && (value.count === undefined || seen < count),
  };
}

/** Pages of open pull requests that are read at most: about 1,000 of them. */
const MAX_PAGES = 20;

/** The open pull requests, and how many more there are, or may be. */
export interface OpenList {
  listed: Discussion[];
  /** Beyond {@link MAX_PAGES}, without a number, or lost where the list moved while it was read; 0 when all are listed. */
  unlisted: number;
}

/** The open pull requests of the first page, or of `all` pages. None where the owner has switched discussions off. */
export async function listOpen(hub: Hub, repo: RepoRef, all: boolean, options: GetOptions): Promise<OpenList> {
  const listed = new Map<number, Discussion>();
  let [unlisted, most, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (let index = 0; ; index++) {
    const page = await listDiscussions(hub, repo, index, options).catch(noneWhenOff);
    const { pullRequests, count, more, unreadable } = page;
    if (page.isCounted) [most, least] = [Math.max(most, count), Math.min(least, count)];
    for (const one of pullRequests) listed.set(one.num, one);
    unlisted += unreadable;
    if (!more || !all || index + 1 >= MAX_PAGES) {
      const left = more ? Math.max(1, count - listed.size) : 0;
      // One that was closed meanwhile draws another from a page that is still to come to one that was read already.
      return { listed: [...listed.values()], unlisted: Math.max(left, unlisted, most - least) };
    }
  }
}

/** Where the owner has switched discussions off there is no pull request to list: that is an answer, not a failure. */
function noneWhenOff(error: unknown): DiscussionPage {
  if (error instanceof HubError && /discussions are disabled/i.test(error.detail ?? '')) {
    return { pullRequests: [], unreadable: 0, count: 0, isCounted: false, more: false };
  }
  throw error;
}
