import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  badge,
  begun,
  injections,
  inTab,
  page,
  repo,
  scored,
  send,
  startBrowser,
  startWorker,
  told,
  world,
} from '../../test/fixtures/background.ts';

beforeEach(startBrowser);

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
    expect(injections()).toHaveLength(1);
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
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
    await vi.waitFor(() => expect(world.executeScript).toHaveBeenCalledTimes(2));
    expect(world.executeScript.mock.calls.map(([call]) => call.target.tabId)).toEqual([1, 3]);
    expect(world.executeScript.mock.calls[0]?.[0].files).toEqual(['/content-scripts/hub.js']);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('71.5');
  });
});
