import { describe, expect, it } from 'vitest';
import { exactRates } from '../../../test/bench/exact.ts';
import { items, type Spread, simulate, theoreticalPower } from '../../../test/bench/simulate.ts';
import { seeded } from '../stats/random.ts';

const every: Spread[] = ['flat', 'mild', 'wide', 'bimodal'];

describe('false alarms: the same model twice on the same items', () => {
  // Counted over all outcomes. The bound is reached with equal items ("flat"), where 5 % is what the test is made for.
  it.each([30, 198, 500, 2500, 12032, 14042])('are at most 5 %% over %i items, however unequal', (n) => {
    for (const spread of n > 5000 ? every.slice(0, 2) : every) {
      const chances = items(n, 0.75, spread, seeded(n));
      const { ours } = exactRates(chances, chances, 1);
      expect(ours, spread).toBeLessThanOrEqual(0.05);
    }
  });

  it('come to what the program itself flags', () => {
    for (const [n, spread] of [
      [30, 'flat'],
      [198, 'mild'],
      [500, 'wide'],
    ] as const) {
      const chances = items(n, 0.75, spread, seeded(n));
      const { ours, fixed } = exactRates(chances, chances, 1);
      // `simulate` draws the same items first: the seed is the same.
      const seen = simulate({ n, mean: 0.75, spread, trials: 2000, seed: n });
      const margin = (rate: number) => 4 * Math.sqrt((rate * (1 - rate)) / 2000) + 0.001;
      expect(Math.abs(seen.ours - ours)).toBeLessThan(margin(ours));
      expect(Math.abs(seen.fixed - fixed)).toBeLessThan(margin(fixed));
    }
  });

  it('are far more under the fixed rule where the benchmark is small', () => {
    const chances = items(30, 0.75, 'mild', seeded(30));
    expect(exactRates(chances, chances, 1).fixed).toBeGreaterThan(0.38);
  });
});

describe('power: two models whose true means lie so many standard errors apart', () => {
  it.each([
    [30, 1],
    [198, 1],
    [500, 1],
    [2500, 2],
    [12032, 2],
  ])('is within 3 points of theory over %i items with %i decimals', (n, digits) => {
    for (const shift of [2, 3, 4]) {
      const away = (shift / 2) * Math.sqrt((2 * 0.5 * 0.5) / n);
      const first = new Float64Array(n).fill(0.5 - away);
      const second = new Float64Array(n).fill(0.5 + away);
      const { ours } = exactRates(first, second, digits);
      expect(Math.abs(ours - theoreticalPower(shift)), `${shift} standard errors`).toBeLessThan(0.03);
    }
  });
});
