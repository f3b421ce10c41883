import { describe, expect, it } from 'vitest';
import { draftOf, groundOf, saidBy } from './question.test-kit.ts';

const closed = {
  number: 85,
  title: 'Add HLE evaluation result (10.9)',
  author: 'burtenshaw',
  closedBy: 'openai-owner',
  closedAt: '2026-03-02T10:00:00.000Z',
};
const ask = (change: object, account?: string) =>
  saidBy('declined', draftOf({}), { account, ground: groundOf([], { closed: [{ ...closed, ...change }] }) });

describe('declined', () => {
  it('tells the next one, and stops the same one', () => {
    expect(ask({})).toEqual(['warning problemDeclined']);
    expect(ask({}, 'someone')).toEqual(['warning problemDeclined']);
    expect(ask({}, 'burtenshaw')).toEqual(['error problemDeclinedOwn']);
  });

  it('a withdrawn one was no answer of the owner', () => {
    expect(ask({ closedBy: 'burtenshaw' }, 'burtenshaw')).toEqual(['notice problemWithdrawn']);
  });

  it('goes by the files where they were read, else by the title', () => {
    expect(ask({ title: 'Add HLE evaluation result (22.1)' })).toEqual([]);
    expect(ask({ title: 'Add MMLU-Pro evaluation result (10.9)' })).toEqual([]);
    expect(ask({ title: 'x', values: [{ dataset: 'cais/hle', task: 'hle', valueText: '10.90' }] })).toHaveLength(1);
    expect(ask({ values: [{ dataset: 'cais/hle', task: 'hle', valueText: '17.3' }] })).toEqual([]);
  });

  it('says when nobody looked', () => {
    const { closed: _, ...ground } = groundOf();
    expect(saidBy('declined', draftOf({}), { ground })).toEqual(['notice problemClosedUnread']);
  });
});
