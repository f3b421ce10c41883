import type { BrowserContext, Page } from '@playwright/test';
import { expect, settle, test } from './harness.ts';
import { add, gpqa, visitWithin, watched } from './hostile-repository.ts';

/** The script's own world in a page: what somebody has who has broken out of the page into it. */
async function inContentScript(context: BrowserContext, page: Page, extensionId: string) {
  const devtools = await context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  devtools.on('Runtime.executionContextCreated', (event) => worlds.push(event.context));
  await devtools.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.includes(extensionId));
  if (!world) throw new Error('The panel has no world of its own in this page.');
  return async (type: string, data: unknown) => {
    const message = JSON.stringify({ id: 1, type, data, timestamp: 0 });
    const { result } = await devtools.send('Runtime.evaluate', {
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage(${message}).then((answer) => JSON.stringify(answer))`,
    });
    return String(result.value ?? result.description);
  };
}

test('messages that a page may not send are refused', async ({ context, extensionId, hub, page }) => {
  const url = await add(hub, { id: 'mallory/mine', main: { '.eval_results/a.yaml': gpqa('61.50') } });
  await add(hub, { id: 'victim/secret', main: { '.eval_results/a.yaml': gpqa('71.50') } });
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  });
  await page.goto(url);
  await settle(page);

  // From the page's own world: whatever it posts and dispatches, nobody answers.
  const sent = await page.evaluate(() => {
    const types = ['readReport', 'pageSeen', 'readSettings', 'clearCache', 'readTab'];
    for (const type of types) {
      window.postMessage({ type, data: { repo: 'victim/secret' }, id: 1, timestamp: 0 }, '*');
      window.dispatchEvent(new CustomEvent(type, { detail: { repo: 'victim/secret' } }));
      const moved = Object.assign(new Event('wxt:locationchange'), {
        newUrl: new URL('/victim/secret', location.href),
      });
      window.dispatchEvent(moved);
    }
    const { chrome } = window as unknown as { chrome?: { runtime?: unknown } };
    return { count: types.length, runtime: typeof chrome?.runtime };
  });
  expect(sent.runtime).toBe('undefined');

  // From the script's world, as a page that has taken it over: only this tab's own repository.
  const send = await inContentScript(context, page, extensionId);
  expect(await send('readReport', { repo: 'mallory/mine' })).toContain('61.5');
  for (const [type, data] of [
    ['readReport', { repo: 'victim/secret' }],
    ['readReport', { repo: 'victim/secret', refresh: true }],
    ['pageSeen', { kind: 'model', repo: 'victim/secret', tab: 'card' }],
    ['pageSeen', { kind: 'model', repo: 'mallory/mine', facts: { repo: 'victim/secret' } }],
    ['readReport', { repo: '../../settings' }],
    ['readPicture', 'victim/secret'],
    ['keepPicture', { repo: 'victim/secret', picture: { css: '', lang: 'en', drawn: ['71.5'] } }],
    ['readExplanation', { repo: 'victim/secret', a: '1', b: '2', code: 'R1' }],
    ['dismissVerdicts', { repo: 'victim/secret', verdicts: [] }],
    ['readSettings', null],
    ['writeSettings', { off: ['eval-results'] }],
    ['importSettings', '{}'],
    ['clearCache', null],
    ['readTab', 1],
    ['nothingOfTheKind', null],
  ] as const) {
    const answer = await send(type, data);
    expect(answer, type).not.toMatch(/71\.5|eval-results"/);
  }
  expect(await send('readReport', { repo: 'victim/secret' })).toMatch(/does not show/);
  expect(await send('dismissVerdicts', { repo: 'victim/secret', verdicts: [] })).toMatch(/does not show/);
  expect(await send('readSettings', null)).toMatch(/not accepted/);
  expect(hub.requestsLike('victim/secret')).toEqual([]);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.length, 'only what it has sent itself').toBe(sent.count);
});

test('a page of the Hub in a frame of another page has no panel and no report', async ({ hub, page }) => {
  const url = await add(hub, { id: 'mallory/framed', main: { '.eval_results/a.yaml': gpqa('61.50') } });
  await page.setContent(`<!doctype html><title>Elsewhere</title><iframe src="${url}"></iframe>`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-target="ModelHeader"]')).toBeAttached();
  await page.waitForTimeout(300);
  await expect(frame.locator('crosscheck-panel')).toHaveCount(0);
  expect(hub.requestsLike('/api/models/mallory/framed')).toEqual([]);
});

/** What a page does to the panel's script before anything else runs; what must then hold. */
const tampering: Record<string, string> = {
  'an element of the same name':
    "for (const name of ['crosscheck-panel', 'crosscheck-skip']) customElements.define(name, class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }); } })",
  'an element of the same name that leaves at once':
    "let n = 0; customElements.define('crosscheck-panel', class extends HTMLElement { connectedCallback() { if (n++ < 20) this.remove(); } })",
  'an element with the same id':
    "document.addEventListener('DOMContentLoaded', () => document.body.prepend(Object.assign(document.createElement('div'), { id: 'crosscheck-panel' })))",
  'built-ins of its own':
    'Element.prototype.attachShadow = MutationObserver.prototype.observe = window.requestAnimationFrame = Node.prototype.insertBefore = () => { throw new Error("mine") }',
  'a frozen history': 'history.pushState = null; Object.freeze(history); Object.freeze(History.prototype)',
  'a loop that moves the panel':
    "document.addEventListener('DOMContentLoaded', () => { const move = () => { const panel = document.querySelector('crosscheck-panel'); if (panel) document.body.prepend(panel); requestAnimationFrame(move); }; move(); })",
  'a loop that hides and renames it':
    "setInterval(() => { const panel = document.querySelector('crosscheck-panel'); if (panel) { panel.dataset.place = 'nowhere'; panel.id = 'x'; } document.documentElement.classList.toggle('dark'); }, 2)",
  'a header of five megabytes': header(`'{"model":{"id":"victim/secret"},"x":"' + 'y'.repeat(5e6) + '"}'`),
  'a header of other types': header(`'{"model":{"id":["victim/secret"],"gated":{}},"discussionsStats":[]}'`),
  'a header that goes deep': header(`'['.repeat(2e5)`),
};

/** Swaps the props of the page's model header, as soon as it is there, for the value of an expression. */
function header(props: string): string {
  return `new MutationObserver((_, observer) => { const header = document.querySelector('[data-target="ModelHeader"]'); if (!header) return; observer.disconnect(); header.dataset.props = ${props}; }).observe(document, { childList: true, subtree: true })`;
}

test('whatever a page does to the panel, it stands, or goes without a fight', async ({ context, hub }) => {
  const url = await add(hub, { id: 'mallory/page', main: { '.eval_results/a.yaml': gpqa('61.50') } });
  for (const [name, script] of Object.entries(tampering)) {
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(String(error)));
    await page.addInitScript(script);
    await page.goto(url);
    const panel = page.locator('[id="crosscheck-panel"], crosscheck-panel, #x').last();
    await expect(panel, name).toContainText('61.50', { timeout: 15_000 });
    expect(thrown, name).toEqual([]);
    await page.close();
  }
  expect(hub.requestsLike('victim/secret')).toEqual([]);

  // One that takes it out again and again, for ever: there is no panel then, and no fight that could be felt.
  const page = await context.newPage();
  await watched(page);
  await page.addInitScript(() => {
    let times = 0;
    const remove = () => {
      const panel = document.querySelector('crosscheck-panel');
      if (panel) Object.assign(window, { times: ++times });
      panel?.remove();
    };
    document.addEventListener('DOMContentLoaded', () => {
      remove();
      new MutationObserver(remove).observe(document, { childList: true, subtree: true });
    });
  });
  const times = () => page.evaluate(() => (window as unknown as { times?: number }).times ?? 0);
  await visitWithin(page, url, 100, async () => {
    await expect.poll(times).toBeGreaterThan(0);
    await page.waitForTimeout(1_500);
    expect(await times()).toBeLessThan(60);
  });
});
