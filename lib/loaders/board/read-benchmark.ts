import { lookupBenchmark } from '../../evals/benchmarks/index.ts';
import type { BenchmarkSpec, Board, BoardGap, BoardLoaderName, BoardRequest } from '../../evals/board/board.ts';
import { buildBoard } from '../../evals/board/build-board.ts';
import type { Report } from '../../evals/report.ts';
import type { Hub } from '../../hub/hub.ts';
import { toGap } from '../to-gap.ts';
import { evalYaml } from './eval-yaml.ts';
import { leaderboard } from './leaderboard.ts';

/** What both readings need of the world. */
export interface BenchmarkWorld {
  hub: Hub;
  signal: AbortSignal;
  /** Epoch milliseconds. */
  now(): number;
}

const gapOf = (loader: BoardLoaderName, thrown: unknown): BoardGap => ({
  ...toGap('eval-results', thrown),
  loader,
});

/**
 * What a dataset is as a benchmark: its `eval.yaml`, and whether it is on the Hub's list. Never rejects for the Hub's
 * sake: what failed is among the gaps.
 * @param official the Hub's list, from wherever it is kept
 */
export async function readSpec(
  dataset: string,
  official: () => Promise<readonly string[]>,
  { hub, signal, now }: BenchmarkWorld,
): Promise<BenchmarkSpec> {
  const gaps: BoardGap[] = [];
  const failed = (loader: BoardLoaderName) => (thrown: unknown) => {
    gaps.push(gapOf(loader, thrown));
    return undefined;
  };
  const [read, list] = await Promise.all([
    evalYaml.load({ dataset, hub, signal }).catch(failed('eval-yaml')),
    official().catch(failed('official-benchmarks')),
  ]);
  const spec = read ?? { file: 'unread' as const, tasks: [], findings: [] };
  const known = lookupBenchmark(dataset);
  const fromTable = spec.file !== 'read' && spec.file !== 'none' && spec.tasks.length === 0 ? (known?.tasks ?? []) : [];
  return {
    dataset,
    at: now(),
    official: list ? list.some((id) => id.toLowerCase() === dataset.toLowerCase()) : 'unknown',
    ...spec,
    ...(spec.file !== 'read' && known && { name: known.name }),
    tasks: spec.tasks.length > 0 ? spec.tasks : fromTable.map(({ id }) => ({ id, solvers: [], scorers: [] })),
    tasksFrom: spec.tasks.length > 0 ? 'file' : fromTable.length > 0 ? 'table' : 'nowhere',
    gaps,
  };
}

/** One leaderboard as a table: one request, or two where it matters which models declare no base model. */
export async function readBoard(
  { dataset, task, bases = false }: BoardRequest,
  reports: readonly Report[],
  { hub, signal, now }: BenchmarkWorld,
): Promise<Board> {
  const gaps: BoardGap[] = [];
  const ask = (onlyBases: boolean) =>
    leaderboard.load({ dataset, task, onlyBases, hub, signal }).catch((thrown: unknown) => {
      gaps.push(gapOf('leaderboard', thrown));
      return undefined;
    });
  const [all, own] = await Promise.all([ask(false), bases ? ask(true) : undefined]);
  const board = buildBoard({
    dataset,
    task,
    at: now(),
    rows: all?.rows ?? [],
    unreadable: all?.unreadable ?? 0,
    lowerIsBetter: all?.lowerIsBetter,
    reports,
  });
  return {
    ...board,
    ...(own && { bases: own.rows.map(({ modelId }) => modelId.toLowerCase()) }),
    gaps,
  };
}
