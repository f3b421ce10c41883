/** One score as the tests see it. */
export interface Sample {
  /** Proportion, 0 to 1. */
  p: number;
  /** Independent items. */
  n: number;
  /** Runs averaged over each item; 1 when nobody said more. */
  runs: number;
  /** One unit in the last printed digit, as a proportion. */
  unit: number;
}

/**
 * Standard error of the difference between two reports of one model on the same items.
 *
 * The items being the same, only the noise of sampling the model is left (data and prediction noise:
 * https://arxiv.org/abs/2512.21326): E[pᵢ(1−pᵢ)]/n · (1/k₁ + 1/k₂), which by the law of total variance is at most
 * p(1−p)/n · (1/k₁ + 1/k₂). So the test that uses this bound may miss a difference and hardly invents one.
 * The mean is kept 1/(n+4) away from 0 and 1. Where values are printed so coarsely that rounding adds more than 2 % to
 * the variance, the variance of rounding (u²/12 each) is added.
 */
export function sameItemsError(a: Sample, b: Sample): number {
  const n = Math.min(a.n, b.n);
  const edge = 1 / (n + 4);
  const mean = Math.min(1 - edge, Math.max(edge, (a.p + b.p) / 2));
  return withRounding(((mean * (1 - mean)) / n) * (1 / a.runs + 1 / b.runs), a, b);
}

/**
 * Standard error of the difference where the items differ or nobody knows whether they are the same:
 * sqrt(p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂), each proportion kept off 0 and 1 as in {@link sameItemsError}.
 */
export function differentItemsError(a: Sample, b: Sample): number {
  const part = ({ p, n }: Sample) => {
    const edge = 1 / (n + 4);
    const kept = Math.min(1 - edge, Math.max(edge, p));
    return (kept * (1 - kept)) / n;
  };
  return withRounding(part(a) + part(b), a, b);
}

function withRounding(variance: number, a: Sample, b: Sample): number {
  const rounding = (a.unit * a.unit + b.unit * b.unit) / 12;
  return Math.sqrt(rounding > 0.02 * variance ? variance + rounding : variance);
}
