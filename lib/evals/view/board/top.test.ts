import { describe, expect, it } from 'vitest';
import type { BoardAnswerRow } from '../../board/board.ts';
import { buildBoard } from '../../board/build-board.ts';
import { topOf } from './top.ts';

const board = (values: number[], dataset = 'Idavidrein/gpqa', task = 'diamond') =>
  buildBoard({
    dataset,
    task,
    at: 7,
    unreadable: 0,
    reports: [],
    rows: values.map(
      (value, index): BoardAnswerRow => ({
        rank: index + 1,
        modelId: `a/m${index}`,
        value,
        valueText: String(value),
        verified: index === 1,
        filename: '.eval_results/gpqa.yaml',
        ...(index > 1 && { pullRequest: index }),
      }),
    ),
  });

describe('the top of a board', () => {
  it('counts all rows and ranks among all of them, and shows five', () => {
    // 198 questions: 86.4 and 84.3 cannot be told apart, 60 and below can.
    const top = topOf(board([86.4, 84.3, 60, 59, 58, 57, 0.5]));
    expect(top).toMatchObject({ dataset: 'Idavidrein/gpqa', task: 'diamond', at: 7, direction: 'higher', gaps: [] });
    expect(top.counts).toMatchObject({ all: 7, verified: 1, author: 2, community: 5, doubt: 1 });
    expect([top.ranged, top.first]).toEqual([6, 2]);
    expect(top.rows).toEqual([
      { rank: 1, modelId: 'a/m0', valueText: '86.4', range: { from: 1, to: 2 } },
      { rank: 2, modelId: 'a/m1', valueText: '84.3', range: { from: 1, to: 2 } },
      ...[60, 59, 58].map((value, index) => ({
        rank: index + 3,
        modelId: `a/m${index + 2}`,
        valueText: String(value),
        range: { from: 3, to: 6 },
      })),
    ]);
  });

  it('has no ranges where nobody knows how many questions there are', () => {
    const top = topOf(board([80, 70], 'somebody/else', 'all'));
    expect([top.ranged, top.first, top.rows.map(({ range }) => range)]).toEqual([0, 0, [undefined, undefined]]);
  });

  it('of an empty board is empty', () => {
    expect(topOf(board([]))).toMatchObject({ ranged: 0, first: 0, rows: [], counts: { all: 0 } });
  });
});
