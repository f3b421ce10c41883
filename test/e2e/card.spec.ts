import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { gpqaFile, modelPlan } from '../corpus/model-plan.ts';
import { expect, panelOf, settle, test, unfoldAll } from './harness.ts';
import { hubOrigin } from './standing.ts';

declare const chrome: typeof import('wxt/browser').browser;

const kimi = `${hubOrigin}/moonshotai/Kimi-K2.5`;
const id = 'Qwen/Qwen3-4B-Instruct-2507';

// Figures of https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507 (2026-10-01); the words are ours.
const card = `# Qwen3-4B-Instruct-2507

| | Qwen3-30B-A3B Non-Thinking | Qwen3-4B-Instruct-2507 |
|---|---:|---:|
| MMLU-Pro | 69.1 | 69.6 |
| GPQA Diamond | 54.8 | 62.0 |
`;

const missing = (page: Page) => panelOf(page).getByRole('region', { name: 'Not reported yet' });
const broken = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).include('crosscheck-panel').analyze();
  return violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html.slice(0, 160)}`));
};

test('a card without any reported score is one sentence; the rest waits', async ({ page, worker }) => {
  await page.goto(kimi);
  await settle(page);
  const panel = panelOf(page);
  await expect(panel).toContainText(/No results yet.*The card states 8 scores that no file reports\./);
  await expect(panel.locator('[data-row]')).toHaveCount(0);
  await panel.getByRole('button', { name: /^\d+ benchmarks$/ }).click();
  await expect(panel.locator('[data-row]')).toHaveCount(8);
  const badge = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.action.getTitle({ tabId: tab?.id ?? 0 });
  });
  expect(badge).toMatch(/8 scores/);
});

test('a figure of the card becomes a draft with its cell as the evidence, by keyboard', async ({ page, context }) => {
  await page.goto(kimi);
  await settle(page);
  await missing(page)
    .getByRole('button', { name: /^Not reported yet/ })
    .focus();
  await page.keyboard.press('Enter');
  const start = missing(page).getByRole('button', { name: /^Start a draft: GPQA diamond 87\.6/ });
  await expect(start).toBeVisible();
  await start.focus();
  const opening = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const composer = await opening;
  await expect(composer).toHaveURL(/\/popup\.html\?draft=/);
  await expect(composer.getByText(/87\.6/).first()).toBeVisible();
  await expect(composer.locator('body')).toContainText('moonshotai/Kimi-K2.5');
});

test('a row leads to its cell in the card', async ({ page }) => {
  await page.goto(kimi);
  await settle(page);
  await missing(page)
    .getByRole('button', { name: /^Not reported yet/ })
    .click();
  await expect(page.locator('crosscheck-mark').first()).toBeAttached();
  await missing(page).getByRole('button', { name: 'Show in card: GPQA diamond' }).click();
  const cell = page.locator('td', { has: page.locator('crosscheck-mark'), hasText: '87.6' });
  await expect(cell.first()).toBeInViewport();
});

test('the first scores do not wait for the card, and it moves none of them', async ({ hub, page }) => {
  const main = { 'README.md': card, '.eval_results/gpqa.yaml': gpqaFile('62.0') };
  await hub.addRepo(modelPlan({ id, main }));
  hub.misbehave({ path: 'README.md', latency: 2_500 });
  await page.goto(`${hubOrigin}/${id}`);
  const panel = panelOf(page);
  const first = panel.locator('[data-row]').first();
  await expect(first).toBeVisible();
  await expect(panel).not.toContainText('agrees with the card');
  const before = await first.boundingBox();
  await settle(page);
  await expect(panel).toContainText('62.0 agrees with the card');
  expect((await first.boundingBox())?.x).toBe(before?.x);
  // The group's line has grown from a word beside its name; the row stays below it.
  await expect(panel).toContainText('3 scores · 2 benchmarks · main, the card');
  await expect(panel.locator('[data-row]')).toHaveCount(2);
  await panel.getByRole('button', { name: /^Card/ }).click();
  await expect(panel.locator('[data-row]')).toHaveCount(2);
  await expect(panel).toContainText('MMLU-Pro');
});

test('a card that cannot be read is named, with a way to try again', async ({ hub, page }) => {
  await hub.addRepo(modelPlan({ id, main: { 'README.md': card, '.eval_results/gpqa.yaml': gpqaFile('62.0') } }));
  hub.misbehave({ path: 'README.md', status: 500 });
  await page.goto(`${hubOrigin}/${id}`);
  await settle(page);
  const panel = panelOf(page);
  await expect(panel).toContainText('tables of the model card');
  await expect(panel.locator('[data-row]')).toHaveCount(1);
  await hub.reset();
  await panel.getByRole('button', { name: 'retry' }).click();
  await expect(panel).toContainText('62.0 agrees with the card');
});

for (const dark of [false, true])
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ browserOptions: { dark } });
    for (const width of [1280, 320])
      test(`axe finds nothing in what the card brings, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(kimi);
        await settle(page);
        await missing(page)
          .getByRole('button', { name: /^Not reported yet/ })
          .click();
        await unfoldAll(page);
        await panelOf(page).getByRole('button', { name: '87.6: how we know' }).click();
        await expect(panelOf(page).getByText('a table of the model card').first()).toBeVisible();
        expect(await broken(page)).toEqual([]);
        const beyond = await panelOf(page).evaluate((host) => host.scrollWidth - host.clientWidth);
        expect(beyond).toBeLessThanOrEqual(0);
      });
  });
