import { describe, expect, it } from 'vitest';
import { anEntry, aReport, gptOssEntries } from '../../../test/fixtures/reports.ts';
import { filterGroups, sortScores } from './filter.ts';

const { groups } = aReport({ entries: gptOssEntries() });
const count = (...filter: Parameters<typeof filterGroups>) =>
  filterGroups(...filter).reduce((sum, { scores }) => sum + scores.length, 0);

describe('filtering', () => {
  it('by nothing keeps all', () => {
    expect(filterGroups(groups, { name: 'all' })).toEqual(groups);
  });

  it('by where a score stands', () => {
    const mixed = aReport({ entries: [...gptOssEntries(), anEntry({ value: '71.5' })] }).groups;
    expect(count(mixed, { name: 'merged' })).toBe(1);
    expect(count(mixed, { name: 'community' })).toBe(20);
    expect(count(mixed, { name: 'verified' })).toBe(0);
  });

  it('by conflict keeps only scores that a verdict speaks of', () => {
    const differing = filterGroups(groups, { name: 'differing' });
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.every(({ standing }) => standing !== 'single' && standing !== 'agree')).toBe(true);
    expect(differing.flatMap(({ scores }) => scores).length).toBeLessThan(20);
  });

  it.each([
    ['gpqa high', (text: string) => /high/i.test(text)],
    ['#255', (text: string) => text.includes('255')],
    ['GPQA', () => true],
  ])('by the words %j', (text, holds) => {
    const found = filterGroups(groups, { name: 'all', text });
    expect(found.length).toBeGreaterThan(0);
    for (const score of found.flatMap(({ scores }) => scores)) expect(holds(JSON.stringify(score))).toBe(true);
    expect(filterGroups(groups, { name: 'all', text: `${text} nonsense` })).toEqual([]);
  });
});

describe('sorting', () => {
  const scores = groups.flatMap((group) => group.scores);

  it('by value, date and badge; as found by default', () => {
    expect(sortScores(scores, 'found')).toEqual(scores);
    const values = sortScores(scores, 'value').map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const dates = sortScores(scores, 'date').map(({ date }) => date ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
    const entries = [
      anEntry({ value: '1', pullRequest: 4 }),
      anEntry({ value: '2' }),
      anEntry({ value: '3', verified: true, pullRequest: 5 }),
    ];
    const mixed = aReport({ entries }).groups.flatMap((group) => group.scores);
    expect(sortScores(mixed, 'badge').map(({ value }) => value)).toEqual([3, 2, 1]);
  });
});
