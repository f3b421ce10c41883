import type { BoardLoader } from './board-loader.ts';
import { evalYaml } from './eval-yaml.ts';
import { leaderboard } from './leaderboard.ts';
import { listedModels } from './listed-models.ts';
import { officialBenchmarks } from './official-benchmarks.ts';

/** Every place that a benchmark's page gets its facts from. */
export const boardLoaders = [
  evalYaml,
  leaderboard,
  officialBenchmarks,
  listedModels,
] as const satisfies readonly BoardLoader<unknown>[];
