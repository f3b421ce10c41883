import { Z95 } from '../stats/normal.ts';
import { gap } from './pair.ts';
import { setupCheck } from './setup.ts';

/**
 * V4: another agent scaffold, harness, judge or precision. Up to 15 points is usual between scaffolds
 * (https://epoch.ai/gradient-updates/why-benchmarking-is-hard), so a warning only beyond that. Precision costs little
 * (https://arxiv.org/abs/2411.02355), so there a gap beyond noise is a warning.
 */
export const harness = setupCheck('V4', (pair, { kind }) => {
  const usual = kind === 'harness' ? gap(pair) <= pair.thresholds.harnessPoints : (pair.noise?.z ?? 0) <= Z95;
  return usual ? 'info' : 'warning';
});
