import { listOfficialBenchmarks } from '../../hub/official-benchmarks.ts';
import type { BoardLoader } from './board-loader.ts';

/** The Hub's own list of benchmarks; the same whichever dataset is on show. */
export const officialBenchmarks: BoardLoader<string[]> = {
  name: 'official-benchmarks',
  load: ({ hub, signal }) => listOfficialBenchmarks(hub, { signal }),
};
