import { Z95 } from './normal.ts';

/** Bounds of a proportion, both within [0, 1]. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a proportion over n independent items. Below a few hundred items the normal
 * approximation misleads (https://arxiv.org/abs/2503.01747), and at 0 or 1 it has no width at all.
 * Formula: Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953.
 * @param p the proportion, 0 to 1
 * @param n independent items: clusters where tests come in clusters (https://arxiv.org/abs/2411.00640)
 */
export function wilson(p: number, n: number, z = Z95): Interval {
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** Binomial standard error of a proportion over n independent items. */
export const standardError = (p: number, n: number): number => Math.sqrt((p * (1 - p)) / n);
