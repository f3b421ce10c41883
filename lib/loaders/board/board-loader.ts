import type { BoardLoaderName } from '../../evals/board/board.ts';
import type { Hub } from '../../hub/hub.ts';

/** What a loader of a benchmark's page gets. */
export interface BoardContext {
  /** The benchmark's dataset repository; what asks for no dataset in particular does not look at it. */
  dataset: string;
  /** The leaderboard that is meant; the first one when absent. */
  task?: string | undefined;
  /** Only models that declare no base model. */
  onlyBases?: boolean;
  hub: Hub;
  signal: AbortSignal;
}

/** One place that a benchmark's page gets its facts from. One file, one line in `index.ts`, one test. */
export interface BoardLoader<T> {
  name: BoardLoaderName;
  /** Reads its place; throws a `HubError` when it could not. */
  load(context: BoardContext): Promise<T>;
}
