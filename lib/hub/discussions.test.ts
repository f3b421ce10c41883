import { describe, expect, it } from 'vitest';
import { modelRepo } from '../evals/repo-ref.ts';
import { listDiscussions, listOpen } from './discussions.ts';
import { createHub } from './hub.ts';

const signal = new AbortController().signal;

const list = (answer: unknown) =>
  listDiscussions(
    createHub({
      base: 'https://huggingface.co',
      fetch: async () => new Response(JSON.stringify(answer)),
      credentials: 'omit',
      now: Date.now,
    }),
    modelRepo('openai-community/gpt2'),
    0,
    { signal },
  );

// The shape of https://huggingface.co/api/models/openai-community/gpt2/discussions, recorded 2026-03-11.
const item = {
  num: 152,
  author: { _id: '67c82e44cae39495ef71d325', name: 'sarthak-saxena', type: 'user' },
  repo: { name: 'openai-community/gpt2', type: 'model' },
  title: 'Install & run',
  status: 'open',
  createdAt: '2026-03-11T15:34:52.000Z',
  isPullRequest: true,
  numComments: 1,
};

describe('listDiscussions', () => {
  it('reads what it needs of an item', async () => {
    expect((await list({ discussions: [item], count: 1, start: 0, numClosedDiscussions: 60 })).pullRequests).toEqual([
      {
        num: 152,
        author: 'sarthak-saxena',
        title: 'Install & run',
        status: 'open',
        createdAt: '2026-03-11T15:34:52.000Z',
        isPullRequest: true,
      },
    ]);
  });

  it('keeps pull requests of deleted users, of unknown status and without a title; leaves discussions out', async () => {
    const discussions = [
      { ...item, author: undefined },
      { ...item, num: 2, status: 'resting', title: null },
      { ...item, num: 3, isPullRequest: false },
      { title: 'no number' },
      'nonsense',
    ];
    const { pullRequests, unreadable } = await list({ discussions, count: 5, start: 0 });
    expect(unreadable).toBe(2);
    expect(pullRequests.map(({ num, author, status }) => [num, author, status])).toEqual([
      [152, undefined, 'open'],
      [2, 'sarthak-saxena', 'unknown'],
    ]);
  });

  it.each([
    ['there are more', { discussions: [item], count: 145, start: 0 }, { count: 145, more: true }],
    ['the last page', { discussions: [item], count: 145, start: 144 }, { count: 145, more: false }],
    ['an empty page ends it', { discussions: [], count: 145, start: 50 }, { count: 145, more: false }],
    ['no count', { discussions: [item] }, { count: 1, more: true }],
    ['no count, and nothing more', { discussions: [] }, { more: false }],
  ])('counts: %s', async (_, answer, expected) => expect(await list(answer)).toMatchObject(expected));

  it('is unexpected without a list', async () => {
    await expect(list({ count: 3 })).rejects.toMatchObject({ reason: 'unexpected' });
  });
});

/** All pages of a Hub that answers the n-th request as told, and how many requests that took. */
async function listAll(answer: (page: number) => { nums: number[]; start?: number; count?: number }) {
  let asked = 0;
  const hub = createHub({
    base: 'https://huggingface.co',
    fetch: async () => {
      const { nums, ...more } = answer(asked++);
      return new Response(JSON.stringify({ discussions: nums.map((num) => ({ ...item, num })), ...more }));
    },
    credentials: 'omit',
    now: Date.now,
  });
  const { listed, unlisted } = await listOpen(hub, modelRepo('openai-community/gpt2'), true, { signal });
  return { listed: listed.length, unlisted, asked };
}

const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe('listOpen', () => {
  it('reads page after page, and says that it is all', async () => {
    const pages = [
      { nums: range(120, 71), start: 0, count: 120 },
      { nums: range(70, 21), start: 50, count: 120 },
      { nums: range(20, 1), start: 100, count: 120 },
    ];
    expect(await listAll((page) => pages[page]!)).toEqual({ listed: 120, unlisted: 0, asked: 3 });
  });

  it('is not whole when one was closed between two pages: another has moved to the page that was read', async () => {
    const pages = [
      { nums: range(120, 71), start: 0, count: 120 },
      // 100 was closed: 70 has moved up, and stands on no page that is read.
      { nums: range(69, 20), start: 50, count: 119 },
      { nums: range(19, 1), start: 100, count: 119 },
    ];
    expect(await listAll((page) => pages[page]!)).toMatchObject({ listed: 119, unlisted: 1 });
    // One more was opened after that: the last count is the first one again.
    const again = [...pages.slice(0, 2), { nums: range(20, 1), start: 100, count: 120 }];
    expect(await listAll((page) => again[page]!)).toMatchObject({ unlisted: 1 });
  });

  it('ends where a Hub says the same page for ever, and does not call it whole', async () => {
    for (const more of [{ count: 120 }, {}])
      expect(await listAll(() => ({ nums: range(50, 1), ...more }))).toMatchObject({
        listed: 50,
        unlisted: 'count' in more ? 70 : 1,
        asked: 20,
      });
  });

  it('counts pages by what is on them when the Hub gives no count', async () => {
    const pages = [{ nums: range(60, 11) }, { nums: range(10, 1) }, { nums: [] }];
    expect(await listAll((page) => pages[page]!)).toEqual({ listed: 60, unlisted: 0, asked: 3 });
  });
});
