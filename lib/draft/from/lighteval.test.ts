import { describe, expect, it } from 'vitest';
import { readEvidence } from './index.ts';
import { lighteval } from './samples.test-kit.ts';

const read = (json: unknown, file?: string) =>
  readEvidence({ content: JSON.stringify(json), ...(file === undefined ? {} : { file }) });

describe('results of lighteval', () => {
  it('become entries; the day stands only in the name of the file', () => {
    const { format, model, entries, findings } = read(lighteval, 'results_2024-03-02T15-42-42.897451.json');
    expect([format, model, findings]).toEqual(['lighteval', 'google/gemma-2b-it', []]);
    expect(entries).toMatchObject([
      {
        dataset: 'openai/gsm8k',
        task: 'gsm8k',
        valueText: '0.03411675511751327',
        date: '2024-03-02',
        notes: 'lighteval, 5-shot',
      },
    ]);
    expect(entries[0]?.evidence.stated).toEqual([
      ['model', 'google/gemma-2b-it'],
      ['model revision', '718cb189da9c5b2e55abe86f2eeffee9b4ae0dad'],
      ['task', 'lighteval|gsm8k|5'],
      ['metric', 'qem'],
      ['samples', '1319'],
      ['standard error', '0.005000212600773267'],
      ['shots', '5'],
      ['harness', 'lighteval'],
      ['task version', '0'],
    ]);
    expect(read(lighteval).entries[0]).not.toHaveProperty('date');
  });

  it('without suites, with the model in its configuration, of a part of the items', () => {
    const { config_general: general } = lighteval;
    const newer = {
      config_general: { lighteval_sha: 'abc', max_samples: 20, model_config: { model_name: 'openai/gpt-oss-20b' } },
      results: { 'gpqa:diamond|0': { 'gpqa_pass@k:k=1': 0.7, 'gpqa_pass@k:k=1_stderr': 0.1 } },
      config_tasks: {
        'gpqa:diamond|0': {
          hf_repo: 'Idavidrein/gpqa',
          hf_subset: 'gpqa_diamond',
          original_num_docs: 198,
          effective_num_docs: 20,
        },
      },
    };
    expect(general.lighteval_sha).toBe('?');
    const { entries, model, findings } = read(newer);
    expect(model).toBe('openai/gpt-oss-20b');
    expect(entries).toMatchObject([{ dataset: 'Idavidrein/gpqa', task: 'diamond', notes: 'lighteval, 0-shot' }]);
    expect(entries[0]?.evidence.stated).toContainEqual(['samples', '20 of 198']);
    expect(findings.map(({ rule }) => rule)).toEqual(['import/limited']);
  });
});
