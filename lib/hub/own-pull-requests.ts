import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { type Discussion, discussionFields, listDiscussionsAt } from './discussions.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { discussionPath } from './urls.ts';
import { ownPullRequestsPath, pullRequestCommitsPath } from './write-urls.ts';

/** Pages of one's own pull requests in one repository that are looked through: about 100 of them. */
const maxPages = 2;

/** Pull requests of one account in a repository, of every status, the youngest first. */
export async function listOwnPullRequests(
  hub: Hub,
  repo: RepoRef,
  author: string,
  options: GetOptions,
): Promise<Discussion[]> {
  const all: Discussion[] = [];
  for (let page = 0; page < maxPages; page++) {
    const { pullRequests, more } = await listDiscussionsAt(hub, ownPullRequestsPath(repo, author, page), options);
    all.push(...pullRequests);
    if (!more) break;
  }
  return all;
}

const details = z.object({ status: discussionFields.status, events: z.array(z.unknown()) });
const comment = z.object({
  type: z.literal('comment'),
  data: z.object({ latest: z.object({ raw: z.string() }) }),
});
const commit = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{40}$/)),
  title: z.catch(z.string(), ''),
  message: z.catch(z.string(), ''),
});

/** How a pull request stands, and its first comment, which is its text; absent where it is hidden or unreadable. */
export async function readStanding(
  hub: Hub,
  repo: RepoRef,
  num: number,
  options: GetOptions,
): Promise<{ status: Discussion['status']; text?: string }> {
  const { value } = await getJson(hub, discussionPath(repo, num, false), details, options);
  const text = readable(value.events, comment)[0]?.data.latest.raw;
  return { status: value.status, ...(text !== undefined && { text }) };
}

/** The last commits of a pull request's ref, the youngest first, with their whole messages. */
export async function lastCommits(
  hub: Hub,
  repo: RepoRef,
  num: number,
  options: GetOptions,
): Promise<{ id: string; text: string }[]> {
  const { value } = await getJson(hub, pullRequestCommitsPath(repo, num), z.array(z.unknown()), options);
  return readable(value, commit).map(({ id, title, message }) => ({ id, text: `${title}\n${message}` }));
}
