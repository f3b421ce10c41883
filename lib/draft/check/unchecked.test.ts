import { describe, expect, it } from 'vitest';
import { blocking } from '../problem.ts';
import { checkDraft } from './index.ts';
import { draftOf, groundOf, NOW, saidBy } from './question.test-kit.ts';

describe('unchecked', () => {
  it('fails closed: without a complete reading of the repository nothing may be sent', () => {
    expect(saidBy('unchecked', draftOf({}), { ground: undefined })).toEqual(['error problemUnread']);
    expect(saidBy('unchecked', draftOf({}), { ground: groundOf([], { repo: 'openai/gpt-oss-120b' }) })).toEqual([
      'error problemUnread',
    ]);
    const missing = [{ key: 'gapRateLimited' as const, args: ['12:04'] }];
    expect(saidBy('unchecked', draftOf({}), { ground: groundOf([], { complete: false, missing }) })).toEqual([
      'error problemUnchecked',
      'error gapRateLimited',
    ]);
    const twice = [...missing, { key: 'problemUnchecked' as const }, ...missing];
    expect(saidBy('unchecked', draftOf({}), { ground: groundOf([], { complete: false, missing: twice }) })).toEqual([
      'error problemUnchecked',
      'error gapRateLimited',
    ]);
    const { head: _, ...headless } = groundOf();
    expect(saidBy('unchecked', draftOf({}), { ground: headless })).toEqual(['error problemHeadUnknown']);
    const unread = groundOf([], { files: [{ path: '.eval_results/hle.yaml' }] });
    expect(saidBy('unchecked', draftOf({}), { ground: unread })).toEqual(['error problemUnchecked']);
  });

  it('no acceptance helps against an error', () => {
    const draft = draftOf({});
    const problems = checkDraft(draft, { now: NOW });
    const accepted = { ...draft, answers: { accepted: problems.map(({ id }) => id) } };
    expect(blocking(problems, accepted).map(({ check }) => check)).toContain('unchecked');
  });

  it('a pull request that is added to is the account’s own', () => {
    const updating = { number: 12, head: 'b'.repeat(40), files: [] };
    const by = (author: string) => [{ number: 12, title: '', author, status: 'open' as const, paths: [] }];
    const said = (author: string) =>
      saidBy(
        'unchecked',
        { ...draftOf({}), updates: 12 },
        { account: 'mira', ground: groundOf([], { updating, pullRequests: by(author) }) },
      );
    expect(said('mira')).toEqual([]);
    expect(said('tomas')).toEqual(['error problemNotOwn']);
  });

  it('a pull request that is added to must have been read', () => {
    const updating = { number: 12, head: 'b'.repeat(40), files: [] };
    expect(saidBy('unchecked', { ...draftOf({}), updates: 12 })).toEqual(['error problemHeadUnknown']);
    expect(saidBy('unchecked', { ...draftOf({}), updates: 12 }, { ground: groundOf([], { updating }) })).toEqual([]);
  });
});
