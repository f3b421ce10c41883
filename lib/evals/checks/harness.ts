import { gap } from './pair.ts';
import { setupCheck } from './setup.ts';

/**
 * V4: another agent scaffold, harness, judge or precision. Up to 15 points is usual between scaffolds
 * (https://epoch.ai/gradient-updates/why-benchmarking-is-hard), so a warning only beyond that.
 */
export const harness = setupCheck('V4', (pair) => (gap(pair) > pair.thresholds.harnessPoints ? 'warning' : 'info'));
