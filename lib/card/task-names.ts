import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import { normalise } from './benchmark-names.ts';

/** The task that stands for all of a benchmark: its mean, or the one whose twins only repeat it. */
export function wholeTask({ tasks }: Benchmark): BenchmarkTask | undefined {
  const main = tasks.find((task) => task.main) ?? tasks[0];
  if (!main) return undefined;
  if (/^(?:overall|mean|average|total)$/.test(main.id)) return main;
  return tasks.every(({ id }) => id.startsWith(main.id)) ? main : undefined;
}

/** The task whose id the words abbreviate: `Tables` for `table_tests`, `Base` for `baseline`. */
export function taskNamed({ tasks }: Benchmark, label: string): BenchmarkTask | undefined {
  const wanted = wordsOf(label);
  if (wanted.length === 0) return undefined;
  const exact = tasks.filter(({ id }) => wordsOf(id).join(' ') === wanted.join(' '));
  if (exact.length > 0) return exact[0];
  const begun = tasks.filter(({ id }) => {
    const words = wordsOf(id);
    return wanted.every((word, index) => word.length >= 3 && (words[index]?.startsWith(word) || word === words[index]));
  });
  if (begun.length === 1) return begun[0];
  const ends = tasks.filter(({ id }) => wordsOf(id).at(-1) === wanted.at(-1) && wanted.length === 1);
  return begun.length === 0 && ends.length === 1 ? ends[0] : undefined;
}

/** The words of a label or id, singular. */
export const wordsOf = (text: string) =>
  (normalise(text).match(/[\p{L}\d]+/gu) ?? [])
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .filter((word) => word !== 'and');

/** What a task's id says of its edition beyond the benchmark's name (`toolathlon_verified`, `skillsbench_v1_1`), as a pattern. */
export function editionOf({ name }: Benchmark, { id }: BenchmarkTask): RegExp | undefined {
  const named = wordsOf(name);
  const words = wordsOf(id).filter((word) => /^(?:verified|lite|hard|pro|v?\d+)$/.test(word) && !named.includes(word));
  if (words.length === 0) return undefined;
  return new RegExp(
    `(?<![\\p{L}\\d])${words.map((word) => word.replace(/^v(?=\d)/, 'v?')).join('[\\s._-]*')}(?![\\p{L}\\d])`,
    'u',
  );
}
