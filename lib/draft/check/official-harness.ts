import type { DraftCheck } from './check.ts';

/** Benchmarks whose owners take only results of their own harness: the etiquette of the community evals on the Hub. */
const OWNERS_HARNESS: ReadonlyMap<string, string> = new Map([
  ['swe-bench/swe-bench_verified', 'SWE-bench'],
  ['swe-bench/swe-bench_multilingual', 'SWE-bench'],
  ['princeton-nlp/swe-bench_verified', 'SWE-bench'],
]);

/** Some owners of benchmarks ask that only results of the official harness be submitted. */
export const officialHarness: DraftCheck = {
  name: 'official-harness',
  check: ({ entries }) =>
    entries.flatMap(({ entry, fields }) => {
      const harness = OWNERS_HARNESS.get(fields.dataset.toLowerCase());
      const message = { key: 'problemOfficialHarness' as const, args: [harness ?? ''] };
      return harness === undefined ? [] : [{ entry: entry.id, field: 'dataset', level: 'warning', message }];
    }),
};
