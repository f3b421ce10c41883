import type { Page } from '@playwright/test';
import { gpqaEntryOf } from '../corpus/hostile-texts.ts';
import { type ModelSketch, modelPlan } from '../corpus/model-plan.ts';
import type { KeptAnswer } from '../hub/load/plan.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { expect } from './harness.ts';

/** A results file of one plain entry of GPQA. */
export const gpqa = (value: string) => gpqaEntryOf('plain', value);

/** A repository whose files the Hub itself does not try to read: its own reader would take seconds for some of them. */
export async function add(hub: LocalHub, sketch: ModelSketch, unread: readonly string[] = []): Promise<string> {
  const error = '✖ Invalid input: expected array, received <img src=x onerror="window.reached=1"> \u202E';
  const kept = unread.map((path): KeptAnswer => ({ path, items: [{ filename: path, error }] }));
  await hub.addRepo({ ...modelPlan(sketch), kept });
  // What the page itself would show of such a file must not be counted as ours.
  hub.settings.pageVariant = 'no-results-island';
  return `https://huggingface.co/${sketch.id}`;
}

/** Notes tasks of the page's thread above 50 ms, and whatever a page of the Hub should never see happen. */
export async function watched(page: Page): Promise<{ dialogs: string[] }> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    const note = (list: PerformanceObserverEntryList) => tasks.push(...list.getEntries().map((task) => task.duration));
    new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
  });
  return { dialogs };
}

/** Milliseconds of the longest task so far. */
const longestTask = (page: Page) =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));

/** Best of five visits: a busy machine may stretch any one task, but a hang comes again. */
export async function visitWithin(page: Page, url: string, most: number, look: () => Promise<void>): Promise<void> {
  for (let visit = 1; ; visit++) {
    await page.goto(url);
    await look();
    const longest = await longestTask(page);
    if (longest < most) return;
    if (visit === 5) expect(longest, 'longest task of the page in ms').toBeLessThan(most);
  }
}
