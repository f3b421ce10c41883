import { describe, expect, it } from 'vitest';
import { logit, median, theilSen } from './theil-sen.ts';

describe('Theil–Sen', () => {
  // scipy 1.17.1: slope of stats.theilslopes(y, x), stats.median_abs_deviation of its residuals.
  const x = [1, 2, 3, 4, 5, 6, 7, 8];
  const y = [2.1, 3.9, 6.2, 8.0, 30, 12.1, 13.9, 16.2];
  const line = theilSen(x.map((value, index) => [value, y[index]!]));

  it('finds the slope that scipy finds, whatever the outlier', () => {
    expect(line?.slope).toBeCloseTo(2.007142857142857, 12);
    expect(0.6745 * line!.spread).toBeCloseTo(0.10357142857142865, 12);
  });

  it('measures the outlier, and only it, as far away', () => {
    expect(line?.deviations.filter((deviation) => Math.abs(deviation) > 3.5)).toHaveLength(1);
    expect(line!.deviations[4]!).toBeGreaterThan(50);
  });

  it('is exact on a line, and silent on one x', () => {
    const exact = theilSen([0, 1, 2, 5].map((at) => [at, 3 * at - 1]));
    expect(exact).toEqual({ slope: 3, intercept: -1, spread: 0, deviations: [0, 0, 0, 0] });
    expect(
      theilSen([
        [1, 2],
        [1, 3],
      ]),
    ).toBeUndefined();
  });
});

describe('median and logit', () => {
  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('keeps off the ends by half an item', () => {
    expect(logit(0.5)).toBe(0);
    expect(logit(0.731058578630005)).toBeCloseTo(1, 10);
    expect(logit(1, 30)).toBeCloseTo(Math.log(59), 10);
    expect(logit(0)).toBeCloseTo(-Math.log(999), 10);
  });
});
