/**
 * Holm's step-down adjustment of p-values: rejecting those at most α keeps the chance of even one false rejection in
 * the family below α, whatever the dependence. Holm 1979, https://www.jstor.org/stable/4615733.
 * @returns adjusted p-values in the order given
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(ps.length);
  let highest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * p));
    adjusted[index] = highest;
  }
  return adjusted;
}
