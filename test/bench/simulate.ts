import { judgeTwo } from '../../lib/evals/checks/two.ts';
import { upperTail, Z95 } from '../../lib/evals/stats/normal.ts';
import { seeded } from '../../lib/evals/stats/random.ts';
import { aScore } from '../fixtures/scores.ts';

/** How unequal the items are: the same chance each, or ever more of them nearly always or nearly never solved. */
export const spreads = { flat: Number.POSITIVE_INFINITY, mild: 8, wide: 1, bimodal: 0.1 } as const;
export type Spread = keyof typeof spreads;

/** The benchmark sizes that the rule must hold for. */
export const sizes = [30, 198, 500, 2500, 12032, 14042] as const;

/** Marsaglia and Tsang's gamma variates (https://doi.org/10.1145/358407.358414), for Beta below. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The chance of each item to be solved: Beta with the mean, narrow or wide as the spread says. */
export function items(n: number, mean: number, spread: Spread, random: () => number): Float64Array {
  const weight = spreads[spread];
  return Float64Array.from({ length: n }, () => {
    if (weight === Number.POSITIVE_INFINITY) return mean;
    const [a, b] = [gamma(mean * weight, random), gamma((1 - mean) * weight, random)];
    return a + b === 0 ? mean : a / (a + b);
  });
}

function run(chances: Float64Array, random: () => number): number {
  let solved = 0;
  for (const chance of chances) if (random() < chance) solved += 1;
  return (100 * solved) / chances.length;
}

export interface Trials {
  n: number;
  mean: number;
  spread: Spread;
  trials: number;
  seed: number;
  /** Standard errors of the difference between the two true means; 0 for the same model twice. */
  shift?: number;
}

export interface Rates {
  /** Share of pairs that our rule flags, as the program judges them from the printed values. */
  ours: number;
  /** The same for a fixed five points. */
  fixed: number;
}

/** Runs two measurements on the same items many times, prints both with one decimal, and has the pair judged. */
export function simulate({ n, mean, spread, trials, seed, shift = 0 }: Trials): Rates {
  const random = seeded(seed);
  const away = (shift / 2) * Math.sqrt((2 * mean * (1 - mean)) / n);
  const first = items(n, mean - away, spread, random);
  const second = shift === 0 ? first : items(n, mean + away, spread, random);
  const notes = `n=${n}`;
  let [ours, fixed] = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    const [x, y] = [run(first, random).toFixed(1), run(second, random).toFixed(1)];
    const verdict = judgeTwo(aScore({ value: x, notes, id: 'a' }), aScore({ value: y, notes, id: 'b' }));
    if (verdict.code === 'N1' || verdict.code === 'N2') ours += 1;
    if (Math.abs(Number(x) - Number(y)) > 5) fixed += 1;
  }
  return { ours: ours / trials, fixed: fixed / trials };
}

/** The chance that a normal deviate shifted by so many standard errors passes the two-sided 5 % point. */
export const theoreticalPower = (shift: number): number => upperTail(Z95 - shift) + upperTail(Z95 + shift);
