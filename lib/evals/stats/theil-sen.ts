/** A line through points, and how far each point lies from it in robust standard deviations. */
export interface RobustLine {
  slope: number;
  intercept: number;
  /** MAD of the residuals over 0.6745: a standard deviation that outliers do not move. */
  spread: number;
  /** Residual over spread, one for each point; all 0 when more than half of the points lie on the line. */
  deviations: number[];
}

/** The middle of the values; the mean of the middle two of an even number. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return Number.NaN;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/**
 * Theil–Sen line (the median of all slopes, then the median of y − slope·x) with residuals measured by their median
 * absolute deviation: up to 29 % of the points may be anything without moving it.
 * Sen 1968, https://doi.org/10.1080/01621459.1968.10480934; the factor 0.6745 makes MAD a standard deviation for
 * normal data.
 * @returns undefined for fewer than two different x
 */
export function theilSen(points: readonly (readonly [x: number, y: number])[]): RobustLine | undefined {
  const slopes: number[] = [];
  for (const [index, [x, y]] of points.entries()) {
    for (const [otherX, otherY] of points.slice(index + 1)) {
      if (otherX !== x) slopes.push((otherY - y) / (otherX - x));
    }
  }
  if (slopes.length === 0) return undefined;
  const slope = median(slopes);
  const intercept = median(points.map(([x, y]) => y - slope * x));
  const residuals = points.map(([x, y]) => y - slope * x - intercept);
  const spread = median(residuals.map(Math.abs)) / 0.6745;
  return { slope, intercept, spread, deviations: residuals.map((residual) => (spread > 0 ? residual / spread : 0)) };
}

/** ln(p/(1−p)), with p kept 1/(2n) off the ends (half an item), or a thousandth where n is not known. */
export function logit(p: number, n?: number): number {
  const edge = n === undefined ? 0.001 : 1 / (2 * n);
  const kept = Math.min(1 - edge, Math.max(edge, p));
  return Math.log(kept / (1 - kept));
}
