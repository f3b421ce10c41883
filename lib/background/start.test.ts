import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aGroup, aReport, aScore } from '../../test/fixtures/reports.ts';
import type { Report } from '../evals/report.ts';
import type { PageSeen, Protocol } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/senders.ts';
import type { startBackground, World } from './start.ts';

type Gather = World['gather'];

type Listener = (
  message: unknown,
  sender: Sender,
  respond: (answer: { res?: unknown; err?: unknown }) => void,
) => unknown;

const repo = 'openai/gpt-oss-20b';
const page: PageSeen = { kind: 'model', repo, tab: 'card' };

const scored = (given: Partial<Report> = {}) =>
  aReport({
    repo,
    groups: [aGroup([aScore({ value: '71.5' }), aScore({ value: '66' })], 'differs', { key: 'badgeNone' })],
    facts: { id: repo, gated: false, private: false, disabled: false, tags: [], baseModels: [] },
    ...given,
  });

/** The browser around the background, as far as the tests need it. */
const world = {
  time: 1_000_000,
  gathered: [] as { repo: string; options: Parameters<Gather>[1]; end(report: Report): void }[],
  /** Messages that reached a tab, and the panels that answer there. */
  toTabs: [] as { tabId: number; type: string; data: unknown }[],
  panels: new Set<number>(),
  executeScript: vi.fn(),
  contains: vi.fn(),
  openOptionsPage: vi.fn(),
};

const gather: Gather = (asked, options) => {
  const { promise, resolve, reject } = Promise.withResolvers<Report>();
  const { signal } = options;
  signal?.addEventListener('abort', () => reject(signal.reason));
  world.gathered.push({ repo: asked, options, end: resolve });
  return promise;
};

let listener: Listener;

/** A worker starts: after a kill the old one's listeners are gone, and what it kept is there. */
async function startWorker() {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.tabs.onRemoved.removeAllListeners();
  vi.resetModules();
  const added = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const fresh = (await import('./start.ts')) as { startBackground: typeof startBackground };
  fresh.startBackground({ gather, fetch: vi.fn(), now: () => world.time });
  listener = added.mock.lastCall?.[0] as unknown as Listener;
}

const inTab = (id: number, path = `/${repo}`, documentId = `document-${id}`): Sender => ({
  id: fakeBrowser.runtime.id,
  url: `https://huggingface.co${path}`,
  frameId: 0,
  documentId,
  tab: { id, url: `https://huggingface.co${path}` },
});
const popup: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };

/** Sends as the given sender, through the listener that the messenger registered. */
function send<K extends keyof Protocol>(type: K, data: unknown, sender: Sender): Promise<ReturnType<Protocol[K]>> {
  return new Promise((resolve, reject) => {
    const heard = listener({ id: 1, type, data, timestamp: 1 }, sender, ({ res, err }) =>
      err === undefined ? resolve(res as ReturnType<Protocol[K]>) : reject(Object.assign(new Error(), err)),
    );
    if (heard !== true) reject(new Error('nobody heard it'));
  });
}

const begun = async (count: number) => {
  await vi.waitFor(() => expect(world.gathered.length).toBe(count));
  return world.gathered[count - 1]!;
};
const badge = (tabId: number) => fakeBrowser.action.getBadgeText({ tabId });
const told = (type: string) => world.toTabs.filter((message) => message.type === type).map(({ tabId }) => tabId);

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(world, { time: 1_000_000, gathered: [], toTabs: [], panels: new Set() });
  world.executeScript = vi.fn(async () => []);
  world.contains = vi.fn(async () => true);
  world.openOptionsPage = vi.fn(async () => undefined);
  Object.assign(fakeBrowser, { scripting: { executeScript: world.executeScript }, commands: undefined });
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
    Object.assign(area, { setAccessLevel: undefined });
  }
  Object.assign(fakeBrowser.permissions, { contains: world.contains });
  Object.assign(fakeBrowser.runtime, { openOptionsPage: world.openOptionsPage });
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string) => (key === 'languageTag' ? 'en' : key),
    getUILanguage: () => 'en',
  });
  Object.assign(fakeBrowser.tabs, {
    sendMessage(
      tabId: number,
      message: { type: string; data: unknown },
      _: unknown,
      respond: (answer?: unknown) => void,
    ) {
      if (!world.panels.has(tabId)) return respond();
      world.toTabs.push({ tabId, ...message });
      respond({ res: true });
    },
  });
  await startWorker();
});

describe('a model page', () => {
  it('has its report gathered and its panel injected as soon as it is seen', async () => {
    await send('pageSeen', page, inTab(1));
    const { repo: asked, options } = await begun(1);
    expect(asked).toBe(repo);
    expect(options).toMatchObject({ base: 'https://huggingface.co', credentials: 'include', off: [] });
    expect(world.executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 1, documentIds: ['document-1'] },
      files: ['/content-scripts/panel.js'],
      injectImmediately: true,
    });
  });

  it('seen again with its facts is not gathered or injected twice', async () => {
    await send('pageSeen', page, inTab(1));
    await begun(1);
    await send('pageSeen', { ...page, facts: { repo, openDiscussions: 3 } }, inTab(1));
    expect(world.gathered).toHaveLength(1);
    expect(world.executeScript).toHaveBeenCalledTimes(1);
  });

  it('in a browser that does not name documents gets one panel a document all the same', async () => {
    const { documentId: _, ...unnamed } = inTab(1);
    await send('pageSeen', page, unnamed);
    await send('pageSeen', { ...page, facts: { repo } }, unnamed);
    expect(world.executeScript).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ target: { tabId: 1 } }));
    world.panels.add(1);
    void send('readReport', { repo }, unnamed);
    await vi.waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get('tabs'))).toContain('"living":[""]'),
    );
    world.panels.delete(1);
    await send('pageSeen', page, unnamed);
    expect(world.executeScript).toHaveBeenCalledTimes(2);
  });

  it('in a browser that names documents but does not take the name gets its panel all the same', async () => {
    world.executeScript.mockRejectedValueOnce(new Error('Error processing target: Unexpected property "documentIds"'));
    await send('pageSeen', page, inTab(1));
    expect(world.executeScript).toHaveBeenLastCalledWith(expect.objectContaining({ target: { tabId: 1 } }));
  });

  it('reloaded gets a new panel', async () => {
    await send('pageSeen', page, inTab(1));
    await send('pageSeen', page, inTab(1, `/${repo}`, 'another document'));
    expect(world.executeScript).toHaveBeenCalledTimes(2);
  });

  it('on another tab of the model gets the badge and no panel', async () => {
    await send('pageSeen', { ...page, tab: 'files' }, inTab(1, `/${repo}/tree/main`));
    (await begun(1)).end(scored());
    await vi.waitFor(async () => expect(await badge(1)).toBe('2'));
    expect(world.executeScript).not.toHaveBeenCalled();
  });

  it('gets its badge again on the next page of the model, where the answer is at hand', async () => {
    await send('pageSeen', { ...page, tab: 'files' }, inTab(1, `/${repo}/tree/main`));
    (await begun(1)).end(scored());
    await vi.waitFor(async () => expect(await badge(1)).toBe('2'));
    // The browser does this at every navigation.
    await fakeBrowser.action.setBadgeText({ tabId: 1, text: '' });
    await send('pageSeen', { ...page, tab: 'community' }, inTab(1, `/${repo}/discussions`, 'another document'));
    await vi.waitFor(async () => expect(await badge(1)).toBe('2'));
    expect(world.gathered).toHaveLength(1);
  });

  it('sends every snapshot to the panels that have spoken, in all tabs of this repository', async () => {
    for (const tab of [1, 2, 3]) {
      const other = tab === 3 ? 'other/model' : repo;
      await send('pageSeen', { ...page, repo: other }, inTab(tab, `/${other}`));
      world.panels.add(tab);
      void send('readReport', { repo: other }, inTab(tab, `/${other}`)).catch(() => undefined);
    }
    const { options } = world.gathered.find((job) => job.repo === repo)!;
    await vi.waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get('tabs'))).toContain('"living":["document-2"]'),
    );
    options.onSnapshot?.(scored());
    await vi.waitFor(() => expect(told('reportGrew')).toEqual([1, 2]));
    await vi.waitFor(async () => expect(await badge(2)).toBe('2'));
    expect(await badge(3)).toBe('');
    expect(world.gathered).toHaveLength(2);
  });

  it('shows a panel that comes late what is there already', async () => {
    await send('pageSeen', page, inTab(1));
    (await begun(1)).options.onSnapshot?.(scored({ at: 7 }));
    world.panels.add(1);
    void send('readReport', { repo }, inTab(1));
    await vi.waitFor(() => expect(world.toTabs).toMatchObject([{ type: 'reportGrew', data: { at: 7 } }]));
  });

  it('without access for scripts still has its report', async () => {
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    world.executeScript.mockRejectedValue(new Error('Cannot access contents of the page'));
    await send('pageSeen', page, inTab(1));
    (await begun(1)).end(scored());
    expect((await send('readReport', { repo }, popup)).groups).toHaveLength(1);
  });

  it('left for another gives up its gathering, and the panel that lives there is told', async () => {
    await send('pageSeen', page, inTab(1));
    const { options } = await begun(1);
    world.panels.add(1);
    void send('readReport', { repo }, inTab(1)).catch(() => undefined);
    await vi.waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get('tabs'))).toContain('"living":["document-1"]'),
    );
    const next: PageSeen = { kind: 'model', repo: 'other/model', tab: 'card' };
    await send('pageSeen', next, inTab(1, '/other/model', 'document-1'));
    expect(options.signal?.aborted).toBe(true);
    expect(world.toTabs).toContainEqual(expect.objectContaining({ tabId: 1, type: 'pageChanged', data: next }));
    expect(world.executeScript).toHaveBeenCalledTimes(1);
    expect((await begun(2)).repo).toBe('other/model');
    await send('pageSeen', { kind: 'dataset', repo: 'a/b' }, inTab(1, '/datasets/a/b', 'document-1'));
    expect(world.gathered[1]?.options.signal?.aborted).toBe(true);
  });

  it('gets a new panel when the living one has died with its extension', async () => {
    await send('pageSeen', page, inTab(1));
    world.panels.add(1);
    void send('readReport', { repo }, inTab(1));
    await vi.waitFor(async () =>
      expect(JSON.stringify(await fakeBrowser.storage.session.get('tabs'))).toContain('"living":["document-1"]'),
    );
    world.panels.delete(1);
    await send('pageSeen', { ...page, facts: { repo } }, inTab(1));
    expect(world.executeScript).toHaveBeenCalledTimes(1);
    await send('pageSeen', page, inTab(1, `/${repo}`, 'the next document'));
    expect(world.executeScript).toHaveBeenCalledTimes(2);
  });

  it('closed gives up its gathering and is forgotten', async () => {
    await send('pageSeen', page, inTab(1));
    const { options } = await begun(1);
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 0, isWindowClosing: false });
    expect(options.signal?.aborted).toBe(true);
    await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get('tabs')).toEqual({ tabs: {} }));
  });

  it('that is not a model page loses the badge', async () => {
    await send('pageSeen', page, inTab(1));
    (await begun(1)).end(scored());
    await vi.waitFor(async () => expect(await badge(1)).toBe('2'));
    await send('pageSeen', { kind: 'list' }, inTab(1, '/models', 'd'));
    expect(await badge(1)).toBe('');
  });
});

describe('a worker that was killed', () => {
  it('knows the tabs again, and does nothing twice', async () => {
    await send('pageSeen', page, inTab(1));
    await begun(1);
    await startWorker();
    world.panels.add(1);
    const asked = send('readReport', { repo }, inTab(1));
    (await begun(2)).end(scored());
    expect((await asked).groups).toHaveLength(1);
    await vi.waitFor(() => expect(told('reportGrew')).toContain(1));
    await vi.waitFor(async () => expect(await badge(1)).toBe('2'));
    await send('pageSeen', { ...page, facts: { repo } }, inTab(1));
    expect(world.executeScript).toHaveBeenCalledTimes(1);
    expect(world.gathered).toHaveLength(2);
  });

  it('answers from the store what was finished before', async () => {
    await send('pageSeen', page, inTab(1));
    (await begun(1)).end(scored({ at: world.time }));
    await send('readReport', { repo }, inTab(1));
    await startWorker();
    expect((await send('readReport', { repo }, inTab(1))).at).toBe(world.time);
    expect(world.gathered).toHaveLength(1);
  });
});

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
    expect(await send('writeSettings', { off: ['main-files'] }, popup)).toEqual({ off: ['main-files'], place: 'auto' });
    await send('pageSeen', page, inTab(1));
    expect((await begun(1)).options.off).toEqual(['main-files']);
  });

  it('exports, resets and imports settings, and says why a file is refused', async () => {
    await send('writeSettings', { off: ['main-files'], place: 'edge' }, popup);
    const file = await send('exportSettings', undefined, popup);
    expect(await send('resetSettings', undefined, popup)).toEqual({ off: [], place: 'auto' });
    const settings = { off: ['main-files'], place: 'edge' };
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

describe('the keyboard command', () => {
  const command = async () => {
    const pressed = { addListener: vi.fn() };
    const openPopup = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { commands: { onCommand: pressed } });
    Object.assign(fakeBrowser.action, { openPopup });
    Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 1 }] });
    await startWorker();
    for (const name of ['show-panel', 'another']) pressed.addListener.mock.lastCall?.[0](name);
    return openPopup;
  };

  it('shows the panel of the tab in front', async () => {
    world.panels.add(1);
    const openPopup = await command();
    await vi.waitFor(() => expect(told('showPanel')).toEqual([1]));
    expect(openPopup).not.toHaveBeenCalled();
  });

  it('opens the popup where there is no panel', async () => {
    const openPopup = await command();
    await vi.waitFor(() => expect(openPopup).toHaveBeenCalledOnce());
  });
});

describe('what is kept', () => {
  it('is closed to content scripts, in every area that the browser can close', async () => {
    const close = vi.fn(async () => undefined);
    const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session];
    for (const area of areas) Object.assign(area, { setAccessLevel: close });
    await startWorker();
    expect(close.mock.calls).toEqual(Array(2).fill([{ accessLevel: 'TRUSTED_CONTEXTS' }]));
  });
});

describe('an update of the extension', () => {
  it('puts the new detector into open pages of the Hub, and reads reports again', async () => {
    await send('pageSeen', page, inTab(1));
    (await begun(1)).end(scored());
    await send('readReport', { repo }, inTab(1));
    const query = vi.fn(async () => [{ id: 1 }, { id: 2, discarded: true }, { id: 3 }]);
    Object.assign(fakeBrowser.tabs, { query });
    world.executeScript.mockClear();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' });
    await vi.waitFor(() => expect(world.executeScript).toHaveBeenCalledTimes(2));
    expect(world.executeScript.mock.calls.map(([call]) => call.target.tabId)).toEqual([1, 3]);
    expect(world.executeScript.mock.calls[0]?.[0].files).toEqual(['/content-scripts/hub.js']);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('71.5');
  });
});
