import { describe, expect, it } from 'vitest';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import type { Score } from '../score.ts';
import { judgeGroup } from './index.ts';
import type { PageFacts } from './page-facts.ts';

const repo = 'openai/gpt-oss-20b';
const page: PageFacts = {
  at: Date.parse('2026-06-01T00:00:00Z'),
  lastModified: '2026-05-01T10:00:00.000Z',
  baseModels: [],
  // openai/gpt-oss-20b: pull request 240 of January 2026; 400 is made up.
  opened: new Map([
    [240, '2026-01-26T09:00:00.000Z'],
    [400, '2026-05-20T09:00:00.000Z'],
  ]),
  cardIsWhole: true,
  doubtful: [],
  unclear: [],
};
const inPullRequests = (...numbers: number[]): Score => ({
  ...aScore({ ...on.hle, value: '17.3', source: { url: 'https://arxiv.org/abs/2508.10925' } }),
  origins: numbers.map((pullRequest) => ({ kind: 'pull-request', pullRequest, seenBy: ['pull-requests'] })),
});

describe('dates', () => {
  it('names a pull request that nobody took up for 90 days', () => {
    const [verdict, ...more] = judgeGroup([inPullRequests(240)], { repo, page });
    expect(verdict).toMatchObject({ code: 'P4', severity: 'notice' });
    expect(words(verdict!.message)).toBe(
      '17.3 stands in a pull request (#240) that has been open since 2026-01-26, 125 days',
    );
    expect(more).toEqual([]);
  });

  it('has no word on a young one, on one whose date is unknown, and on a score that stands elsewhere too', () => {
    for (const score of [inPullRequests(400), inPullRequests(7), inPullRequests(240, 400)])
      expect(judgeGroup([score], { repo, page })).toEqual([]);
    const merged = inPullRequests(240);
    merged.origins.unshift({ kind: 'main', seenBy: ['main-files'] });
    expect(judgeGroup([merged], { repo, page })).toEqual([]);
    expect(judgeGroup([inPullRequests(240)], { repo, page: { ...page, at: Date.parse('2026-04-20') } })).toEqual([]);
  });

  it('says that the card may have changed since a number was taken from it', () => {
    const source = { url: `https://huggingface.co/${repo}` };
    const card = aCardScore({ ...on.hle, value: '17.3', row: 'HLE' });
    const codes = (value: string, date: string) =>
      judgeGroup([aScore({ ...on.hle, value, source, date }), card], { repo, page })[0]?.secondary;
    expect(codes('24.0', '2025-08-05')).toContain('P4');
    expect(codes('24.0', '2026-05-01')).not.toContain('P4');
    expect(codes('17.3', '2025-08-05')).not.toContain('P4');
  });
});
