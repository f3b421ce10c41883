import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { GapReason } from '../evals/report.ts';
import { catalogueLookup, createSay } from '../evals/say.ts';
import { HubError } from '../hub/hub-error.ts';
import { toGap } from './to-gap.ts';

const say = createSay(catalogueLookup(en), 'en');
const sayChinese = createSay(catalogueLookup(zh), 'zh-CN');

const expected: Record<GapReason, RegExp> = {
  offline: /cannot be reached/,
  timeout: /in time/,
  'rate-limited': /Too many requests.* \d\d:\d\d/,
  'sign-in': /does not exist, or it is private.*sign in/,
  gated: /gated.*granted access/,
  'no-access': /your account has no access/,
  forbidden: /rights of your account/,
  disabled: /disabled/,
  'repo-missing': /no such repository/,
  'entry-missing': /no longer there/,
  'revision-missing': /revision/,
  server: /fault of its own.*503/,
  unexpected: /does not understand/,
  'too-large': /too large/,
  aborted: /stopped/,
};

describe('toGap', () => {
  const gapOf = (reason: GapReason) =>
    toGap(
      'pull-requests',
      new HubError({ reason, path: '/x', status: 503, retryAt: 1_750_000_000_000, detail: 'said so' }),
    );

  it.each(Object.entries(expected) as [GapReason, RegExp][])('has its own words for %s', (reason, words) => {
    const gap = gapOf(reason);
    expect(gap).toMatchObject({ loader: 'pull-requests', reason, detail: 'said so' });
    expect(say(gap.message)).toMatch(words);
    expect(sayChinese(gap.message)).toMatch(/\p{Script=Han}/u);
  });

  it('never says two things with the same words', () => {
    const reasons = Object.keys(expected) as GapReason[];
    expect(new Set(reasons.map((reason) => say(gapOf(reason).message))).size).toBe(reasons.length);
    expect(new Set(reasons.map((reason) => sayChinese(gapOf(reason).message))).size).toBe(reasons.length);
  });

  it('names the minute in which waiting is over, never an earlier one', () => {
    const at = new Date(2026, 10, 21, 9, 4, 31).getTime();
    const gap = toGap('eval-results', new HubError({ reason: 'rate-limited', path: '/x', retryAt: at }));
    expect(gap.retryAt).toBe(at);
    expect(gap.message.args).toEqual(['09:05']);
  });

  it('takes a fault of our own for unexpected, with its words', () => {
    expect(toGap('main-files', new TypeError('x is not a function'))).toMatchObject({
      reason: 'unexpected',
      detail: 'TypeError: x is not a function',
    });
  });
});
