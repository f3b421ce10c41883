import { sameItemsError } from '../../lib/evals/stats/compare.ts';
import { twoSidedP } from '../../lib/evals/stats/normal.ts';
import { equalAfterRounding } from '../../lib/evals/stats/rounding.ts';
import type { Rates } from './simulate.ts';

/** Chances of each number of solved items: the distribution of a sum of unequal coins, item by item. */
export function solvedDistribution(chances: Float64Array): Float64Array {
  const chance = new Float64Array(chances.length + 1);
  chance[0] = 1;
  let [low, high] = [0, 0];
  for (const p of chances) {
    high += 1;
    for (let count = high; count > low; count -= 1) {
      chance[count] = (chance[count] ?? 0) * (1 - p) + (chance[count - 1] ?? 0) * p;
    }
    chance[low] = (chance[low] ?? 0) * (1 - p);
    // What is too unlikely to matter is left out, so that thousands of items take no time.
    while (low < high && (chance[low] ?? 0) < 1e-16) chance[low++] = 0;
    while (high > low && (chance[high] ?? 0) < 1e-16) chance[high--] = 0;
  }
  return chance;
}

/** The likely outcomes of one run as they are printed, with the standard rule's ingredients. */
function outcomes(chances: Float64Array, digits: number) {
  const n = chances.length;
  return Array.from(solvedDistribution(chances), (chance, count) => ({
    chance,
    value: Number(((100 * count) / n).toFixed(digits)),
  })).filter(({ chance }) => chance > 1e-9);
}

/**
 * How often two single runs are called different, by our rule and by a fixed five points: not simulated but counted
 * over all outcomes, so that a rate of 4.98 % can be told from 5.02 %. Restates the rule in a few lines on purpose: the
 * program's own way is what {@link simulate} runs.
 * @param digits decimals that both values are printed with
 */
export function exactRates(first: Float64Array, second: Float64Array, digits: number): Rates {
  const n = first.length;
  const unit = 10 ** -digits;
  const sample = (value: number) => ({ p: value / 100, n, runs: 1, unit: unit / 100 });
  let [ours, fixed] = [0, 0];
  const others = outcomes(second, digits);
  for (const a of outcomes(first, digits)) {
    for (const b of others) {
      const both = a.chance * b.chance;
      if (both < 1e-13) continue;
      const delta = Math.abs(a.value - b.value);
      if (delta > 5) fixed += both;
      if (delta === 0 || equalAfterRounding(a.value, unit, b.value, unit)) continue;
      const z = (delta - unit / 2) / 100 / sameItemsError(sample(a.value), sample(b.value));
      if (twoSidedP(z) < 0.05) ours += both;
    }
  }
  return { ours, fixed };
}
