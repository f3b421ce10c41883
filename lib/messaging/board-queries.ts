import { queryOptions } from '@tanstack/react-query';
import type { Board, BoardRequest, BoardTop } from '../evals/board/board.ts';
import { sendMessage } from './messenger.ts';
import { lasting, retried } from './queries.ts';

/** The Hub's own list of benchmarks; extension pages only. */
export function officialBenchmarksQuery() {
  return queryOptions({
    queryKey: ['official-benchmarks'],
    queryFn: () => sendMessage('readOfficialBenchmarks', undefined),
    ...lasting,
    ...retried,
  });
}

/** What a dataset's `eval.yaml` says. */
export function benchmarkQuery(dataset: string) {
  return queryOptions({
    queryKey: ['benchmark', dataset.toLowerCase()],
    queryFn: () => sendMessage('readBenchmark', dataset),
    ...lasting,
    ...retried,
  });
}

/** Every answer about one leaderboard, with whatever was asked for besides. */
export const boardKey = ({ dataset, task }: Pick<BoardRequest, 'dataset' | 'task'>) =>
  ['board', dataset.toLowerCase(), task ?? null] as const;

interface Answer {
  rows: readonly unknown[];
  gaps: readonly unknown[];
}

/** What was read before stays where the Hub does not answer any more; the new answer says why. */
function keepingRows<T extends Answer>(before: T | undefined, now: T): T {
  const isLost = now.gaps.length > 0 && now.rows.length === 0;
  return isLost && before && before.rows.length > 0 ? { ...before, gaps: now.gaps } : now;
}

/** What the margin shows of one leaderboard. */
export function boardTopQuery({ dataset, task }: Pick<BoardRequest, 'dataset' | 'task'>) {
  return queryOptions({
    queryKey: ['board-top', dataset.toLowerCase(), task ?? null],
    queryFn: () => sendMessage('readBoardTop', { dataset, ...(task !== undefined && { task }) }),
    ...lasting,
    ...retried,
    structuralSharing: (before, now) => keepingRows(before as BoardTop | undefined, now as BoardTop),
  });
}

/** One leaderboard; with `bases` also which of its models declare no base model, with `models` what their list says. */
export function boardQuery({ dataset, task, bases = false, models = false }: Omit<BoardRequest, 'refresh'>) {
  return queryOptions({
    queryKey: [...boardKey({ dataset, ...(task !== undefined && { task }) }), bases, models],
    queryFn: () =>
      sendMessage('readBoard', {
        dataset,
        ...(task !== undefined && { task }),
        ...(bases && { bases }),
        ...(models && { models }),
      }),
    ...lasting,
    ...retried,
    // Thousands of rows are not compared with those that they replace.
    structuralSharing: (before, now) => keepingRows(before as Board | undefined, now as Board),
  });
}
