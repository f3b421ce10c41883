import { describe, expect, it, vi } from 'vitest';
import type { CellMark, CellStatus } from '../../evals/view/cell-status.ts';
import { createChoice } from './choice.ts';

const mark = (score: string, status: CellStatus): CellMark => ({
  ...{ score, status, name: { key: 'marksNew', args: [score] }, valueText: '71.5' },
  ...{ table: 1, rowIndex: 1, columnIndex: 1, row: 'GPQA', column: 'high' },
});

function begin() {
  const does = { explain: vi.fn(), draft: vi.fn(), changed: vi.fn() };
  return { ...does, choice: createChoice(does) };
}

describe('choosing a mark', () => {
  it('explains what is reported, of several figures the one that differs', () => {
    const { choice, explain, draft } = begin();
    choice.choose([mark('a', 'agrees'), mark('b', 'apart')], false);
    choice.choose([mark('c', 'new'), mark('d', 'differs')], true);
    expect(explain.mock.calls).toEqual([['a'], ['d']]);
    expect(draft).not.toHaveBeenCalled();
  });

  it('begins a draft with what is not reported, alone or with all that were put together', () => {
    const { choice, draft, changed } = begin();
    choice.choose([mark('a', 'new'), mark('b', 'agrees')], false);
    expect(draft).toHaveBeenLastCalledWith(['a']);
    choice.choose([mark('b', 'new')], true);
    choice.choose([mark('c', 'new'), mark('d', 'new')], true);
    expect([...choice.selected]).toEqual(['b', 'c', 'd']);
    expect(draft).toHaveBeenCalledTimes(1);
    choice.choose([mark('c', 'new'), mark('d', 'new')], true);
    expect([...choice.selected]).toEqual(['b']);
    expect(changed).toHaveBeenCalledTimes(4);
    choice.choose([mark('b', 'new')], false);
    expect(draft).toHaveBeenLastCalledWith(['b']);
    expect(choice.selected.size).toBe(0);
  });

  it('forgets a figure that somebody has reported meanwhile', () => {
    const { choice } = begin();
    choice.choose([mark('a', 'new')], true);
    choice.choose([mark('b', 'new')], true);
    choice.keep([mark('b', 'new')]);
    expect([...choice.selected]).toEqual(['b']);
  });
});
