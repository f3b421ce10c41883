import { setupCheck } from './setup.ts';

/** V3: pass@k, consensus or another metric beside a plain mean. Not comparable by definition. */
export const aggregation = setupCheck('V3', () => 'warning');
