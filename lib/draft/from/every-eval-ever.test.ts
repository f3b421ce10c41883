import { describe, expect, it } from 'vitest';
import { readEvidence } from './index.ts';
import { everyEvalEver } from './samples.test-kit.ts';

const read = (json: unknown) => readEvidence({ file: 'record.json', content: JSON.stringify(json) });

describe('a record of Every Eval Ever', () => {
  it('becomes an entry with what it states', () => {
    const { format, model, entries, findings } = read(everyEvalEver);
    expect([format, model, findings]).toEqual(['eee', 'openai/gpt-oss-20b', []]);
    expect(entries).toMatchObject([
      { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', valueText: '0.748', date: '2025-10-20' },
    ]);
    expect(entries[0]).not.toHaveProperty('notes');
    expect(entries[0]?.evidence.stated).toEqual([
      ['model', 'openai/gpt-oss-20b'],
      ['task', 'mmlu_pro/choice'],
      ['metric', 'accuracy, from 0 to 1'],
      ['samples', '12032'],
      ['standard error', '0.004'],
      ['harness', 'inspect_ai 0.3.139'],
      ['evaluator', 'EvalEval (third_party)'],
      ['settings', '{"temperature":1,"agentic_eval_config":{"available_tools":[]}}'],
    ]);
  });

  it('names its page, tools, and that lower is better', () => {
    const record = structuredClone(everyEvalEver);
    const [result] = record.evaluation_results;
    Object.assign(result ?? {}, {
      source_data: {
        source_type: 'url',
        dataset_name: 'HLE',
        url: ['https://scale.com/leaderboard/humanitys_last_exam'],
      },
      metric_config: { lower_is_better: true },
      generation_config: { generation_args: { agentic_eval_config: { available_tools: [{ name: 'python' }] } } },
    });
    const { entries, findings } = read(record);
    expect(entries).toMatchObject([
      {
        dataset: 'cais/hle',
        task: 'hle',
        notes: 'With tools',
        source: { url: 'https://scale.com/leaderboard/humanitys_last_exam', name: 'inspect_ai' },
      },
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['eee/lower']);
  });

  it('several in one list are read together', () => {
    const { entries, model } = read([everyEvalEver, everyEvalEver]);
    expect([entries.length, model]).toEqual([2, 'openai/gpt-oss-20b']);
  });
});
