import { describe, expect, it } from 'vitest';
import { modelRepo } from '../evals/repo-ref.ts';
import { listDiscussions } from './discussions.ts';
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
