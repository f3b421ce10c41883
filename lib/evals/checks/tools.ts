import { Z95 } from '../stats/normal.ts';
import { setupCheck } from './setup.ts';

/**
 * V1: tools, reasoning effort, test-time compute, context management or shots differ. A warning where the gap is more
 * than the noise of this one pair, because a reader would take it for a difference of models.
 */
export const tools = setupCheck('V1', ({ noise, equal }) => {
  if (equal) return 'info';
  if (!noise) return 'notice';
  return noise.z > Z95 ? 'warning' : 'info';
});
