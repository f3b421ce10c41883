import { describe, expect, it } from 'vitest';
import { readApiEntries } from './api-entries.ts';
import { buildReport } from './build.ts';
import type { Report } from './report.ts';

const loaders = {
  'eval-results': 'ok',
  'main-files': 'pending',
  'pull-requests': 'off',
  'model-card': 'off',
  'model-index': 'off',
} as const;

/** A report of figures that the API gives for one benchmark and task: value, notes, pull request. */
function report(
  dataset: string,
  task: string,
  figures: [value: number, notes?: string | undefined, pullRequest?: number][],
): Report {
  const items = figures.map(([value, notes, pullRequest]) => ({
    filename: '.eval_results/results.yaml',
    verified: false,
    data: { dataset: { id: dataset, task_id: task }, value, date: '2026-06-01', notes },
    pullRequest,
  }));
  const part = { ...readApiEntries(items), gaps: [], pullRequests: [] };
  return buildReport('openai/gpt-oss-20b', { 'eval-results': part }, loaders, 1_790_000_000_000);
}

describe('a report', () => {
  it('is plain data: it survives storage and messages', () => {
    const whole = report('Idavidrein/gpqa', 'diamond', [[71.5], [67.1, 'Reasoning: low', 180]]);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(whole).toMatchObject({ version: 1, repo: 'openai/gpt-oss-20b', stored: false, loaders });
  });

  it('goes by the Hub’s own spelling of the repository', () => {
    const facts = {
      id: 'openai-community/gpt2',
      gated: false,
      private: false,
      disabled: false,
      tags: [],
      baseModels: [],
    } as const;
    const part = {
      entries: [],
      findings: [],
      gaps: [],
      pullRequests: [],
      facts: { ...facts, tags: [], baseModels: [] },
    };
    expect(buildReport('gpt2', { 'eval-results': part }, loaders, 0).repo).toBe('openai-community/gpt2');
  });

  it('knows the benchmark’s name and number of items, and says nothing of one it does not know', () => {
    expect(report('Idavidrein/gpqa', 'diamond', [[71.5]]).groups[0]?.benchmark).toMatchObject({
      name: 'GPQA',
      official: true,
      items: { n: 198, of: 'questions' },
    });
    expect(report('nobody/knows', 'this', [[71.5]]).groups[0]?.benchmark).toBeUndefined();
  });
});

describe('what a group says', () => {
  const group = (...args: Parameters<typeof report>) => report(...args).groups[0];

  it.each([
    ['one score', 'Idavidrein/gpqa', [[71.5]], 'single'],
    // LiquidAI/LFM2.5-1.2B-Instruct, pull request 17; other models report 72.1 there.
    ['one score in doubtful scale', 'sapbot/ask-my-agent-bench-2', [[0.7, undefined, 17]], 'scale'],
    ['two within noise', 'Idavidrein/gpqa', [[71.5], [71.2, undefined, 2]], 'agree'],
    ['two far beyond noise', 'cais/hle', [[17.3], [6.3, undefined, 2]], 'differs'],
    // openai/gpt-oss-20b, pull requests 178 and 180.
    [
      'two setups',
      'Idavidrein/gpqa',
      [
        [74.2, 'Reasoning: high', 178],
        [56.8, 'Reasoning: low', 180],
      ],
      'not-comparable',
    ],
    ['a fraction beside a percentage', 'cais/hle', [[0.173], [17.3, undefined, 2]], 'scale'],
    ['two of an unknown benchmark', 'nobody/knows', [[12], [15, undefined, 2]], 'differs'],
  ] as const)('of %s', (_, dataset, figures, standing) => {
    const task = dataset === 'cais/hle' ? 'hle' : 'diamond';
    expect(group(dataset, task, figures.map(([...figure]) => figure) as never)?.standing).toBe(standing);
  });

  it('is the gravest of its verdicts', () => {
    const found = group('cais/hle', 'hle', [[17.3], [17.4, undefined, 2], [6.3, undefined, 3]]);
    expect(found?.standing).toBe('differs');
    expect(found?.summary).toEqual(found?.verdicts[0]?.message);
  });

  it('is no verdict on the first forty alone: what is left uncompared is counted', () => {
    const figures = Array.from({ length: 100 }, (_, i): [number, string] => [10 + i / 10, `run ${i}`]);
    const found = group('cais/hle', 'hle', figures);
    expect(found?.scores).toHaveLength(100);
    expect(found?.notCompared).toBe(60);
    const compared = new Set(found?.verdicts.flatMap(({ a, b }) => [a, b]));
    expect(compared.size).toBe(40);
  });
});
