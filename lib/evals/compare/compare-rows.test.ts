import { describe, expect, it } from 'vitest';
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { compareRows, reportedBy } from './compare-rows.ts';

// Values, notes and pull requests as recorded of openai/gpt-oss-20b and zai-org/GLM-5.3-Flash, 2026-10-01.
const gptOss = aReport({
  repo: 'openai/gpt-oss-20b',
  entries: [
    anEntry({ value: '80.1', notes: 'Reasoning: high', pullRequest: 178 }),
    anEntry({ value: '67.1', notes: 'Reasoning: low', pullRequest: 180 }),
    anEntry({
      value: '17.3',
      dataset: 'cais/hle',
      task: 'hle',
      notes: 'Reasoning: high, With tools',
      pullRequest: 178,
    }),
    anEntry({ value: '0.7', dataset: 'sapbot/ask-my-agent-bench-2', task: 'fallback', pullRequest: 17 }),
  ],
});
const other = aReport({
  repo: 'zai-org/GLM-5.3-Flash',
  entries: [anEntry({ value: '88.4', dataset: 'idavidrein/GPQA' }), anEntry({ value: '88.40', pullRequest: 3 })],
});

describe('the reports of several models lined up', () => {
  it('have one row for a benchmark and task, whatever the case of the dataset; blanks stay blank', () => {
    const rows = compareRows([gptOss, undefined, other]);
    expect(rows.map(({ name, task, cells }) => [name, task, cells.map((cell) => cell?.scores.length ?? null)])).toEqual(
      [
        ['GPQA', 'diamond', [2, null, 2]],
        ["Humanity's Last Exam", 'hle', [1, null, null]],
        ['sapbot/ask-my-agent-bench-2', 'fallback', [1, null, null]],
      ],
    );
  });

  it('keep every value as written, with the spread and what the reports say of one another', () => {
    const [gpqa] = compareRows([gptOss, other]);
    expect(gpqa?.cells[0]).toMatchObject({
      spread: { low: { valueText: '67.1' }, high: { valueText: '80.1' } },
      standing: 'not-comparable',
    });
    expect(gpqa?.cells[1]?.spread).toBeNull();
    // Wilson's interval of 80.1 % over 198 questions.
    const interval = gpqa?.cells[0]?.dots.find(({ valueText }) => valueText === '80.1')?.interval;
    expect(interval?.map((end) => Number(end.toFixed(1)))).toEqual([74, 85.1]);
  });

  it('by setup have a row for each, judged by its own scores', () => {
    const rows = compareRows([gptOss, other], true).filter(({ name }) => name === 'GPQA');
    expect(rows.map(({ setup, cells }) => [setup, cells.map((cell) => cell?.standing ?? null)])).toEqual([
      ['high', ['single', null]],
      ['low', ['single', null]],
      ['', [null, 'agree']],
    ]);
    expect(rows.map(reportedBy)).toEqual([1, 1, 1]);
  });
});
