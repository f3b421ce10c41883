import type { Board, BoardRow } from '../../board/board.ts';
import { upperPoint } from '../../stats/normal.ts';

/** What chance leaves of a row's rank. */
export interface RankRange {
  /** The best and the worst rank that the row may have among those that can be compared. */
  from: number;
  to: number;
  /** Rows that it cannot be told from. */
  tied: number;
}

/** How often a range may miss the row's true rank. */
const ALPHA = 0.05;

/**
 * Rank ranges: a row is above another when its value is better by more than chance explains. It may then rank from
 * 1 + (rows above it) to m − (rows below it), and is tied with all the others.
 *
 * A gap counts when |a − b| > c·sqrt(SEₐ² + SE_b²), the unpaired bound: models are asked the same questions, so that the
 * true error is mostly smaller, but to know it takes the answers to each question. c is Bonferroni's point for the two
 * sides of a row's m − 1 comparisons, Φ⁻¹(1 − 0.05/(2(m−1))); with it each row's range holds its true rank in at least 95
 * of 100 boards (Mogstad, Romano, Shaikh, Wilhelm 2024, https://doi.org/10.1093/restud/rdad006). The rows that may be first
 * are thereby a set that holds the truly best with at least that chance, as in Gupta's selection of a subset (1965,
 * https://doi.org/10.1080/00401706.1965.10490251).
 *
 * Rows without a known error have no range, nor has any row while nobody says which values are better.
 */
export function rankRanges<Row extends Pick<BoardRow, 'value' | 'error'>>(
  rows: readonly Row[],
  direction: Board['direction'],
): Map<Row, RankRange> {
  const { known, values, noise, least, most } = inOrder(rows, direction);
  const m = known.length;
  const below = new Uint32Array(m);
  // Rows from here on have one more above them; summed up at the end.
  const steps = new Int32Array(m + 1);
  const above = new Uint32Array(m);

  for (let a = 0; a < m; a++) {
    const [value, own] = [values[a] ?? 0, noise[a] ?? 0];
    // Only between these two does it depend on the other row's own error: thousands of rows make millions of pairs.
    const unsure = firstBeyond(values, value, own + least, a + 1);
    const sure = firstBeyond(values, value, own + most, unsure);
    let worse = m - sure;
    steps[sure] = (steps[sure] ?? 0) + 1;
    for (let b = unsure; b < sure; b++) {
      const gap = value - (values[b] ?? 0);
      if (gap * gap <= own + (noise[b] ?? 0)) continue;
      above[b] = (above[b] ?? 0) + 1;
      worse++;
    }
    below[a] = worse;
  }
  let sum = 0;
  return new Map(
    known.map((row, index) => {
      sum += steps[index] ?? 0;
      const [over, under] = [(above[index] ?? 0) + sum, below[index] ?? 0];
      return [row, { from: 1 + over, to: m - under, tied: m - 1 - over - under }];
    }),
  );
}

/** What a page's margin says of a board: how many rows have a range, how many may be the best, and the ranges of a few. */
export interface TopRanges<Row> {
  ranged: number;
  first: number;
  of: ReadonlyMap<Row, RankRange>;
}

/**
 * What {@link rankRanges} and {@link firstGroup} say of the few rows that are asked for, without the millions of pairs of
 * all the others: the first rows of a page wait for it.
 */
export function topRanges<Row extends Pick<BoardRow, 'value' | 'error'>>(
  rows: readonly Row[],
  direction: Board['direction'],
  few: readonly Row[],
): TopRanges<Row> {
  const { known, values, noise, least, most } = inOrder(rows, direction);
  const m = known.length;
  /** Rows from `sure` on are beyond this one whatever their errors are, and none before `unsure` is. */
  const boundsOf = (row: number) => {
    const [value, own] = [values[row] ?? 0, noise[row] ?? 0];
    const unsure = firstBeyond(values, value, own + least, row + 1);
    return { unsure, sure: firstBeyond(values, value, own + most, unsure) };
  };
  const squareOfGap = (above: number, below: number) => {
    const gap = (values[above] ?? 0) - (values[below] ?? 0);
    return gap * gap;
  };
  const isBeyond = (above: number, below: number) =>
    squareOfGap(above, below) > (noise[above] ?? 0) + (noise[below] ?? 0);
  const of = new Map<Row, RankRange>();
  for (const row of few) {
    const own = known.indexOf(row);
    if (own < 0) continue;
    const { unsure, sure } = boundsOf(own);
    let [over, under] = [0, m - sure];
    for (let above = 0; above < own; above++) if (isBeyond(above, own)) over++;
    for (let below = unsure; below < sure; below++) if (isBeyond(own, below)) under++;
    of.set(row, { from: 1 + over, to: m - under, tied: m - 1 - over - under });
  }
  let first = 0;
  // What is certainly below the first row cannot be it.
  const last = Math.min(m, boundsOf(0).sure);
  for (let row = 0; row < last; row++) {
    const nearest = (noise[row] ?? 0) + least;
    let above = 0;
    // Gaps only shrink on the way to the row itself: once one is too small for any error, so are the rest.
    while (above < row && squareOfGap(above, row) > nearest && !isBeyond(above, row)) above++;
    if (above === row || !isBeyond(above, row)) first++;
  }
  return { ranged: m, first, of };
}

/** The rows with a known error, the best first, with what their gaps are compared with: squares of c times their errors. */
function inOrder<Row extends Pick<BoardRow, 'value' | 'error'>>(rows: readonly Row[], direction: Board['direction']) {
  const sign = direction === 'lower' ? -1 : 1;
  const known = direction === 'unknown' ? [] : rows.filter(({ error }) => error !== undefined);
  known.sort((a, b) => sign * (b.value - a.value));
  const m = known.length;
  const point = m > 1 ? upperPoint(ALPHA / (2 * (m - 1))) : 0;
  const [values, noise] = [new Float64Array(m), new Float64Array(m)];
  let [least, most] = [Infinity, 0];
  known.forEach(({ value, error = 0 }, index) => {
    const own = point * point * error * error;
    values[index] = value;
    noise[index] = own;
    if (own < least) least = own;
    if (own > most) most = own;
  });
  return { known, values, noise, least, most };
}

/**
 * The first row from `from` on whose gap to a value passes a bound; the values fall, so that gaps only grow from there. The
 * end where none does.
 */
function firstBeyond(values: Float64Array, value: number, bound: number, from: number): number {
  let [low, high] = [from, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const gap = value - (values[middle] ?? 0);
    if (gap * gap > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The rows that may be the best: none is above them beyond chance. */
export function firstGroup<Row>(ranges: ReadonlyMap<Row, RankRange>): Row[] {
  return [...ranges].filter(([, { from }]) => from === 1).map(([row]) => row);
}
