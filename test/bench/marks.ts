import type { Page } from '@playwright/test';
import { launch } from '../browser/launch.ts';
import { settle } from '../browser/settle.ts';
import { modelPlan } from '../corpus/model-plan.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { medians } from './statistics.ts';

/** What it costs to mark a card of many tables, beside what the browser itself pays to draw that card once. */
export interface MarkFigures {
  tables: number;
  marks: number;
  runs: number;
  /** Main-thread milliseconds: all marks placed, and the same card put in and laid out by the page alone. */
  marking: number;
  drawing: number;
  /** The longest task over 50 ms while marks are placed; 0 where there is none. */
  longestTask: number;
}

const TABLES = 40;
const ROWS = ['GPQA Diamond', 'HLE', 'MMLU-Pro', 'SWE-bench Verified', 'AIME 2026'];
const REPO = 'poolside/Marked-1B';

/** A card of many tables whose figures are all the model's own; each row a setup of its own. */
export function cardOfTables(tables = TABLES): string {
  const parts = Array.from({ length: tables }, (_, table) => {
    const rows = ROWS.map((row, at) => `| ${row} (${table + 1}-shot) | ${10 + table}.${at + 1} |`);
    return `## Part ${table + 1}\n\n| Benchmark | Marked 1B |\n|---|---:|\n${rows.join('\n')}\n`;
  });
  return `---\nlicense: mit\n---\n${parts.join('\n')}`;
}

async function taskTime(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: other work on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await read();
  await work();
  await page.waitForTimeout(300);
  const spent = (await read()) - before;
  await session.detach();
  return spent;
}

/** Measures in a page that stands already: marks are hidden and shown again, so that nothing else happens meanwhile. */
export async function benchMarks(hub: LocalHub, runs: number): Promise<MarkFigures> {
  await hub.addRepo(modelPlan({ id: REPO, main: { 'README.md': cardOfTables() } }));
  const browser = await launch({ hub: { port: hub.port, spki: hub.spki ?? '' } });
  try {
    const options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
    const page = await browser.context.newPage();
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    await page.goto(`https://huggingface.co/${REPO}`);
    await settle(page);
    const marks = page.locator('crosscheck-mark');
    const wanted = TABLES * ROWS.length;
    const show = async (shown: boolean) => {
      await options.evaluate(async (data) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<void> } };
        };
        await chrome.runtime.sendMessage({ id: 1, type: 'showMarks', data, timestamp: Date.now() });
      }, shown);
      await page.waitForFunction(
        (count) => document.querySelectorAll('crosscheck-mark').length === count,
        shown ? wanted : 0,
        { polling: 100 },
      );
    };
    await page.waitForFunction((count) => document.querySelectorAll('crosscheck-mark').length === count, wanted);
    const taken: { marking: number; drawing: number; longestTask: number }[] = [];
    for (let run = 0; run < runs; run += 1) {
      await show(false);
      const idle = await taskTime(page, () => page.waitForTimeout(300));
      await page.evaluate(() => {
        (window as unknown as { tasks: number[] }).tasks.length = 0;
      });
      const marking = await taskTime(page, () => show(true));
      const longestTask = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
      await show(false);
      const drawing = await taskTime(page, () =>
        page.evaluate(() => {
          const card = document.querySelector('.model-card-content') as HTMLElement;
          card.innerHTML = `${card.innerHTML}`;
          return card.offsetHeight;
        }),
      );
      taken.push({ marking: Math.max(0, marking - idle), drawing: Math.max(0, drawing - idle), longestTask });
      await show(true);
    }
    const found = await marks.count();
    return { tables: TABLES, marks: found, runs, ...medians(taken) };
  } finally {
    await browser.close();
  }
}
