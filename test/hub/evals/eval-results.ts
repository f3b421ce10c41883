import type { RecordedItem } from '../load/plan.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { readResults } from './read-results.ts';

export const RESULTS_FOLDER = '.eval_results';

/** Whether the Hub reads this path as a results file: directly in the folder, `*.yaml`, as its spec says. */
export const isResultsPath = (path: string): boolean => /^\.eval_results\/[^/]+\.yaml$/.test(path);

/** One item of `evalResults`, keys in the Hub's order. */
export type EvalResult = RecordedItem;

/**
 * `evalResults` of a model, computed from git: the files on main, then for each open pull request the files that it
 * changes against the commit it grew from. Malformed files are one item each.
 */
export async function evalResults(repository: HubRepository): Promise<EvalResult[]> {
  const main = await repository.head();
  if (!main) return [];
  const open = [...repository.discussions.values()]
    .filter((discussion) => discussion.isPullRequest && discussion.status === 'open')
    .map((discussion) => discussion.num)
    .sort((a, b) => b - a);
  const parts = await Promise.all([
    resultsAt(repository, main, undefined, undefined),
    ...open.map((number) => pullRequestResults(repository, main, number)),
  ]);
  return parts.flat();
}

async function pullRequestResults(repository: HubRepository, main: string, number: number): Promise<EvalResult[]> {
  const head = await repository.git.resolve(`refs/pr/${number}`);
  if (!head) return [];
  return resultsAt(repository, head, await repository.git.mergeBase(main, head), number);
}

/** The items of all results files at `head` that differ from `base`; every file when there is no base. */
async function resultsAt(
  repository: HubRepository,
  head: string,
  base: string | undefined,
  pullRequest: number | undefined,
): Promise<EvalResult[]> {
  const key = `${head} ${base} ${pullRequest}`;
  const known = repository.resultsCache.get(key);
  if (known) return known;
  const { git } = repository;
  const before = new Map((base ? await git.files(base, RESULTS_FOLDER) : []).map((file) => [file.path, file.oid]));
  const items: EvalResult[] = [];
  for (const file of await git.files(head, RESULTS_FOLDER)) {
    if (before.get(file.path) === file.oid) continue;
    const kept = repository.keptAnswer(file.path, pullRequest, file.oid);
    if (kept) items.push(...kept);
    else if (isResultsPath(file.path)) items.push(...(await resultsOf(repository, head, file, pullRequest)));
  }
  repository.resultsCache.set(key, items);
  return items;
}

async function resultsOf(
  repository: HubRepository,
  head: string,
  file: { path: string; oid: string },
  pullRequest: number | undefined,
): Promise<EvalResult[]> {
  const origin = pullRequest === undefined ? {} : { pullRequest };
  const read = readResults((await repository.git.blob(file.oid)).toString('utf8'));
  if ('error' in read) return [{ filename: file.path, error: read.error, ...origin }];
  let committed: string | undefined;
  const items: EvalResult[] = [];
  for (const [index, entry] of read.entries.entries()) {
    if (entry.date === undefined) committed ??= (await repository.git.lastChange(head, file.path)).at;
    // Recorded answers carry an author's date before `source`, the server's default as the last key.
    items.push({
      filename: file.path,
      verified: repository.isVerified(file.path, pullRequest, index, file.oid),
      data: entry.date === undefined ? { ...entry, date: committed } : entry,
      ...origin,
    });
  }
  return items;
}
