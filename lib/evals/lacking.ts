import { benchmarks, lookupBenchmark } from './benchmarks/index.ts';
import type { Group, LackingBenchmark } from './report.ts';

/**
 * The benchmarks of the Hub's own list that have no score among these, neither reported nor on the card: of the fields
 * alone that the model is measured in already, because nobody runs a text embedder on software issues.
 */
export function lackingBenchmarks(groups: readonly Pick<Group, 'dataset'>[]): LackingBenchmark[] {
  const known = groups.flatMap(({ dataset }) => lookupBenchmark(dataset) ?? []);
  const fields = new Set(known.map(({ field }) => field));
  return benchmarks.flatMap((benchmark) => {
    const { dataset, name, status, field, tasks } = benchmark;
    const task = tasks.find(({ main }) => main) ?? tasks[0];
    const isMissing = status === 'official' && fields.has(field) && !known.includes(benchmark);
    return task && isMissing ? [{ dataset, task: task.id, name }] : [];
  });
}
