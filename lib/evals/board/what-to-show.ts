import { lookupBenchmark } from '../benchmarks/index.ts';
import type { BenchmarkSpec } from './board.ts';

/** Words in a dataset's name by which its author calls it a benchmark. */
const CALLED_BENCHMARK = /bench|(?:^|[-_.])evals?(?:$|[-_.])/i;

/**
 * What a dataset's page gets of us. A benchmark gets its board. A dataset without `eval.yaml` gets one quiet line where
 * somebody takes it for a benchmark: models report scores for it, our table knows it, or its own name says so. All other
 * datasets get nothing.
 */
export function whatToShow({
  dataset,
  file,
  official,
  reportedBy,
}: Pick<BenchmarkSpec, 'dataset' | 'file' | 'official' | 'reportedBy'>): BenchmarkSpec['shows'] {
  if (file === 'read') return 'board';
  const status = lookupBenchmark(dataset)?.status;
  const taken = reportedBy > 0 || status === 'official' || status === 'reported';
  if (file === 'none') return taken || CALLED_BENCHMARK.test(dataset.split('/')[1] ?? '') ? 'line' : 'nothing';
  return official === true || taken ? 'board' : 'nothing';
}
