import type { MessageKey } from '../../lib/evals/message.ts';
import type { VariantTag } from '../../lib/evals/score.ts';

/** What is understood of the notes, in a word and its value: "effort: high". */
export const tagWords: Record<VariantTag['kind'], MessageKey> = {
  tools: 'tagTools',
  effort: 'tagEffort',
  shots: 'tagShots',
  runs: 'tagRuns',
  modality: 'tagModality',
  subset: 'tagSubset',
  version: 'tagVersion',
  harness: 'tagHarness',
  judge: 'tagJudge',
  quantization: 'tagQuantization',
  compute: 'tagCompute',
  context: 'tagContext',
  metric: 'tagMetric',
  model: 'tagModel',
  items: 'tagItems',
};
