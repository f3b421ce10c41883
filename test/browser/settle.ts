import type { Locator, Page } from 'playwright-core';

/** The panel's host element in the page. Playwright's locators see into its shadow root. */
export const panelOf = (page: Page): Locator => page.locator('crosscheck-panel');

/**
 * Waits until the panel stands and says that nothing is pending (`data-busy`). Where a page gets no panel this ends
 * after `timeoutMs` without a complaint, so that such pages can be pictured too.
 */
export async function settle(page: Page, timeoutMs = 10_000): Promise<void> {
  await page.waitForLoadState('load');
  const panel = panelOf(page);
  const stands = await panel
    .waitFor({ state: 'attached', timeout: Math.min(timeoutMs, 3_000) })
    .then(() => true)
    .catch(() => false);
  if (!stands) return;
  await panel.locator('[data-busy="false"]').first().waitFor({ state: 'attached', timeout: timeoutMs });
  await page.evaluate(() => document.fonts.ready);
}

/** Unfolds everything that the panel folded: "4 more", "3 more benchmarks", "7 benchmarks". */
export async function unfoldAll(page: Page): Promise<void> {
  const more = panelOf(page).getByRole('button', { name: /^\d+ (more|benchmarks)/ });
  while ((await more.count()) > 0) {
    // A button that was pressed goes with the next drawing, perhaps just when it is reached for again.
    await more
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
  }
}
