import { queryOptions } from '@tanstack/react-query';
import type { BoardRequest } from '../evals/board/board.ts';
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

/** What the margin shows of one leaderboard. */
export function boardTopQuery({ dataset, task }: Pick<BoardRequest, 'dataset' | 'task'>) {
  return queryOptions({
    queryKey: ['board-top', dataset.toLowerCase(), task ?? null],
    queryFn: () => sendMessage('readBoardTop', { dataset, ...(task !== undefined && { task }) }),
    ...lasting,
    ...retried,
  });
}

/** One leaderboard; with `bases` also which of its models declare no base model. */
export function boardQuery({ dataset, task, bases = false }: Pick<BoardRequest, 'dataset' | 'task' | 'bases'>) {
  return queryOptions({
    queryKey: ['board', dataset.toLowerCase(), task ?? null, bases],
    queryFn: () => sendMessage('readBoard', { dataset, ...(task !== undefined && { task }), ...(bases && { bases }) }),
    ...lasting,
    ...retried,
    // Thousands of rows are not compared with those that they replace.
    structuralSharing: false,
  });
}
