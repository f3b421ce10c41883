import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { aGroup, aReport, aScore } from '../../test/fixtures/reports.ts';
import type { Group } from '../evals/report.ts';
import { catalogueLookup, createSay } from '../evals/say.ts';
import { badgeOf, showBadge } from './badge.ts';

const say = createSay(catalogueLookup(english), 'en');
const group = (count: number, standing: Group['standing']) =>
  aGroup(
    Array.from({ length: count }, (_, n) => aScore({ value: String(70 + n) })),
    standing,
    { key: 'badgeNone' },
  );

describe('what the toolbar says', () => {
  it('is the number of scores, in words in the title', () => {
    const badge = badgeOf(aReport({ groups: [group(2, 'agree'), group(1, 'single')] }), say);
    expect(badge).toMatchObject({ text: '3', title: 'Crosscheck: 3 scores' });
  });

  it('is one score in the singular, and in Chinese', () => {
    const one = aReport({ groups: [group(1, 'single')] });
    expect(badgeOf(one, say).title).toBe('Crosscheck: 1 score');
    expect(badgeOf(one, createSay(catalogueLookup(chinese), 'zh-CN')).title).toMatch(/^Crosscheck.*1 个.*分/);
  });

  it.each(['differs', 'scale'] as const)('is amber with a mark and a word when a group stands at "%s"', (standing) => {
    const calm = badgeOf(aReport({ groups: [group(2, 'agree'), group(2, 'not-comparable')] }), say);
    const badge = badgeOf(aReport({ groups: [group(2, 'agree'), group(2, standing)] }), say);
    expect(badge.colour).not.toBe(calm.colour);
    expect(badge.title).toBe('▲ Crosscheck: 4 scores · 1 benchmark with differing scores');
    expect(calm.title).not.toContain('▲');
  });

  it('is empty without scores, and says whether there are none or none could be read', () => {
    const none = {
      'eval-results': 'ok',
      'main-files': 'ok',
      'pull-requests': 'ok',
      'model-card': 'ok',
      'model-index': 'ok',
    } as const;
    expect(badgeOf(aReport(), say)).toMatchObject({ text: '', title: 'Crosscheck: no reported scores yet' });
    const unread = badgeOf(aReport({ loaders: { ...none, 'eval-results': 'gap' } }), say);
    expect(unread).toMatchObject({ text: '', title: 'Crosscheck: the scores could not be read' });
    expect(badgeOf(aReport({ loaders: { ...none, 'eval-results': 'pending' } }), say)).toMatchObject({ title: '' });
  });

  it('has room for four characters', () => {
    expect(badgeOf(aReport({ groups: [group(1200, 'agree')] }), say).text).toBe('999+');
  });
});

describe('the toolbar button', () => {
  const badge = { text: '20', colour: '#b45309', title: 'twenty' };

  beforeEach(() => fakeBrowser.reset());
  afterEach(() => vi.unstubAllGlobals());

  it('shows it on one tab, and nothing on the others', async () => {
    await showBadge(4, badge);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 4 })).toBe('20');
    expect(await fakeBrowser.action.getTitle({ tabId: 4 })).toBe('twenty');
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
    await showBadge(4);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 4 })).toBe('');
  });

  it('is called browserAction under manifest 2', async () => {
    const { action } = fakeBrowser;
    const set = { setBadgeText: vi.fn(), setTitle: vi.fn(), setBadgeBackgroundColor: vi.fn() };
    Object.assign(fakeBrowser, { action: undefined, browserAction: set });
    try {
      await showBadge(4, badge);
    } finally {
      Object.assign(fakeBrowser, { action });
    }
    expect(set.setBadgeText).toHaveBeenCalledWith({ tabId: 4, text: '20' });
    expect(set.setBadgeBackgroundColor).toHaveBeenCalledWith({ tabId: 4, color: '#b45309' });
  });

  it('does not mind a tab that was closed', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(() => Promise.reject(new Error('No tab with id')));
    await expect(showBadge(4, badge)).resolves.toBeUndefined();
  });
});
