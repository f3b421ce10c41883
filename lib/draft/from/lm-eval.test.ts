import { describe, expect, it } from 'vitest';
import { readEvidence } from './index.ts';
import { lmEval } from './samples.test-kit.ts';

describe('results of lm-evaluation-harness', () => {
  const read = readEvidence({ file: 'results_2025-06-23T01-34-27.025863.json', content: lmEval });

  it('become entries, with digits as written, and parts of a group left to the group', () => {
    expect(read.format).toBe('lm-eval');
    expect(read.model).toBe('meta-llama/Llama-3.1-8B');
    expect(
      read.entries.map(({ dataset, task, valueText, notes, date }) => [dataset, task, valueText, notes, date]),
    ).toEqual([
      ['openai/gsm8k', 'gsm8k', '0.5550', 'lm-evaluation-harness, 8-shot', '2025-06-23'],
      ['TIGER-Lab/MMLU-Pro', 'mmlu_pro', '0.3761', 'lm-evaluation-harness, 5-shot', '2025-06-23'],
    ]);
  });

  it('carry all that the file states', () => {
    expect(read.entries[0]?.evidence.stated).toEqual([
      ['model', 'meta-llama/Llama-3.1-8B'],
      ['model revision', 'd04e592bb4f6aa9cfee91e2e20afa771667e1d4b'],
      ['task', 'gsm8k_cot'],
      ['metric', 'exact_match,strict-match'],
      ['samples', '200 of 1319'],
      ['standard error', '0.0352289710609046'],
      ['shots', '8'],
      ['harness', 'lm-evaluation-harness 0.4.9 (1dbd3f4)'],
      ['task version', '3.0'],
      ['limit', '200.0'],
    ]);
    expect(read.entries[0]?.evidence.quote).toBe('"gsm8k_cot": {"exact_match,strict-match":0.555}');
  });

  it('name the metrics and tasks that were not taken', () => {
    expect(read.findings.map(({ rule, message }) => [rule, ...(message.args ?? [])])).toEqual([
      ['import/limited', '200'],
      ['import/metrics', 'gsm8k_cot', 'exact_match,strict-match', 'exact_match,flexible-extract 0.575'],
      ['import/metrics', 'arc_easy', 'acc,none', 'acc_norm,none 0.75'],
      ['import/unknown-benchmark', 1, 'arc_easy'],
    ]);
  });

  it('of the time before filters, with the model in the arguments', () => {
    const old = {
      results: { gsm8k: { acc: 0.5, acc_stderr: 0.01 } },
      versions: { gsm8k: 0 },
      config: { model_args: 'pretrained=EleutherAI/pythia-70m' },
      configs: {},
    };
    const { entries, model } = readEvidence({ content: JSON.stringify(old) });
    expect(model).toBe('EleutherAI/pythia-70m');
    expect(entries).toMatchObject([{ dataset: 'openai/gsm8k', valueText: '0.5' }]);
    expect(entries[0]?.evidence.stated).toContainEqual(['standard error', '0.01']);
    expect(entries[0]).not.toHaveProperty('date');
  });
});
