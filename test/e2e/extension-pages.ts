import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from './harness.ts';

/** The id of the tab that shows an address, as the browser numbers it. */
export function tabIdOf(context: BrowserContext, url: string): Promise<number> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('The extension has no service worker');
  return worker.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
    };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === wanted);
    if (!tab) throw new Error(`No tab shows ${wanted}`);
    return tab.id;
  }, url);
}

/** The popup of a tab, as a page of its own: Playwright cannot click the toolbar. */
export async function popupOf(tab: Page, extensionId: string): Promise<Page> {
  const id = await tabIdOf(tab.context(), tab.url());
  const popup = await tab.context().newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${id}`);
  return popup;
}

/** The options page, read and ready. */
export async function optionsPage(context: BrowserContext, extensionId: string): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.getByRole('heading', { level: 1 })).toContainText('Crosscheck');
  return options;
}

/** axe finds nothing on the page, in any of its rules. */
export async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** CSS pixels by which the page is wider than its window. */
export const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
