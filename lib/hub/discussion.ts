import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { type Discussion, discussionFields, toDiscussion } from './discussions.ts';
import { getJson } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { discussionPath } from './urls.ts';

export interface DiscussionDetails extends Discussion {
  /** Commit that the pull request's ref points to. */
  head?: string;
  /** The whole `git diff`, when the answer carries it. */
  diff?: string;
  /** The web page offers the diff on its own (`files.diff`). */
  hasDiffPage: boolean;
}

const commit = z.string().check(z.regex(/^[0-9a-f]{40}$/));

const answer = z.object({
  ...discussionFields,
  changes: z.catch(z.nullish(z.object({ headCommitId: z.catch(z.optional(commit), undefined) })), undefined),
  events: z.catch(z.array(z.unknown()), []),
  diff: z.catch(z.nullish(z.string()), undefined),
  diffUrl: z.catch(z.nullish(z.string()), undefined),
});

const commitEvent = z.object({ type: z.literal('commit'), data: z.object({ oid: commit }) });

/** The last commit that the discussion tells of, for where `changes` does not name the head. */
function lastCommit(events: readonly unknown[]): string | undefined {
  return events.map((event) => commitEvent.safeParse(event).data?.data.oid).findLast(Boolean);
}

/**
 * Details and diff of one pull request in one request (`?diff=1`, as huggingface_hub asks). A diff too large to be
 * read is left out, at the price of a second request.
 */
export async function readDiscussion(
  hub: Hub,
  repo: RepoRef,
  num: number,
  options: GetOptions,
): Promise<DiscussionDetails> {
  const read = (withDiff: boolean) =>
    getJson(hub, discussionPath(repo, num, withDiff), answer, { ...options, maxBytes: 4 * 1024 * 1024 });
  const { value } = await read(true).catch((error: unknown) => {
    if (error instanceof HubError && error.reason === 'too-large') return read(false);
    throw error;
  });
  const head = value.changes?.headCommitId ?? lastCommit(value.events);
  return {
    ...toDiscussion(value),
    ...(head && { head }),
    ...(typeof value.diff === 'string' && { diff: value.diff }),
    hasDiffPage: Boolean(value.diffUrl),
  };
}
