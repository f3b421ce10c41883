/**
 * One unit in the last digit of a number as written: 0.1 for `85.0`, 1 for `85`, 0.001 for `1.2e-2`.
 * NaN when the text is not a plain decimal number.
 */
export function lastDigit(text: string): number {
  const match = /^\s*[-+]?(?:\d[\d_]*)?(?:\.(\d*))?(?:e([-+]?\d+))?\s*$/i.exec(text);
  if (!match || !/\d/.test(text)) return Number.NaN;
  return 10 ** (Number(match[2] ?? 0) - (match[1]?.length ?? 0));
}

/**
 * Whether two printed numbers can be the same number before rounding: |a − b| ≤ (u₁ + u₂)/2, with a hair of slack for
 * binary fractions.
 */
export function equalAfterRounding(a: number, unitA: number, b: number, unitB: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= (unitA + unitB) / 2 + slack;
}
