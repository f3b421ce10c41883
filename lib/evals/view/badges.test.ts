import { describe, expect, it } from 'vitest';
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { badgesOf } from './badges.ts';

const badges = (...entries: ReturnType<typeof anEntry>[]) => {
  const [group] = aReport({ entries }).groups;
  const [score] = group?.scores ?? [];
  return score ? badgesOf(score, group).map(({ kind, pullRequest }) => `${kind}${pullRequest ?? ''}`) : [];
};

describe('badges', () => {
  it('say that a score is the author’s, the community’s, or both', () => {
    expect(badges(anEntry({ value: '71.5', dataset: 'a/b' }))).toEqual(['author']);
    expect(badges(anEntry({ value: '71.5', dataset: 'a/b', pullRequest: 178 }))).toEqual(['community178']);
    const both = [
      anEntry({ value: '71.5', dataset: 'a/b', pullRequest: 178 }),
      anEntry({ value: '71.5', dataset: 'a/b' }),
    ];
    expect(badges(...both)).toEqual(['author', 'community178']);
  });

  it('say verified only where the Hub does, and that a token alone was not checked', () => {
    expect(badges(anEntry({ value: '1', dataset: 'a/b', verified: true, hasToken: true }))).toEqual([
      'verified',
      'author',
    ]);
    expect(badges(anEntry({ value: '1', dataset: 'a/b', hasToken: true }))).toEqual(['author', 'token']);
  });

  it('say that there is a leaderboard and a source', () => {
    const entry = anEntry({
      value: '1',
      dataset: 'Idavidrein/gpqa',
      source: { url: 'https://arxiv.org/abs/2508.10925' },
    });
    expect(badges(entry)).toEqual(['author', 'leaderboard', 'source']);
  });
});
