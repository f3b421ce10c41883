import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { createHub } from '../hub/hub.ts';
import { readRowHistory } from './row-history.ts';

const path = '.eval_results/gpqa.yaml';
const row = { repo: 'made/history', path, dataset: 'Idavidrein/gpqa', task: 'diamond' };
const text = (value: string) => `- dataset:\n    id: Idavidrein/gpqa\n    task_id: diamond\n  value: ${value}\n`;
const commit = (day: number, author: string, files: Record<string, string>) => ({
  at: `2026-05-0${day}T10:00:00Z`,
  author,
  message: `Day ${day}`,
  files,
});

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
  await local.addRepo({
    type: 'model',
    id: 'made/history',
    aliases: [],
    facts: {},
    readers: [],
    commits: [
      commit(1, 'ada', { 'README.md': '# Made' }),
      commit(2, 'ada', { [path]: text('66.0') }),
      commit(3, 'ben', { 'README.md': '# Made again' }),
      commit(4, 'ben', { [path]: text('71.50') }),
    ],
    discussions: [
      {
        num: 3,
        title: 'Correct',
        author: 'eve',
        createdAt: '2026-05-05T10:00:00Z',
        status: 'open',
        commits: [commit(5, 'eve', { [path]: text('73.1') })],
      },
    ],
    kept: [],
    verified: [],
  });
});
afterAll(() => local.close());

const read = (given: Partial<typeof row> & { pullRequest?: number } = {}) =>
  readRowHistory(
    createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now }),
    { ...row, ...given },
    new AbortController().signal,
  );

describe('the history of a row', () => {
  it('is read from the commits of main, with who and when', async () => {
    const { steps, older, gap } = await read();
    expect([older, gap]).toEqual([false, undefined]);
    expect(
      steps.map(({ commit, values }) => [commit.title, commit.author, commit.date?.slice(0, 10), values[0]?.valueText]),
    ).toEqual([
      ['Day 4', 'ben', '2026-05-04', '71.50'],
      ['Day 2', 'ada', '2026-05-02', '66.0'],
    ]);
  });

  it('of a pull request is that of its ref', async () => {
    const { steps } = await read({ pullRequest: 3 });
    expect(steps.map(({ values }) => values[0]?.valueText)).toEqual(['73.1', '71.50', '66.0']);
  });

  it('says why it could not be read', async () => {
    local.misbehave({ path: '/commits/', status: 429, retryAfter: 120, times: 1 });
    expect((await read()).gap?.key).toBe('gapRateLimited');
    expect((await read({ repo: 'made/none' })).gap).toBeDefined();
  });
});
