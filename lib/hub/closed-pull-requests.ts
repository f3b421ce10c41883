import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { addedText, readDiff } from './diff.ts';
import { type Discussion, listDiscussionsAt } from './discussions.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { discussionPath, isResultsFile } from './urls.ts';
import { closedPullRequestsPath } from './write-urls.ts';

/** A closed pull request, as far as its details tell. */
export interface ClosedDetails {
  closedBy?: string;
  /** ISO time. */
  closedAt?: string;
  /** Results files that it would have added; of changed ones only the changed lines are known, and they are left out. */
  files: { path: string; text: string }[];
}

/** The closed, not merged, pull requests of the first page, about 50, the youngest first. */
export async function listClosed(hub: Hub, repo: RepoRef, options: GetOptions): Promise<Discussion[]> {
  const { pullRequests } = await listDiscussionsAt(hub, closedPullRequestsPath(repo, 0), options);
  return pullRequests.filter(({ status }) => status === 'closed');
}

const answer = z.object({ events: z.array(z.unknown()), diff: z.catch(z.nullish(z.string()), undefined) });

const closing = z.object({
  type: z.literal('status-change'),
  createdAt: z.exactOptional(z.string()),
  author: z.exactOptional(z.nullable(z.object({ name: z.string() }))),
  data: z.object({ status: z.literal('closed') }),
});

/** Who closed it and when, and what it claimed. */
export async function readClosed(hub: Hub, repo: RepoRef, num: number, options: GetOptions): Promise<ClosedDetails> {
  const { value } = await getJson(hub, discussionPath(repo, num, true), answer, options);
  const last = readable(value.events, closing).at(-1);
  const files = readDiff(value.diff ?? '').filter(
    ({ path, change, whole, binary }) => isResultsFile(path) && change === 'added' && whole && !binary,
  );
  return {
    ...(last?.author && { closedBy: last.author.name }),
    ...(last?.createdAt !== undefined && { closedAt: last.createdAt }),
    files: files.map((file) => ({ path: file.path, text: addedText(file) })),
  };
}
