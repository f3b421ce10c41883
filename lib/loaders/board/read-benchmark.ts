import { lookupBenchmark } from '../../evals/benchmarks/index.ts';
import type { BenchmarkSpec, Board, BoardGap, BoardLoaderName, BoardRequest } from '../../evals/board/board.ts';
import { buildBoard } from '../../evals/board/build-board.ts';
import { whatToShow } from '../../evals/board/what-to-show.ts';
import { withReports } from '../../evals/board/with-reports.ts';
import { inSlices } from '../../evals/in-slices.ts';
import { type ListedModel, listedReports } from '../../evals/list/report-of-listed.ts';
import type { MessageKey } from '../../evals/message.ts';
import type { GapReason, Report } from '../../evals/report.ts';
import type { Hub } from '../../hub/hub.ts';
import { toGap } from '../to-gap.ts';
import { boardLoaders } from './index.ts';

const [evalYaml, leaderboard, , listedModels] = boardLoaders;

/** What both readings need of the world. */
export interface BenchmarkWorld {
  hub: Hub;
  signal: AbortSignal;
  /** Epoch milliseconds. */
  now(): number;
}

/** The words for models do not fit a dataset that is gated. */
const ofDatasets: Partial<Record<GapReason, MessageKey>> = {
  gated: 'gapBoardGated',
  'no-access': 'gapBoardNoAccess',
  'entry-missing': 'gapBoardMissing',
};

function gapOf(loader: BoardLoaderName, thrown: unknown): BoardGap {
  const { pullRequest: _, ...gap } = toGap('eval-results', thrown);
  const key = ofDatasets[gap.reason];
  return { ...gap, ...(key && { message: { key } }), loader };
}

/**
 * What a dataset is as a benchmark: its `eval.yaml`, and whether it is on the Hub's list. Never rejects for the Hub's
 * sake: what failed is among the gaps.
 * @param official the Hub's list, from wherever it is kept
 * @param reports reports of models that are in the store
 */
export async function readSpec(
  dataset: string,
  official: () => Promise<readonly string[]>,
  reports: readonly Report[],
  { hub, signal, now }: BenchmarkWorld,
): Promise<BenchmarkSpec> {
  const [file, listed] = await Promise.all([
    aside('eval-yaml', () => evalYaml.load({ dataset, hub, signal })),
    aside('official-benchmarks', official),
  ]);
  const spec = file.found ?? { file: 'unread' as const, tasks: [], findings: [] };
  const list = listed.found;
  const known = lookupBenchmark(dataset);
  // A file that is there and cannot be opened: the tasks that our table knows stand in for its own.
  const isHidden = spec.file !== 'read' && spec.file !== 'none';
  const facts = {
    dataset,
    at: now(),
    official: list ? list.some((id) => sameId(id, dataset)) : ('unknown' as const),
    ...spec,
    ...(spec.file !== 'read' && known && { name: known.name }),
    ...(isHidden && known?.framework && { framework: known.framework }),
    ...(isHidden && known && { tasks: known.tasks.map(({ id }) => ({ id, solvers: [], scorers: [] })) }),
    gaps: [...file.gaps, ...listed.gaps],
    reportedBy: reports.filter(({ groups }) => groups.some((group) => sameId(group.dataset, dataset))).length,
  };
  return { ...facts, shows: whatToShow(facts) };
}

const sameId = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** One leaderboard as a table, by one request. What failed is among its gaps. */
export async function readBoard(
  { dataset, task }: Pick<BoardRequest, 'dataset' | 'task'>,
  reports: readonly Report[],
  { hub, signal, now }: BenchmarkWorld,
): Promise<Board> {
  const { found: answer, gaps } = await aside('leaderboard', () => leaderboard.load({ dataset, task, hub, signal }));
  const board = buildBoard({
    dataset,
    task,
    at: now(),
    rows: answer?.rows ?? [],
    unreadable: answer?.unreadable ?? 0,
    lowerIsBetter: answer?.lowerIsBetter,
    reports,
  });
  return { ...board, gaps };
}

/** What one place has answered, or why it has not. */
export interface Aside<T> {
  found?: T;
  gaps: BoardGap[];
}

/** Ids, in lower case, of the models that declare no base model: the Hub's page shows only those. One request. */
export function readBases(
  { dataset, task }: Pick<BoardRequest, 'dataset' | 'task'>,
  { hub, signal }: BenchmarkWorld,
): Promise<Aside<string[]>> {
  return aside('leaderboard', async () => {
    const { rows } = await leaderboard.load({ dataset, task, onlyBases: true, hub, signal });
    return rows.map(({ modelId }) => modelId.toLowerCase());
  });
}

/** The Hub's list of models that have results. One request, the same for every board. */
export const readListedModels = ({ hub, signal }: BenchmarkWorld): Promise<Aside<ListedModel[]>> =>
  aside('listed-models', () => listedModels.load({ dataset: '', hub, signal }));

async function aside<T>(loader: BoardLoaderName, load: () => Promise<T>): Promise<Aside<T>> {
  try {
    return { found: await load(), gaps: [] };
  } catch (error) {
    return { gaps: [gapOf(loader, error)] };
  }
}

/** The same board with what was asked for besides. A stored report says more of its model than the list does, and stays. */
export async function withAsides(
  board: Board,
  bases: Aside<string[]> | undefined,
  models: Aside<ListedModel[]> | undefined,
  stored: readonly Report[],
): Promise<Board> {
  const gaps = [...board.gaps, ...(bases?.gaps ?? []), ...(models?.gaps ?? [])];
  const known = new Set(stored.map(({ repo }) => repo.toLowerCase()));
  const listed = models?.found && (await inSlices(listedReports(models.found, board.dataset, board.at)));
  const others = listed?.filter(({ repo }) => !known.has(repo.toLowerCase()));
  return {
    ...(others ? withReports(board, [...others, ...stored]) : board),
    ...(bases?.found && { bases: bases.found }),
    ...(listed && { listed: listed.length }),
    gaps,
  };
}
