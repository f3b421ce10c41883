import { conditionPatterns } from './condition-patterns.ts';
import { countingPatterns } from './counting-patterns.ts';
import { harnessPatterns } from './harness-patterns.ts';
import { modelPatterns } from './model-patterns.ts';
import type { Pattern } from './pattern.ts';

/** What the words say of the setup, the more telling pattern first; each takes its words away from those after it. */
export const patterns: readonly Pattern[] = [
  ...conditionPatterns,
  ...countingPatterns,
  ...modelPatterns,
  ...harnessPatterns,
];
