import { setupCheck } from './setup.ts';

/** V2: another subset or version. A warning because both are filed under one task. */
export const subset = setupCheck('V2', () => 'warning');
