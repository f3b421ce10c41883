import type { Dot } from '../explanation.ts';

/** The line that the dots of a picture stand on. */
export interface Axis {
  low: number;
  high: number;
  /** Where a value stands between the two ends, as a length of CSS: `12.5%`; what lies outside stands at the end. */
  at(value: number): string;
}

/** An axis that ends in round numbers around all values and intervals; none where nothing is a number. */
export function axisOf(dots: readonly Dot[]): Axis | undefined {
  const ends = dots.flatMap(({ value, interval }) => interval ?? [value]).filter(Number.isFinite);
  if (ends.length === 0) return undefined;
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const width = most - least || Math.abs(most) || 1;
  const step = 10 ** Math.floor(Math.log10(width)) / (width / 10 ** Math.floor(Math.log10(width)) < 3 ? 2 : 1);
  const tidy = (value: number) => Number(value.toPrecision(12));
  const [from, to] = [tidy(Math.floor(least / step) * step), tidy(Math.ceil(most / step) * step)];
  const [low, high] = from < to ? [from, to] : [tidy(from - step), tidy(to + step)];
  return { low, high, at: (value) => `${Math.min(100, Math.max(0, (100 * (value - low)) / (high - low)))}%` };
}

/** An interval as it is read: `64.9 – 77.3`, with digits enough for its width. */
export function intervalText([low, high]: readonly [number, number], locale: string): string {
  const digits = high - low < 1 ? 3 : 1;
  const numbers = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${numbers.format(low)} – ${numbers.format(high)}`;
}
