import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launch } from '../browser/launch.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { MEASURED } from './in-page.ts';
import { median } from './statistics.ts';
import { tasksDuring } from './tasks.ts';

const DATASET = 'Idavidrein/gpqa';
const URL = `https://huggingface.co/datasets/${DATASET}`;

/** How long a browser is left alone after its start, in ms. */
const SETTLE_MS = 1_500;

/** A board of many rows, in milliseconds unless said otherwise. Medians of the runs. */
export interface BoardFigures {
  rows: number;
  runs: number;
  /** From the end of the Hub's answer to the first rows in the page's margin. */
  margin: number;
  /** From the click to the first rows of the whole board on the screen. */
  open: number;
  /** The plain way in the same page: every row as a line of a plain table, to when it is on the screen. */
  allRows: number;
  /** Longest task in ms of the thread, and tasks above 50 ms, while the board is scrolled from its first row to its last in 100 jumps. */
  longestTask: number;
  longTasks: number;
  /** From a letter typed into the filter to the filtered rows. */
  filter: number;
  /** Memory of the page with the board open above the same page without the extension, in MB after garbage collection. */
  memory: number;
  /** Requests for leaderboards. */
  requests: number;
}

/** Opens a generated board as a reader would, and measures it beside the page without the extension. */
export async function benchBoard(hub: LocalHub, rows: number, runs: number): Promise<BoardFigures> {
  hub.settings.generatedBoard = { dataset: DATASET, rows };
  const found: Omit<BoardFigures, 'rows' | 'runs'>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const bare = await launch({ hub: { port: hub.port, spki: hub.spki ?? '' }, extension: undefined });
    const without = await usedMemory(await opened(await bare.context.newPage()));
    await bare.close();
    const browser = await launch({ hub: { port: hub.port, spki: hub.spki ?? '' }, more: MEASURED });
    // A browser that runs: right after its start it is busy with its own windows.
    await sleep(SETTLE_MS);
    hub.requests.length = 0;
    const page = await browser.context.newPage();
    await page.addInitScript(watch);
    await opened(page);
    await page.locator('crosscheck-board [data-open-board]').waitFor();
    const asked = hub.requests.filter(({ path }) => path.includes('/leaderboard?'));
    const answered = Math.max(...asked.map(({ at, duration }) => at + duration));
    const shown = await page.evaluate(() => (window as unknown as { boardShown: number }).boardShown);
    const allRows = await page.evaluate(plainTable, rows);
    const open = await page.evaluate(openTable);
    const scrolled = await tasksDuring(page, () => page.evaluate(scrollThrough));
    const filter = await page.evaluate(typeFilter);
    await page.waitForTimeout(300);
    const withBoard = await usedMemory(page);
    found.push({
      margin: shown - answered,
      open,
      allRows,
      longestTask: scrolled.longest,
      longTasks: scrolled.long,
      filter,
      memory: (withBoard - without) / 1e6,
      requests: asked.length,
    });
    await browser.close();
  }
  hub.settings.generatedBoard = undefined;
  const of = (name: keyof (typeof found)[number]) => median(found.map((one) => one[name]));
  return {
    rows,
    runs,
    margin: of('margin'),
    open: of('open'),
    allRows: of('allRows'),
    longestTask: Math.max(...found.map(({ longestTask }) => longestTask)),
    longTasks: Math.max(...found.map(({ longTasks }) => longTasks)),
    filter: of('filter'),
    memory: of('memory'),
    requests: Math.max(...found.map(({ requests }) => requests)),
  };
}

async function opened(page: Page): Promise<Page> {
  await page.goto(URL, { waitUntil: 'load' });
  await page.waitForTimeout(500);
  return page;
}

/** Bytes of JavaScript objects of all scripts of the page, after a garbage collection. */
async function usedMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Runs in the page before its own scripts: notes when the margin's first rows are there, in epoch milliseconds. */
function watch(): void {
  const watched = new WeakSet<ShadowRoot>();
  const look = () => {
    const shadow = document.querySelector('crosscheck-board')?.shadowRoot;
    if (!shadow) return;
    if (!watched.has(shadow)) {
      watched.add(shadow);
      new MutationObserver(look).observe(shadow, { childList: true, subtree: true });
    }
    if (shadow.querySelector('[data-row]') && !('boardShown' in window))
      Object.assign(window, { boardShown: performance.timeOrigin + performance.now() });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: from the click to the frame in which rows are drawn. */
async function openTable(): Promise<number> {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shadow = document.querySelector('crosscheck-board')?.shadowRoot;
  const since = performance.now();
  shadow?.querySelector<HTMLElement>('[data-open-board]')?.click();
  while (!shadow?.querySelector('.cb-row')) await frame();
  await frame();
  return performance.now() - since;
}

/** Runs in the page: all rows at once, as a plain table. */
async function plainTable(rows: number): Promise<number> {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const place = document.createElement('div');
  const since = performance.now();
  place.innerHTML = `<table>${Array.from({ length: rows }, (_, index) => `<tr><td>${index}</td><td><a href="/a/b">organization/model-${index}</a></td><td>${index / 10}</td><td>95 %</td><td>with tools</td><td><a href="/a/b">community</a></td><td>7B</td></tr>`).join('')}</table>`;
  document.body.append(place);
  place.getBoundingClientRect();
  await frame();
  const took = performance.now() - since;
  place.remove();
  return took;
}

/** Runs in the page: scrolls the board from its first row to its last in 100 steps, one a frame: new rows each time. */
async function scrollThrough(): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const table = document.querySelector('crosscheck-board')?.shadowRoot?.querySelector('.cb-table');
  for (let step = 1; table && step <= 100; step += 1) {
    table.scrollTop = (step * table.scrollHeight) / 100;
    await frame();
  }
}

/** Runs in the page: types into the filter as a reader would, and waits for the rows. */
async function typeFilter(): Promise<number> {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shadow = document.querySelector('crosscheck-board')?.shadowRoot;
  const box = shadow?.querySelector<HTMLInputElement>('input[type="search"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const count = () => shadow?.querySelector('[role="grid"]')?.getAttribute('aria-rowcount');
  const before = count();
  const since = performance.now();
  if (box) set?.call(box, 'model-49');
  box?.dispatchEvent(new Event('input', { bubbles: true }));
  while (count() === before && performance.now() - since < 5_000) await frame();
  return performance.now() - since;
}
