import { describe, expect, it } from 'vitest';
import { derivation } from './checkpoint.ts';
import { draftOf, groundOf, saidBy } from './question.test-kit.ts';

describe('checkpoint', () => {
  it.each([
    ['Qwen/Qwen3-235B-A22B-Instruct-2507-FP8', [], 'quantized'],
    ['allenai/olmOCR-2-7B-1025-FP8', ['base_model:quantized:allenai/olmOCR-2-7B-1025'], 'quantized'],
    ['unsloth/gpt-oss-20b-GGUF', ['gguf'], 'quantized'],
    ['allenai/olmOCR-2-7B-1025', ['base_model:finetune:Qwen/Qwen2.5-VL-7B-Instruct'], 'derived'],
    ['openai/gpt-oss-20b', ['mxfp4', '8-bit'], undefined],
  ])('%s %j', (repo, tags, kind) => expect(derivation(repo, { tags, baseModels: [] })?.kind).toBe(kind));

  it('asks, and takes no for an answer', () => {
    const ground = groundOf([], {}, { tags: ['base_model:quantized:openai/gpt-oss-20b-original'] });
    const asked = (checkpointEvaluated?: boolean) =>
      saidBy(
        'checkpoint',
        {
          ...draftOf({}),
          answers: { accepted: [], ...(checkpointEvaluated === undefined ? {} : { checkpointEvaluated }) },
        },
        { ground },
      );
    expect(asked()).toEqual(['error problemCheckpointQuantized']);
    expect(asked(false)).toEqual(['error problemCheckpointNot']);
    expect(asked(true)).toEqual([]);
  });
});
