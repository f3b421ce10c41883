import { describe, expect, it } from 'vitest';
import { differentItemsError, sameItemsError } from './compare.ts';
import { Z95 } from './normal.ts';

const sample = (percent: number, n: number, runs = 1, unit = 0.1) => ({ p: percent / 100, n, runs, unit: unit / 100 });

describe('two reports of one model on the same items', () => {
  // Table of discrepancies 3.5: the smallest gap that is blue, 2.58 and amber, at the typical score of each benchmark.
  it.each([
    ['AIME 2026', 30, 1, 90, 15.2, 20.0, 25.5],
    ['Terminal-Bench 2.0', 89, 1, 50, 14.7, 19.3, 24.7],
    ['Terminal-Bench 2.0, five trials', 89, 5, 50, 6.6, 8.6, 11.0],
    ['GPQA diamond', 198, 1, 80, 7.9, 10.4, 13.2],
    ['GPQA diamond, four epochs', 198, 4, 80, 3.9, 5.2, 6.6],
    ['SWE-bench Verified', 500, 1, 75, 5.4, 7.1, 9.0],
    ['GSM8K', 1319, 1, 95, 1.7, 2.2, 2.8],
    ['HLE', 2500, 1, 30, 2.5, 3.3, 4.3],
    ['MMLU-Pro', 12032, 1, 82, 1.0, 1.3, 1.6],
    ['MMLU', 14042, 1, 88, 0.8, 1.0, 1.3],
  ])('%s', (_, n, runs, percent, blue, middle, amber) => {
    const error = 100 * sameItemsError(sample(percent, n, runs), sample(percent, n, runs));
    expect(Math.abs(Z95 * error - blue)).toBeLessThan(0.051);
    expect(Math.abs(2.5758 * error - middle)).toBeLessThan(0.051);
    expect(Math.abs(3.2905 * error - amber)).toBeLessThan(0.051);
  });

  it('gives the z of SWE-bench Verified 67.8 against 73.1: 1.8 for single runs, 2.1 with the two runs that 73.1 implies', () => {
    const z = (runs: number) => 5.3 / (100 * sameItemsError(sample(67.8, 500), sample(73.1, 500, runs)));
    expect(z(1)).toBeCloseTo(1.8, 1);
    expect(z(2)).toBeCloseTo(2.1, 1);
  });

  it('never lets the mean reach 0 or 1, where the error would vanish', () => {
    expect(sameItemsError(sample(100, 30), sample(100, 30))).toBeCloseTo(
      Math.sqrt((2 * (1 / 34) * (33 / 34)) / 30),
      12,
    );
    expect(differentItemsError(sample(0, 30), sample(0, 30))).toBeGreaterThan(0);
  });

  it('counts rounding only where it weighs', () => {
    const fine = sameItemsError(sample(80, 198), sample(80, 198));
    expect(fine).toBeCloseTo(Math.sqrt((0.8 * 0.2 * 2) / 198), 12);
    const coarse = sameItemsError(sample(80, 12032, 1, 1), sample(80, 12032, 1, 1));
    expect(coarse).toBeCloseTo(Math.sqrt((0.8 * 0.2 * 2) / 12032 + 0.01 ** 2 / 6), 12);
  });

  it('adds up the noise of each where the items differ', () => {
    expect(differentItemsError(sample(30.1, 2500), sample(31.5, 2150))).toBeCloseTo(
      Math.sqrt((0.301 * 0.699) / 2500 + (0.315 * 0.685) / 2150),
      12,
    );
  });
});
