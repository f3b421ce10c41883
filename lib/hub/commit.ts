import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { HubError } from './hub-error.ts';
import type { HubWriter, PostOptions } from './hub-writer.ts';
import { commitPath, discussionStatusPath, newDiscussionPath } from './write-urls.ts';

/** What a commit says and holds. */
export interface CommitRequest extends RepoRef {
  title: string;
  description: string;
  /** With whole new texts. */
  files: readonly { path: string; text: string }[];
  parentCommit: string;
}

const oid = z.string().check(z.regex(/^[0-9a-f]{40}$/));
const committed = z.object({ commitOid: oid, pullRequestUrl: z.nullish(z.string()) });

/** UTF-8 bytes as base64. Results files are small; a piece at a time keeps within the limits of a call's arguments. */
function base64(text: string): string {
  let bytes = '';
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += 8192) bytes += String.fromCharCode(...all.subarray(at, at + 8192));
  return btoa(bytes);
}

const line = (key: string, value: object) => ({ key, value });

/**
 * The lines of a commit, as `@huggingface/hub` writes them and as hub-docs' OpenAPI describes them. Here instead of
 * that library, which would bring 35 kB (gzip) of large-file uploads into the background for one request.
 */
const linesOf = ({ title, description, files, parentCommit }: CommitRequest) => [
  line('header', { summary: title, description, parentCommit }),
  ...files.map(({ path, text }) => line('file', { content: base64(text), path, encoding: 'base64' })),
];

/** Opens a pull request that holds this one commit, based on `parentCommit`. Answers with its number. */
export async function commitAsPullRequest(
  writer: HubWriter,
  request: CommitRequest,
  options?: PostOptions,
): Promise<{ pullRequest: number; commit: string }> {
  const path = commitPath(request, undefined);
  const { commitOid, pullRequestUrl } = await writer.post(path, { lines: linesOf(request) }, committed, options);
  const num = /\/discussions\/(\d+)$/.exec(pullRequestUrl ?? '')?.[1];
  if (num === undefined) throw new HubError({ reason: 'unexpected', path, detail: 'the answer names no pull request' });
  return { pullRequest: Number(num), commit: commitOid };
}

/**
 * Adds a commit to an open pull request of one's own. `parentCommit` is what its ref must still point to: the Hub
 * refuses when it has moved, so that the same commit never comes twice.
 */
export async function addToPullRequest(
  writer: HubWriter,
  request: CommitRequest & { pullRequest: number },
  options?: PostOptions,
): Promise<{ commit: string }> {
  const path = commitPath(request, request.pullRequest);
  const { commitOid } = await writer.post(path, { lines: linesOf(request) }, committed, options);
  return { commit: commitOid };
}

/** Makes an empty draft pull request: it cannot be merged until somebody publishes it. */
export async function createDraftPullRequest(
  writer: HubWriter,
  request: Omit<CommitRequest, 'files' | 'parentCommit'>,
  options?: PostOptions,
): Promise<{ pullRequest: number }> {
  const { title, description } = request;
  const json = { title, description, pullRequest: true };
  const answer = z.object({ num: z.int().check(z.positive()) });
  const { num } = await writer.post(newDiscussionPath(request), { json }, answer, options);
  return { pullRequest: num };
}

/** Closes a pull request with a comment that says why, in one request. */
export async function commentAndClose(
  writer: HubWriter,
  repo: RepoRef,
  { pullRequest, comment }: { pullRequest: number; comment: string },
  options?: PostOptions,
): Promise<void> {
  const json = { status: 'closed', comment };
  await writer.post(discussionStatusPath(repo, pullRequest), { json }, z.unknown(), options);
}
