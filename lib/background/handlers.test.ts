import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  begun,
  inTab,
  page,
  popup,
  repo,
  scored,
  send,
  startBrowser,
  told,
  world,
} from '../../test/fixtures/background.ts';
import { defaultThresholds } from '../evals/checks/thresholds.ts';

beforeEach(startBrowser);

describe('what is refused', () => {
  it.each([
    ['a report of another repository', 'readReport', { repo: 'other/model' }, /which this tab does not show/],
    ['a page that the address does not bear out', 'pageSeen', { ...page, repo: 'a/b' }, /which this tab does not show/],
    ['settings for a page', 'readSettings', undefined, /not accepted from https:\/\/huggingface\.co/],
    ['a repository that is an address', 'readReport', { repo: '../../evil' }, /unreadable data/],
    ['a page without a kind', 'pageSeen', {}, /unreadable data/],
  ] as const)('%s', async (_, type, data, words) => {
    await expect(send(type, data, inTab(1))).rejects.toMatchObject({ message: expect.stringMatching(words) });
    expect(world.gathered).toEqual([]);
    expect(world.executeScript).not.toHaveBeenCalled();
  });

  it('a header that still shows the page before is left out', async () => {
    await send('pageSeen', { ...page, facts: { repo: 'old/model', openDiscussions: 0 } }, inTab(1));
    const { repo: asked, options } = await begun(1);
    expect(asked).toBe(repo);
    expect(options.openDiscussions).toBeUndefined();
  });

  it('a legacy address is gathered under the name that its header has', async () => {
    const facts = { repo: 'openai-community/gpt2' };
    await send('pageSeen', { kind: 'model', repo: 'gpt2', tab: 'card', facts }, inTab(1, '/gpt2'));
    expect((await begun(1)).repo).toBe('openai-community/gpt2');
  });
});

describe('the popup', () => {
  const tab = async (url: string | undefined) => {
    const created = await fakeBrowser.tabs.create(url === undefined ? {} : { url });
    return created.id!;
  };

  it('reads what a tab shows and its newest report', async () => {
    const id = await tab(`https://huggingface.co/${repo}`);
    await send('pageSeen', page, inTab(id));
    (await begun(1)).options.onSnapshot?.(scored({ at: 7 }));
    expect(await send('readTab', id, popup)).toMatchObject({ page, report: { at: 7 } });
  });

  it('hears that access to the Hub is missing', async () => {
    world.contains.mockResolvedValue(false);
    expect(await send('readTab', 5, popup)).toEqual({ page: { kind: 'other' }, access: 'missing' });
    expect(world.contains).toHaveBeenCalledWith({ origins: ['https://huggingface.co/*'] });
  });

  it('hears nothing of other sites, of closed tabs, or of a page that was left', async () => {
    expect(await send('readTab', await tab('https://example.org/'), popup)).toBeUndefined();
    expect(await send('readTab', 999, popup)).toBeUndefined();
    const id = await tab('https://huggingface.co/another/model');
    await send('pageSeen', page, inTab(id));
    expect(await send('readTab', id, popup)).toEqual({ page: { kind: 'other' } });
  });
});

describe('panel state, settings and cache', () => {
  it('keeps how the panel stands, and tells the panels of other tabs', async () => {
    for (const id of [1, 2]) {
      world.panels.add(id);
      void send('readReport', { repo }, inTab(id)).catch(() => undefined);
    }
    await vi.waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get('tabs'))).toContain('document-2'),
    );
    expect(await send('writePanelState', { collapsed: true }, inTab(1))).toEqual({ collapsed: true, place: 'auto' });
    await vi.waitFor(() => expect(told('panelStateChanged')).toEqual([2]));
    await send('writeSettings', { place: 'edge' }, popup);
    await vi.waitFor(() => expect(told('panelStateChanged')).toEqual([2, 1, 2]));
    expect(await send('readPanelState', undefined, inTab(1))).toEqual({ collapsed: true, place: 'edge' });
  });

  it('switches a loader off for the next gathering', async () => {
    expect(await send('writeSettings', { off: ['main-files'] }, popup)).toMatchObject({
      off: ['main-files'],
      place: 'auto',
    });
    await send('pageSeen', page, inTab(1));
    expect((await begun(1)).options.off).toEqual(['main-files']);
  });

  it('exports, resets and imports settings, and says why a file is refused', async () => {
    await send('writeSettings', { off: ['main-files'], place: 'edge' }, popup);
    const file = await send('exportSettings', undefined, popup);
    const reset = { off: [], place: 'auto', thresholds: defaultThresholds, hidden: [] };
    expect(await send('resetSettings', undefined, popup)).toEqual(reset);
    const settings = { off: ['main-files'], place: 'edge', thresholds: defaultThresholds, hidden: [] };
    expect(await send('importSettings', file, popup)).toEqual({ settings, errors: [] });
    const refused = await send('importSettings', '{"a":1}', popup);
    expect(refused).toMatchObject({ settings, errors: [{ key: 'settingsFileOther' }] });
  });

  it('says how much is kept, and clears it', async () => {
    await send('pageSeen', page, inTab(1));
    (await begun(1)).end(scored({ at: world.time }));
    await send('readReport', { repo }, inTab(1));
    await vi.waitFor(async () => expect(await send('cacheSize', undefined, popup)).toMatchObject({ reports: 1 }));
    await send('clearCache', undefined, popup);
    expect(await send('cacheSize', undefined, popup)).toEqual({ reports: 0, bytes: 0 });
    void send('readReport', { repo }, inTab(1));
    await begun(2);
  });

  it('opens the options page', async () => {
    await send('openOptions', undefined, inTab(1));
    expect(world.openOptionsPage).toHaveBeenCalledOnce();
  });
});
