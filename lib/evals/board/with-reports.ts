import type { Report } from '../report.ts';
import type { Board } from './board.ts';
import { remember } from './remember.ts';

/** The same board with what these reports say of its models, instead of what was said of them before. */
export function withReports(board: Board, reports: readonly Report[]): Board {
  const rows = board.rows.map(({ memory: _, ...row }) => row);
  return { ...board, rows, ...remember(rows, board.dataset, board.task, reports) };
}
