/** Two-sided 5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/**
 * P(Z > z) of the standard normal distribution, to about twelve digits: the Taylor series of Marsaglia,
 * "Evaluating the Normal Distribution" (https://doi.org/10.18637/jss.v011.i04), near the middle, and Laplace's
 * continued fraction (Abramowitz and Stegun 26.2.14) in the tail, where the series would cancel.
 */
export function upperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - upperTail(-z);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let i = 3; Math.abs(term) > 1e-17; i += 2) {
      term *= (z * z) / i;
      sum += term;
    }
    return 0.5 - density(z) * sum;
  }
  let fraction = 0;
  for (let i = 100; i > 0; i--) fraction = i / (z + fraction);
  return density(z) / (z + fraction);
}

/** Two-sided p-value of a standard normal deviate. */
export const twoSidedP = (z: number): number => Math.min(1, 2 * upperTail(Math.abs(z)));

/** The z that a standard normal deviate passes with this probability, for p in (0, 0.5]: {@link upperTail} turned around. */
export function upperPoint(p: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
