import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeGroup } from './index.ts';
import { judgeTwo } from './two.ts';

describe('whose score it is', () => {
  // deepseek-ai/DeepSeek-V3 on MMLU-Pro: 75.9 chat, 64.4 base; on GSM8K the base's 89.3 stands under the chat model.
  it('tells base from chat, also when the number is the same', () => {
    const far = judgeTwo(
      aScore({ ...on.mmluPro, value: '75.9', notes: 'chat model' }),
      aScore({ ...on.mmluPro, value: '64.4', notes: 'base model table, 5-shot' }),
      { repo: 'deepseek-ai/DeepSeek-V3' },
    );
    expect(far).toMatchObject({ code: 'I1', severity: 'warning', comparable: false });
    const same = judgeTwo(
      aScore({ ...on.gsm8k, value: '89.3', notes: 'base model table, 8-shot' }),
      aScore({ ...on.gsm8k, value: '89.3', notes: 'filed under the chat repository' }),
      { repo: 'deepseek-ai/DeepSeek-V3' },
    );
    expect(same).toMatchObject({ code: 'I1', secondary: expect.arrayContaining(['R1']) });
  });

  it('holds the word base against an instruct repository’s name', () => {
    const [a, b] = [aScore({ value: '30.4', notes: 'base model' }), aScore({ value: '31.8' })];
    expect(judgeTwo(a, b, { repo: 'meta-llama/Llama-3.1-8B-Instruct' }).code).toBe('I1');
    expect(judgeTwo(a, b, { repo: 'meta-llama/Llama-3.1-8B' }).code).toBe('N0');
  });

  it('hears of the parent', () => {
    const verdict = judgeTwo(
      aScore({ value: '49.0' }),
      aScore({ value: '71.5', notes: "the parent DeepSeek-R1's score" }),
      { repo: 'deepseek-ai/DeepSeek-R1-Distill-Llama-8B' },
    );
    expect(verdict.code).toBe('I1');
  });

  it('compares the models that the two sides name', () => {
    const pair = (a: string, b: string, y = '70.0') => {
      const [left, right] = [aScore({ value: '70.0' }), aScore({ value: y })];
      return judgeTwo(left, right, {
        models: new Map([
          [left.id, a],
          [right.id, b],
        ]),
      });
    };
    expect(pair('Qwen/Qwen3-4B', 'Qwen/Qwen3-8B').code).toBe('I1');
    expect(pair('google/gemma-4-12B-it', 'google/gemma-4-12B-it', '71.3').code).toBe('N0');
    expect(pair('Qwen/Qwen3-30B-A3B', 'Qwen/Qwen3-30B-A3B-FP8')).toMatchObject({ code: 'I2', severity: 'warning' });
    expect(pair('Qwen/Qwen3-30B-A3B', 'Qwen/Qwen3-30B-A3B-FP8', '69.0').code).toBe('V4');
  });

  // Vedika-advanced-AI/Vedika-4.1-flash carries the numbers of google/gemma-4-12B-it.
  it('asks when one name says instruct and the other says nothing, and the gap is beyond noise', () => {
    // GSM8K of Llama 3.1 8B: 84.5 as instruct by its card; a base model's row beside it.
    const instruct = aScore({ ...on.gsm8k, value: '84.5' });
    const bare = { ...aScore({ ...on.gsm8k, value: '57.6' }) };
    const names = { models: new Map([[bare.id, 'meta-llama/Llama-3.1-8B']]), repo: 'meta-llama/Llama-3.1-8B-Instruct' };
    const [verdict] = judgeGroup([instruct, bare], names);
    expect(verdict).toMatchObject({ code: 'I1', severity: 'warning', comparable: true });
  });

  it('sees that the source of one is another model’s page', () => {
    const own = aScore({ value: '78.8', source: { url: 'https://github.com/Vedika-advanced-AI/Vedika-4.1-flash' } });
    const other = aScore({
      value: '78.8',
      source: { url: 'https://huggingface.co/google/gemma-4-12B-it/discussions/3' },
    });
    const repo = 'Vedika-advanced-AI/Vedika-4.1-flash';
    expect(judgeTwo(own, other, { repo }).code).toBe('I2');
    expect(judgeGroup([other], { repo })).toMatchObject([{ code: 'I1', severity: 'notice' }]);
    expect(judgeGroup([own], { repo })).toEqual([]);
  });

  it('lets another model’s page stand when its column is this model’s', () => {
    const score = aScore({
      value: '31.8',
      source: {
        url: 'https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct',
        name: 'Model card, column Llama 3.1 8B Instruct',
      },
    });
    expect(judgeGroup([score], { repo: 'meta-llama/Llama-3.1-8B-Instruct' })).toEqual([]);
    expect(judgeGroup([score], { repo: 'meta-llama/Llama-3.1-70B-Instruct' })).toMatchObject([{ code: 'I1' }]);
  });
});
