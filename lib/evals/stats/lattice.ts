/** More runs than this say nothing: the possible values lie too close. */
export const MOST_RUNS = 64;

/** What n items make possible at the precision of a printed value. */
export interface Lattice {
  /** Fewest runs that can give the value; null when no number of runs up to {@link MOST_RUNS} can. */
  runs: number | null;
  /** The possible values of a single run nearest to it, in percent: below and above. */
  nearest: [number, number];
}

/**
 * The GRIM idea of Brown and Heathers (https://doi.org/10.1177/1948550616673876): a mean of 0/1 outcomes over n items
 * and k runs is a multiple of 100/(n·k), so a printed mean shows the fewest runs it can come from. That is a lower
 * bound of the true number, so using it for noise stays on the safe side.
 * @param value in percent, as printed
 * @param unit one unit in its last printed digit, in percent
 * @returns undefined where the print is too coarse to tell (100/n ≤ unit) or the value lies outside 0 to 100
 */
export function lattice(value: number, unit: number, n: number): Lattice | undefined {
  if (!(100 / n > unit) || value < 0 || value > 100) return undefined;
  const slack = unit / 2 + 1e-9;
  let runs: number | null = null;
  for (let k = 1; k <= MOST_RUNS; k++) {
    const step = 100 / (n * k);
    if (Math.abs(Math.round(value / step) * step - value) <= slack) {
      runs = k;
      break;
    }
  }
  const below = Math.min(n, Math.floor((value * n) / 100 + 1e-9));
  return { runs, nearest: [(100 * below) / n, (100 * Math.min(n, below + 1)) / n] };
}
