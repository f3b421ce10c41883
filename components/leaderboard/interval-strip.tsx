import type { BoardRow } from '../../lib/evals/board/board.ts';

/** The values that the left and the right edge of every strip stand for. */
export interface Axis {
  low: number;
  high: number;
}

/** An axis that holds the intervals of all rows but those in doubt. */
export function axisOf(rows: readonly BoardRow[]): Axis | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    if (row.doubt) continue;
    low = Math.min(low, row.low ?? row.value);
    high = Math.max(high, row.high ?? row.value);
  }
  return low < high ? { low, high } : undefined;
}

/** A dot and its interval; the same in figures stands in its accessible name. */
export function IntervalStrip({ row, axis, label }: { row: BoardRow; axis: Axis; label: string }) {
  if (row.doubt) return null;
  const at = (value: number) => `${(4 + (92 * (value - axis.low)) / (axis.high - axis.low)).toFixed(2)}%`;
  return (
    <svg role="img" aria-label={label} className="cb-strip" height="16" width="100%">
      <line className="cb-strip-base" x1="4%" x2="96%" y1="8" y2="8" />
      {row.low !== undefined && row.high !== undefined && (
        <line className="cb-strip-interval" x1={at(row.low)} x2={at(row.high)} y1="8" y2="8" />
      )}
      <circle cx={at(row.value)} cy="8" r="3.5" />
    </svg>
  );
}
