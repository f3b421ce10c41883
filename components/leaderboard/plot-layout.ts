import type { BoardRow } from '../../lib/evals/board/board.ts';

/** Room for the words of the axes, in px. */
export const EDGE = { left: 44, right: 16, top: 12, bottom: 44 };

/** CSS pixels: the picture is drawn in them, so that its words keep their size. */
export interface Size {
  width: number;
  height: number;
}

/** A row's dot. */
export interface Point {
  row: BoardRow;
  x: number;
  y: number;
}

/** A long id with its value, in px. */
const NAME = 260;

/** Those whose names lie on no other name; none in a narrow window. */
export function apart(points: readonly Point[], size: Size): Point[] {
  if (size.width < 2 * NAME) return [];
  const kept: { point: Point; from: number; to: number }[] = [];
  for (const point of points) {
    const from = standsBefore(point.x, size) ? point.x - NAME : point.x;
    const to = from + NAME;
    const lies = kept.some((one) => Math.abs(one.point.y - point.y) <= 16 && one.from < to && from < one.to);
    if (!lies) kept.push({ point, from, to });
  }
  return kept.map(({ point }) => point);
}

/** Whether a name stands before its dot: behind it there is less room. */
export const standsBefore = (x: number, { width }: Size): boolean => x > Math.max(width / 2, width - NAME);

/** What values are drawn against. */
export type PlotBy = 'size' | 'date';

/** Days of a calendar that results can be of; what is outside is a slip, and would stretch the axis. */
const DAYS = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)] as const;

const DAY = 86_400_000;

/** Parameters, or the day in epoch milliseconds; undefined where it is not known. */
export function placeOnAxis({ parameters, memory }: BoardRow, by: PlotBy): number | undefined {
  if (by === 'size') return parameters;
  const day = Date.parse(/^\d{4}-\d\d-\d\d/.exec(memory?.date ?? '')?.[0] ?? '');
  return day >= DAYS[0] && day < DAYS[1] ? day : undefined;
}

/**
 * Where the dots stand: value against the logarithm of the size, or against the date; undefined where fewer than two of
 * these are known.
 */
export function layOut(rows: readonly BoardRow[], { width, height }: Size, by: PlotBy = 'size') {
  const placed = rows.flatMap((row) => {
    const place = row.doubt ? undefined : placeOnAxis(row, by);
    return place === undefined ? [] : [{ row, place }];
  });
  if (placed.length < 2) return undefined;
  const across = range(placed.map(({ place }) => place));
  const values = range(placed.map(({ row }) => row.value));
  const scaled = by === 'size' ? Math.log10 : (day: number) => day / DAY;
  const margin = by === 'size' ? 0.1 : Math.max(7, (across.high - across.low) / DAY / 50);
  const [from, to] = [scaled(across.low) - margin, scaled(across.high) + margin];
  const room = (values.high - values.low || 1) * 0.05;
  const x = (place: number) => EDGE.left + ((scaled(place) - from) / (to - from)) * (width - EDGE.left - EDGE.right);
  const y = (value: number) =>
    height -
    EDGE.bottom -
    ((value - values.low + room) / (values.high - values.low + 2 * room || 1)) * (height - EDGE.top - EDGE.bottom);
  const points = placed.map(({ row, place }): Point => ({ row, x: x(place), y: y(row.value) }));
  return { points, x, y, across, values };
}

function range(numbers: readonly number[]): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) [low, high] = [Math.min(low, number), Math.max(high, number)];
  return { low, high };
}

/** Round numbers between the two, about five. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((high - first) / step) + 1) }, (_, index) => first + index * step);
}

/** 100M, 1B, 10B … between the two; their ends where there is none. */
export function decades(low: number, high: number): number[] {
  const from = Math.ceil(Math.log10(low));
  const all = Array.from({ length: Math.max(0, Math.floor(Math.log10(high)) - from + 1) }, (_, i) => 10 ** (from + i));
  return all.length > 1 ? all : [...new Set([low, high])];
}

/** So many places from the one to the other; one where they are the same. */
export const evenly = (low: number, high: number, count: number): number[] => [
  ...new Set(Array.from({ length: count }, (_, index) => low + (index * (high - low)) / (count - 1))),
];
