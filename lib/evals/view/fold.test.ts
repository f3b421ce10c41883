import { describe, expect, it } from 'vitest';
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { aCardScore, on } from '../../../test/fixtures/scores.ts';
import type { Group } from '../report.ts';
import { arrangeGroups, foldRows, needsFilterBox } from './fold.ts';

const group = (values: number[], dataset = 'cais/hle', task = 'hle'): Group => {
  const entries = values.map((value, i) => anEntry({ value: `${value}`, dataset, task, notes: `No tools, seed ${i}` }));
  const [made] = aReport({ entries }).groups;
  if (!made) throw new Error('no group');
  return made;
};
const folded = (values: number[]) => {
  const { shown, hidden } = foldRows(group(values));
  return [shown.map(({ value }) => value), hidden.map(({ value }) => value)];
};

describe('the rows of a group', () => {
  it('fold after five, unless only one would be hidden', () => {
    expect(folded([8, 8, 8, 8, 8])).toEqual([[8, 8, 8, 8, 8], []]);
    expect(folded([8, 8, 8, 8, 8, 8])).toEqual([[8, 8, 8, 8, 8, 8], []]);
    expect(folded([8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7])).toEqual([
      [8.1, 8.2, 8.3, 8.4, 8.5],
      [8.6, 8.7],
    ]);
  });

  it('keep both sides of the widest conflict visible', () => {
    const [shown, hidden] = folded([8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 30]);
    expect(shown).toContain(30);
    expect(hidden).toEqual([8.5, 8.6]);
  });
});

describe('groups', () => {
  const quiet = (i: number) => group([8], `a/quiet-${i}`);
  const loud = group([17.3, 6.3]);

  it('stand as they come while there are at most eight', () => {
    const groups = [...Array.from({ length: 7 }, (_, i) => quiet(i)), loud];
    expect(arrangeGroups(groups)).toEqual(groups.map((one) => ({ group: one, folded: false })));
    expect(needsFilterBox(groups)).toBe(false);
  });

  it('beyond eight stand with conflicts first, the rest folded; beyond twelve with a box to filter', () => {
    const groups = [...Array.from({ length: 12 }, (_, i) => quiet(i)), loud];
    const arranged = arrangeGroups(groups);
    expect(arranged[0]).toEqual({ group: loud, folded: false });
    expect(arranged.slice(1).map((one) => [one.group.dataset, one.folded])).toEqual(
      groups.slice(0, 12).map(({ dataset }) => [dataset, true]),
    );
    expect(needsFilterBox(groups)).toBe(true);
  });

  it('of the card alone stand last and folded, and do not make the others fold; a card that contradicts itself does not', () => {
    const ofCard = (i: number, ...rows: string[]) => {
      const scores = rows.map((row) => aCardScore({ ...on.hle, value: `${30 + row.length}`, row }));
      return { ...quiet(0), dataset: `c/${i}`, scores };
    };
    const cards = Array.from({ length: 9 }, (_, i) => ofCard(i, ''));
    const differing = { ...ofCard(9, '', 'x'), standing: 'differs' as const };
    const files = [quiet(1), loud];
    const arranged = arrangeGroups([...cards, ...files, differing], true);
    expect(arranged.map(({ group: { dataset }, folded }) => [dataset, folded])).toEqual([
      ['a/quiet-1', false],
      [loud.dataset, false],
      ['c/9', false],
      ...cards.map(({ dataset }) => [dataset, true]),
    ]);
    expect(arrangeGroups(cards.slice(0, 8)).some(({ folded }) => folded)).toBe(false);
  });
});
