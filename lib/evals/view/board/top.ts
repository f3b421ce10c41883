import type { Board, BoardTop } from '../../board/board.ts';
import { countRows } from './select.ts';
import { topRanges } from './ties.ts';

/** Rows that the page's margin shows. */
const MOST = 5;

/** What the page's margin shows of a board. */
export function topOf({ dataset, task, at, direction, gaps, rows }: Board): BoardTop {
  const shown = rows.slice(0, MOST);
  const { ranged, first, of } = topRanges(rows, direction, shown);
  const { all, verified, author, community, doubt, differs, apart } = countRows(rows);
  return {
    dataset,
    ...(task !== undefined && { task }),
    at,
    direction,
    gaps,
    counts: { all, verified, author, community, doubt, differs, apart },
    ranged,
    first,
    rows: shown.map((row) => {
      const { rank, modelId, valueText } = row;
      const range = of.get(row);
      return { rank, modelId, valueText, ...(range && { range: { from: range.from, to: range.to } }) };
    }),
  };
}
