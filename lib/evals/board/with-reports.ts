import type { Report } from '../report.ts';
import type { Board } from './board.ts';
import { remember } from './remember.ts';

/** The same board with what these reports say of its models; of others it says what it said. */
export function withReports(board: Board, reports: readonly Report[]): Board {
  const rows = board.rows.map((row) => ({ ...row }));
  return { ...board, rows, ...remember(rows, board.dataset, board.task, reports) };
}
