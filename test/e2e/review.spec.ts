import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';

const hubUrl = 'https://huggingface.co';
const review = (page: Page) => page.locator('crosscheck-review');
const title = (page: Page) => review(page).getByRole('button', { name: /what this pull request states/ });

// A pull request as recorded of openai/gpt-oss-20b, and one of LiquidAI/LFM2.5-1.2B-Instruct whose file lacks a task.
const fine = `${hubUrl}/openai/gpt-oss-20b/discussions/234`;
const broken = `${hubUrl}/LiquidAI/LFM2.5-1.2B-Instruct/discussions/15`;

test('a pull request’s page says what it states, checked against the rest, and gives a comment to copy', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(fine);
  await expect(title(page)).toContainText(/1 score/);
  await title(page).click();
  await expect(review(page).locator('.value')).toHaveText('74.2');
  await expect(review(page)).toContainText('other scores of this model: main, open pull requests and the card');
  await review(page).getByRole('button', { name: 'Copy as a comment' }).click();
  await expect(review(page).getByRole('status')).toContainText('Copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('**`74.2`** · `Idavidrein/gpqa` `diamond`');
});

test('Esc closes it and gives the focus back', async ({ page }) => {
  await page.goto(fine);
  await title(page).focus();
  await page.keyboard.press('Enter');
  await expect(review(page).getByRole('button', { name: 'Copy as a comment' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveAttribute('aria-expanded', 'false');
});

test('a page that draws its body anew does not lose it', async ({ page }) => {
  await page.goto(fine);
  await expect(title(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('crosscheck-review')?.remove());
  await expect(title(page)).toBeVisible();
  await page.goto(`${hubUrl}/openai/gpt-oss-20b/discussions`);
  await page.waitForTimeout(1_500);
  await expect(review(page)).toHaveCount(0);
});

test('a file that cannot be read is said with line and rule', async ({ page }) => {
  await page.goto(broken);
  await expect(title(page)).toContainText(/point/);
  await title(page).click();
  await expect(review(page)).toContainText('.eval_results/');
  await expect(review(page)).toContainText('should change');
});

test('follows from one pull request to the next, and is gone where nothing is stated', async ({ page }) => {
  await page.goto(fine);
  await expect(title(page)).toBeVisible();
  await page.goto(`${hubUrl}/openai/gpt-oss-20b/discussions`);
  await page
    .getByRole('link', { name: /GPQA|evaluation/i })
    .first()
    .click();
  await expect(title(page)).toBeVisible();
  await page.goBack();
  await expect(review(page)).toHaveCount(0);
  await page.goto(`${hubUrl}/openai/gpt-oss-20b`);
  await expect(review(page)).toHaveCount(0);
});

for (const dark of [false, true]) {
  test.describe(dark ? 'dark, Chinese' : 'light, English', () => {
    test.use({ browserOptions: { dark, locale: dark ? 'zh-CN' : 'en-US' } });
    test('axe finds nothing, wide and narrow', async ({ page }) => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(broken);
        await review(page).getByRole('button').first().click();
        const { violations } = await new AxeBuilder({ page }).include('crosscheck-review').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    });
  });
}
