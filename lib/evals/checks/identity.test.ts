import { describe, expect, it } from 'vitest';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
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

  describe('by the columns of its own card', () => {
    // Qwen/Qwen3-30B-A3B-Instruct-2507-FP8 and the like: the card's table has the model that it was made from beside it.
    const repo = 'org/Qwen3-8B-Medical';
    const page = {
      at: 0,
      lastModified: undefined,
      baseModels: ['Qwen/Qwen3-8B'],
      opened: new Map<number, string>(),
      cardIsWhole: true,
      doubtful: [],
      unclear: [],
    };
    const card = aCardScore({ ...on.mmluPro, value: '61.0', row: 'MMLU-Pro' });
    const cell = card.origins[0]!.cell!;
    cell.beside = [
      { name: 'Qwen3-8B', value: 56.7, valueText: '56.7' },
      { name: 'Llama-3.1-8B', value: 44.3, valueText: '44.3' },
    ];
    const paper = { url: 'https://arxiv.org/abs/2505.09388' };
    const judged = (value: string, source = paper) =>
      judgeGroup([aScore({ ...on.mmluPro, value, source }), card], { repo, page }).find(({ a, b }) => a !== b);

    it('knows the number of the model that it was made from', () => {
      expect(judged('56.7')).toMatchObject({ code: 'I2', severity: 'warning', comparable: false });
    });

    it('asks about another model’s number, and warns when the card is named as the source', () => {
      expect(judged('44.3')).toMatchObject({ code: 'I1', severity: 'notice', comparable: true });
      expect(judged('44.3', { url: `https://huggingface.co/${repo}` })).toMatchObject({
        code: 'I1',
        severity: 'warning',
        secondary: expect.arrayContaining(['P2']),
      });
    });

    it('has no word where the card gives the number to this model too', () => {
      cell.beside.push({ name: 'Mistral-7B', value: 61, valueText: '61.0' });
      expect(judged('61.0')?.code).toBe('R1');
    });

    it('knows a quantized model’s card that gives the figures of the model before', () => {
      const quantized = 'org/Qwen3-8B-AWQ';
      const figure = (column: string) => {
        const score = aCardScore({ ...on.mmluPro, value: '56.7', row: 'MMLU-Pro' });
        score.origins[0]!.cell!.column = column;
        return judgeGroup([score], { repo: quantized, page });
      };
      expect(figure('Qwen3-8B')).toMatchObject([{ code: 'I2', severity: 'notice' }]);
      expect(figure('Qwen3-8B-AWQ')).toEqual([]);
      expect(figure('Score')).toEqual([]);
    });

    it('knows the page of the model that it was made from', () => {
      const score = aScore({ ...on.gsm8k, value: '90.0', source: { url: 'https://huggingface.co/Qwen/Qwen3-8B' } });
      expect(judgeGroup([score], { repo, page })).toMatchObject([{ code: 'I2', severity: 'warning' }]);
    });
  });
});
