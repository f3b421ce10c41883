import type { Page } from '@playwright/test';
import { expect, panelOf, settle, test } from './harness.ts';

const model = 'https://huggingface.co/openai/gpt-oss-20b';

/** What has the focus inside the panel, by its accessible name or text. */
const focused = (page: Page) =>
  panelOf(page).evaluate((host) => {
    const active = host.shadowRoot?.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
  });

/** Presses Tab until something in the panel has the focus that fits; fails after 80 presses. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

test('the whole panel by keyboard: skip link, fold, rows, evidence, back again', async ({ page }) => {
  await page.goto(model);
  await settle(page);
  const panel = panelOf(page);

  // The skip link is the first stop in the page's main region, and brings the focus into the panel.
  const skip = page.getByRole('link', { name: 'Skip to reported scores' });
  await skip.focus();
  await expect(skip).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('crosscheck-panel');

  // Arrow keys move between rows; Enter on a value opens how we know; Escape closes and keeps the place.
  // Each group is one stop; GPQA is the first with several rows.
  await tabTo(page, /^58\.58.*how we know$/);
  const first = await focused(page);
  await page.keyboard.press('ArrowDown');
  const second = await focused(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Seen in').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.getByText('Seen in')).toHaveCount(0);
  expect(await focused(page)).toBe(second);

  // "?" lists the keys.
  await page.keyboard.press('?');
  await expect(panel.getByRole('region', { name: 'Keys in this panel' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('region', { name: 'Keys in this panel' })).toHaveCount(0);
});

test('folded once, folded on the next page too', async ({ page }) => {
  await page.goto(model);
  await settle(page);
  await panelOf(page)
    .getByRole('button', { name: /Reported scores/ })
    .click();
  await expect(panelOf(page).locator('[data-row]')).toHaveCount(0);
  await page.goto('https://huggingface.co/google/gemma-4-31B-it');
  await settle(page);
  await expect(panelOf(page)).toContainText('17 scores');
  await expect(panelOf(page).locator('[data-row]')).toHaveCount(0);
});

test('a visible focus ring on whatever has the focus', async ({ page }) => {
  await page.goto(model);
  await settle(page);
  await page.getByRole('link', { name: 'Skip to reported scores' }).focus();
  await page.keyboard.press('Enter');
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const ring = await panelOf(page).evaluate((host) => {
      const active = host.shadowRoot?.activeElement;
      if (!active) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    if (ring === undefined) break;
    expect(ring, await focused(page)).toBe(true);
  }
});
