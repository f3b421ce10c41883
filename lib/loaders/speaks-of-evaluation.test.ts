import { describe, expect, it } from 'vitest';
import { speaksOfEvaluation } from './speaks-of-evaluation.ts';

describe('speaksOfEvaluation', () => {
  // Titles seen on the Hub: huggingface/community-evals runs, ../shared/corpus/INDEX.md (MiniMax-M2.7, ZAYA1-8B).
  it.each([
    'Add GPQA evaluation result',
    'Add community evaluation results for SWE-BENCH_PRO, TERMINAL-BENCH-2.0',
    'Add evals',
    'Create .eval_results/hle.yaml',
    'Update mmlu_pro.yaml',
    'MMLU-Pro',
    'Add benchmark scores',
    'Upload terminal_bench.yaml',
    '添加评测结果',
  ])('%s', (title) => expect(speaksOfEvaluation(title)).toBe(true));

  it.each([
    'Update README.md',
    'Fix chat template',
    'Add ONNX weights',
    'Install & run easily using llmpm',
    'Retrieval example',
    '',
    undefined,
  ])('%s: no', (title) => expect(speaksOfEvaluation(title)).toBe(false));
});
