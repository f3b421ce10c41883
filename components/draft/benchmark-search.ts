import { lookupBenchmark } from '../../lib/evals/benchmarks/index.ts';
import type { OfficialBenchmark } from '../../lib/evals/board/board.ts';

/** A benchmark that can be picked, with the name that was found. */
export interface FoundBenchmark extends OfficialBenchmark {
  /** The other name that the search met, when it is neither name nor id. */
  alias?: string;
  /** The task that the search names, when it names one that our table knows. */
  task?: string;
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** 3: is it, 2: begins with it, 1: holds it, 0: none of these. */
function closeness(name: string, wanted: string): number {
  const text = plain(name);
  if (text === wanted) return 3;
  return text.startsWith(wanted) ? 2 : text.includes(wanted) ? 1 : 0;
}

/**
 * The benchmarks that a search means, the nearest first: by name, dataset id, and the spellings that cards and files
 * use. Only benchmarks of the list are found; a name alone never becomes one.
 */
export function searchBenchmarks(list: readonly OfficialBenchmark[], search: string): FoundBenchmark[] {
  const wanted = plain(search);
  if (!wanted) return [...list].sort((a, b) => a.name.localeCompare(b.name));
  return list
    .map((one) => found(one, wanted))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.one.name.localeCompare(b.one.name))
    .map(({ one }) => one);
}

function found(one: OfficialBenchmark, wanted: string): { score: number; one: FoundBenchmark } {
  const known = lookupBenchmark(one.dataset);
  const own = Math.max(
    ...[one.name, one.dataset, one.dataset.split('/')[1] ?? ''].map((name) => closeness(name, wanted)),
  );
  const more = wanted.length > plain(one.name).length;
  const task = known?.tasks.find(({ id, aliases = [] }) =>
    [id, ...aliases].some((name) => closeness(name, wanted) === 3 || (more && closeness(name, wanted) === 2)),
  );
  const names = (known?.aliases ?? []).map((alias) => ({ alias, score: closeness(alias, wanted) }));
  const [best] = names.sort((a, b) => b.score - a.score || a.alias.length - b.alias.length);
  const byTask = task ? 3 : 0;
  const score = Math.max(own, best?.score ?? 0, byTask);
  return {
    // A name of its own stands before a spelling of the same fit.
    score: score * 2 + (own === score ? 1 : 0) - (score === 0 ? 1 : 0),
    one: {
      ...one,
      ...(best && best.score > own && { alias: best.alias }),
      ...(task && { task: task.id }),
    },
  };
}
