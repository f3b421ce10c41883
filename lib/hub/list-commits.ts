import * as z from 'zod/mini';
import type { CommitFacts } from '../evals/history.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { commitsPath } from './urls.ts';

const commit = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{40}$/)),
  title: z.catch(z.string(), ''),
  date: z.catch(z.optional(z.string()), undefined),
  authors: z.catch(z.array(z.object({ user: z.optional(z.string()) })), []),
});

/** The last commits of a revision, the youngest first; `more` when there are older ones. */
export async function listCommits(
  hub: Hub,
  repo: RepoRef,
  revision: string,
  most: number,
  options: GetOptions,
): Promise<{ commits: CommitFacts[]; more: boolean }> {
  const { value, headers } = await getJson(hub, commitsPath(repo, revision, most), z.array(z.unknown()), options);
  const commits = readable(value, commit).map(({ id, title, date, authors }) => {
    const author = authors[0]?.user;
    return { id, title, ...(date !== undefined && { date }), ...(author && { author }) };
  });
  return { commits: commits.slice(0, most), more: /rel="?next/.test(headers.get('link') ?? '') };
}
