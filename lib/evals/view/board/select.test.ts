import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../board/board.ts';
import { readVariant } from '../../variant/index.ts';
import { countRows, isInConflict, selectRows, wholeBoard } from './select.ts';

const row = (modelId: string, value: number, more: Partial<BoardRow> = {}): BoardRow => ({
  rank: 1,
  modelId,
  value,
  valueText: String(value),
  verified: false,
  filename: '.eval_results/gpqa.yaml',
  variant: readVariant({ notes: more.notes }),
  ...more,
});
const memory = { at: 1, standing: 'differs', summary: { key: 'boardTitle' }, hidden: [] } as const;

const rows = [
  row('Qwen/Big', 88, { rank: 1, parameters: 200e9, notes: 'With tools', verified: true }),
  row('zai-org/Small', 80, { rank: 2, parameters: 9e9, notes: 'No tools.', pullRequest: 7 }),
  row('openai/Sizeless', 0.7, { rank: 3, doubt: 'fraction', memory: { ...memory, hidden: [], date: '2026-05-01' } }),
];
const board = { rows, direction: 'higher', bases: ['qwen/big'] } as const;
const ids = (change: Partial<typeof wholeBoard>) =>
  selectRows({ ...board, rows: [...rows], bases: [...board.bases] }, { ...wholeBoard, ...change }).map(
    ({ modelId }) => modelId,
  );

describe('rows of a board', () => {
  it.each([
    ['all', {}, ['Qwen/Big', 'zai-org/Small', 'openai/Sizeless']],
    ['words of any field', { text: 'TOOLS no' }, ['zai-org/Small']],
    ['a pull request', { text: '#7' }, ['zai-org/Small']],
    ['verified', { who: 'verified' }, ['Qwen/Big']],
    ['merged by the author', { who: 'author' }, ['Qwen/Big', 'openai/Sizeless']],
    ['in a pull request', { who: 'community' }, ['zai-org/Small']],
    ['of a size, which must be known', { most: 32e9 }, ['zai-org/Small']],
    ['with tools', { tools: 'with' }, ['Qwen/Big']],
    ['without tools, which must be said', { tools: 'none' }, ['zai-org/Small']],
    ['in doubtful scale', { only: 'doubt' }, ['openai/Sizeless']],
    ['with differing reports', { only: 'differs' }, ['openai/Sizeless']],
    ['since a day, which must be known', { since: '2026-04-01' }, ['openai/Sizeless']],
    ['later than all', { since: '2026-06-01' }, []],
    ['without derivatives', { withoutDerivatives: true }, ['Qwen/Big']],
    ['by name', { sort: 'model' }, ['openai/Sizeless', 'Qwen/Big', 'zai-org/Small']],
    ['by size, the unknown last', { sort: 'size' }, ['zai-org/Small', 'Qwen/Big', 'openai/Sizeless']],
    ['by who', { sort: 'who' }, ['Qwen/Big', 'openai/Sizeless', 'zai-org/Small']],
    ['the other way round', { reversed: true }, ['openai/Sizeless', 'zai-org/Small', 'Qwen/Big']],
  ] as const)('%s', (_, change, expected) => expect(ids(change)).toEqual(expected));

  it('stay in their place: nothing is moved in the board itself', () => {
    ids({ sort: 'model' });
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('by value follow the direction', () => {
    const lower = selectRows({ rows: [...rows], direction: 'lower' }, { ...wholeBoard, sort: 'value' });
    expect(lower.map(({ value }) => value)).toEqual([0.7, 80, 88]);
  });

  it('are counted by kind', () => {
    expect(countRows(rows)).toMatchObject({
      all: 3,
      verified: 1,
      community: 1,
      author: 2,
      doubt: 1,
      differs: 1,
      apart: 0,
      sized: 2,
      dated: 1,
    });
    expect(rows.map(isInConflict)).toEqual([false, false, true]);
    const apart = rows.map((row) => ({
      ...row,
      memory: { ...memory, hidden: [], standing: 'not-comparable' as const },
    }));
    expect(countRows(apart)).toMatchObject({ differs: 0, apart: 3 });
  });
});
