import { describe, expect, it } from 'vitest';
import { groundOf } from '../check/question.test-kit.ts';
import { fromScore } from './score.ts';

describe('a row of the panel', () => {
  const [score] = groundOf([
    {
      dataset: 'Idavidrein/gpqa',
      task: 'diamond',
      valueText: '71.50',
      date: '2025-08-05',
      notes: 'Reasoning: high',
      pullRequest: 180,
    },
  ]).report.groups.flatMap(({ scores }) => scores);
  if (!score) throw new Error('no score');

  it('begins an entry with what the file says, and where it stands', () => {
    expect(fromScore(score, 'openai/gpt-oss-20b')).toMatchObject({
      dataset: 'Idavidrein/gpqa',
      task: 'diamond',
      valueText: '71.50',
      notes: 'Reasoning: high',
      date: '2025-08-05',
      source: { url: 'https://huggingface.co/openai/gpt-oss-20b/blob/refs%2Fpr%2F180/.eval_results/file_0.yaml#L1' },
      evidence: { kind: 'report', file: '.eval_results/file_0.yaml', line: 1 },
    });
  });

  it('does not take the day of a commit for the day of a measurement', () => {
    expect(fromScore({ ...score, dateIsDefault: true }, 'openai/gpt-oss-20b')).not.toHaveProperty('date');
  });

  it('of the card has its cell as evidence and the card as source', () => {
    const cell = {
      section: ['gpt-oss', 'Evaluation'],
      table: 2,
      row: 'GPQA Diamond',
      column: 'gpt-oss-20b',
      header: ['Benchmark', 'gpt-oss-20b'],
      footnotes: ['No tools.'],
      rowIndex: 3,
      columnIndex: 1,
      unit: 'percent' as const,
      beside: [],
    };
    const origin = {
      kind: 'model-card' as const,
      line: 120,
      quote: 'GPQA Diamond | 71.5',
      cell,
      seenBy: ['model-card' as const],
    };
    expect(
      fromScore({ ...score, origins: [...score.origins, origin] }, 'openai/gpt-oss-20b', 'c'.repeat(40)),
    ).toMatchObject({
      source: { url: 'https://huggingface.co/openai/gpt-oss-20b', name: 'Model Card' },
      evidence: {
        kind: 'card',
        table: 2,
        row: 'GPQA Diamond',
        column: 'gpt-oss-20b',
        footnotes: ['No tools.'],
        line: 120,
        commit: 'c'.repeat(40),
      },
    });
  });
});
