import { describe, expect, it } from 'vitest';
import { standardError, wilson } from './wilson.ts';

describe("Wilson's interval", () => {
  // scipy 1.17.1, stats.binomtest(k, n).proportion_ci(method='wilson')
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [27, 30, 0.7437891742081592, 0.9654001112526657],
    [158, 198, 0.7366284407576822, 0.8479888162193658],
    [13, 13, 0.7719046276458017, 1],
  ])('of %i out of %i', (k, n, low, high) => {
    const interval = wilson(k / n, n);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  // Table of discrepancies 3.5: standard error and interval at the stated score, in points.
  it.each([
    [30, 90, 5.48, 74.4, 96.5],
    [164, 90, 2.34, 84.5, 93.7],
    [198, 80, 2.84, 73.9, 85.0],
    [500, 75, 1.94, 71.0, 78.6],
    [1403, 80, 1.07, 77.8, 82.0],
    [2500, 30, 0.92, 28.2, 31.8],
    [12032, 82, 0.35, 81.3, 82.7],
    [14042, 88, 0.27, 87.5, 88.5],
  ])('over %i items at %i %%', (n, percent, error, low, high) => {
    expect(100 * standardError(percent / 100, n)).toBeCloseTo(error, 2);
    const interval = wilson(percent / 100, n);
    expect(100 * interval.low).toBeCloseTo(low, 1);
    // 84.95 is printed as 85.0 in the table.
    expect(Math.abs(100 * interval.high - high)).toBeLessThan(0.06);
  });
});
