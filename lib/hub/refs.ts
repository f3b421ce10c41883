import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { refsPath } from './urls.ts';

const answer = z.object({
  branches: z.catch(z.array(z.unknown()), []),
  pullRequests: z.catch(z.array(z.unknown()), []),
});

const ref = z.object({ ref: z.string(), targetCommit: z.string() });

export interface Refs {
  /** Head commit of main. */
  main?: string;
  /** Head commit of every pull request whose ref is still there, by number. */
  pullRequests: Map<number, string>;
}

/** Which commits the refs point to, all in one request: tells what moved since the last reading. */
export async function listRefs(hub: Hub, repo: RepoRef, options: GetOptions): Promise<Refs> {
  const { value } = await getJson(hub, refsPath(repo), answer, options);
  const main = readable(value.branches, ref).find((branch) => branch.ref === 'refs/heads/main')?.targetCommit;
  const heads = readable(value.pullRequests, ref).flatMap(({ ref: name, targetCommit }): [number, string][] => {
    const num = /^refs\/pr\/(\d+)$/.exec(name)?.[1];
    return num ? [[Number(num), targetCommit]] : [];
  });
  return { ...(main && { main }), pullRequests: new Map(heads) };
}
