import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  badge,
  begun,
  injections,
  inTab,
  living,
  page,
  popup,
  repo,
  scored,
  send,
  startBrowser,
  told,
  world,
} from '../../test/fixtures/background.ts';
import type { PageSeen } from '../messaging/protocol.ts';

beforeEach(startBrowser);

const marks = '/content-scripts/marks.js';

describe('a model page', () => {
  it('has its report gathered and its panel injected as soon as it is seen', async () => {
    await send('pageSeen', page, inTab(1));
    const { repo: asked, options } = await begun(1);
    expect(asked).toBe(repo);
    expect(options).toMatchObject({ base: 'https://huggingface.co', credentials: 'include', off: [] });
    const target = { tabId: 1, documentIds: ['document-1'] };
    expect(injections()).toEqual([{ target, files: ['/content-scripts/panel.js'], injectImmediately: true }]);
    // Not before the page is idle: the first score does not wait for the marks.
    expect(injections(marks)).toEqual([{ target, files: [marks], injectImmediately: false }]);
  });

  it('gets the marks in its card when the panel has drawn something, and none when it was left before', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    world.executeScript.mockImplementationOnce(() => promise);
    const seen = send('pageSeen', page, inTab(1));
    await vi.waitFor(() => expect(injections()).toHaveLength(1));
    expect(injections(marks)).toEqual([]);
    resolve();
    await seen;
    expect(injections(marks)).toHaveLength(1);

    world.executeScript.mockRejectedValueOnce(new Error('The frame was removed.'));
    await send('pageSeen', page, inTab(2));
    expect(injections()).toHaveLength(2);
    expect(injections(marks)).toHaveLength(1);
  });

  it('seen again with its facts is not gathered or injected twice', async () => {
    await send('pageSeen', page, inTab(1));
    await begun(1);
    await send('pageSeen', { ...page, facts: { repo, openDiscussions: 3 } }, inTab(1));
    expect(world.gathered).toHaveLength(1);
    expect(injections()).toHaveLength(1);
  });

  it('in a browser that does not name documents gets one panel a document all the same', async () => {
    const { documentId: _, ...unnamed } = inTab(1);
    await send('pageSeen', page, unnamed);
    await send('pageSeen', { ...page, facts: { repo } }, unnamed);
    expect(injections()).toEqual([expect.objectContaining({ target: { tabId: 1 } })]);
    world.panels.add(1);
    void send('readReport', { repo }, unnamed);
    await living('');
    world.panels.delete(1);
    await send('pageSeen', page, unnamed);
    expect(injections()).toHaveLength(2);
  });

  it('in a browser that names documents but does not take the name gets its panel all the same', async () => {
    world.executeScript.mockRejectedValueOnce(new Error('Error processing target: Unexpected property "documentIds"'));
    await send('pageSeen', page, inTab(1));
    expect(injections().at(-1)).toMatchObject({ target: { tabId: 1 } });
  });

  it('reloaded gets a new panel', async () => {
    await send('pageSeen', page, inTab(1));
    await send('pageSeen', page, inTab(1, `/${repo}`, 'another document'));
    expect(injections()).toHaveLength(2);
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
    await living('document-2');
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
    await vi.waitFor(() => expect(world.toTabs[0]).toMatchObject({ type: 'reportGrew', data: { at: 7 } }));
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
    await living('document-1');
    const next: PageSeen = { kind: 'model', repo: 'other/model', tab: 'card' };
    await send('pageSeen', next, inTab(1, '/other/model', 'document-1'));
    expect(options.signal?.aborted).toBe(true);
    expect(world.toTabs).toContainEqual(expect.objectContaining({ tabId: 1, type: 'pageChanged', data: next }));
    expect(injections()).toHaveLength(1);
    expect((await begun(2)).repo).toBe('other/model');
    await send('pageSeen', { kind: 'dataset', repo: 'a/b' }, inTab(1, '/datasets/a/b', 'document-1'));
    expect(world.gathered[1]?.options.signal?.aborted).toBe(true);
  });

  it('gets a new panel when the living one has died with its extension', async () => {
    await send('pageSeen', page, inTab(1));
    world.panels.add(1);
    void send('readReport', { repo }, inTab(1));
    await living('document-1');
    world.panels.delete(1);
    await send('pageSeen', { ...page, facts: { repo } }, inTab(1));
    expect(injections()).toHaveLength(1);
    await send('pageSeen', page, inTab(1, `/${repo}`, 'the next document'));
    expect(injections()).toHaveLength(2);
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
