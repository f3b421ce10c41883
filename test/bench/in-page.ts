import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

/** What one page load gave, in milliseconds after navigation start unless said otherwise. */
export interface PageTimes {
  /** The Hub's results island, which the panel hangs on, is in the document. */
  anchor: number;
  /** The first score is in the panel; NaN without the extension. */
  firstScore: number;
  /** The panel says that nothing is pending; NaN without the extension. */
  full: number;
  /** Sum of all tasks over 50 ms, and the longest of them. */
  longTasks: number;
  longestTask: number;
  /** Layout shift of the whole page, and of what came after the first score (unitless, web-vitals CLS without windows). */
  layoutShift: number;
  shiftAfterFirstScore: number;
  /** Main-thread task time from the renderer's own metrics. */
  taskTime: number;
}

/** Runs in the page before its own scripts: notes when what is measured first appears. */
function watch(): void {
  const times: Record<string, number> = {};
  const note = (name: string, when: boolean) => {
    if (when && !(name in times)) times[name] = performance.now();
  };
  const shifts: { value: number; at: number }[] = [];
  const tasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) shifts.push({ value: entry.value, at: entry.startTime });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const watched = new WeakSet<ShadowRoot>();
  const look = () => {
    note('anchor', document.querySelector('[data-target="ModelEvalResults"]') !== null);
    const shadow = document.querySelector('crosscheck-panel')?.shadowRoot;
    if (!shadow) return;
    if (!watched.has(shadow)) {
      watched.add(shadow);
      new MutationObserver(look).observe(shadow, { childList: true, subtree: true, attributes: true });
    }
    const score = shadow.querySelector('[data-row]');
    note('firstScore', score !== null);
    note('full', score !== null && shadow.querySelector('[data-busy="false"]') !== null);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  Object.assign(window, { benchTimes: { times, shifts, tasks } });
}

/** Asks until an expression is true, in few words: Playwright's own way puts a script of 330 kB into the page to be measured. */
async function until(session: CDPSession, expression: string, ms: number): Promise<void> {
  for (const end = performance.now() + ms; ; await sleep(50)) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.value === true) return;
    if (performance.now() > end) throw new Error(`Not within ${ms} ms: ${expression}`);
  }
}

/**
 * For each browser that is measured. Playwright asks for the stack of every error that is made, and V8 then reads the
 * function again to know its lines: 12 ms for the one that React makes at its start, which no reader waits for. Kept from
 * the first reading on, they cost nothing then.
 */
export const MEASURED = ['--js-flags=--no-enable-lazy-source-positions'];

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Opens one page and measures it. `settleMs` is how long to watch for late shifts and tasks after all is there. */
export async function measurePage(page: Page, url: string, withPanel: boolean, settleMs = 400): Promise<PageTimes> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  if (withPanel) {
    await until(session, "'full' in benchTimes.times", 20_000);
  }
  await page.waitForTimeout(settleMs);
  const { times, shifts, tasks } = await page.evaluate(
    () =>
      (
        window as unknown as {
          benchTimes: { times: Record<string, number>; shifts: { value: number; at: number }[]; tasks: number[] };
        }
      ).benchTimes,
  );
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const firstScore = times.firstScore ?? Number.NaN;
  return {
    anchor: times.anchor ?? Number.NaN,
    firstScore,
    full: times.full ?? Number.NaN,
    longTasks: sum(tasks),
    longestTask: Math.max(0, ...tasks),
    layoutShift: sum(shifts.map(({ value }) => value)),
    shiftAfterFirstScore: sum(shifts.filter(({ at }) => at > firstScore).map(({ value }) => value)),
    taskTime: (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000,
  };
}
