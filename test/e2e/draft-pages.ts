import type { BrowserContext, Page } from '@playwright/test';
import { popupOf } from './extension-pages.ts';
import { expect } from './harness.ts';

/** The token of the local Hub's reader, who may interact with discussions. */
export const MIRAS_TOKEN = 'hf_localMiraWrite';

/** Opens a model's page and the popup beside it, both with nothing more to read. */
export async function popupOn(page: Page, extensionId: string, repo: string): Promise<Page> {
  await page.goto(`https://huggingface.co/${repo}`);
  const popup = await popupOf(page, extensionId);
  await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
  return popup;
}

/** The same draft in a tab of its own. */
export async function composerTab(context: BrowserContext, extensionId: string, draft: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.setViewportSize({ width: 900, height: 900 });
  await tab.goto(`chrome-extension://${extensionId}/popup.html?draft=${draft}`);
  return tab;
}

/** Gives the reader's account, as the field of the composer takes it. */
export async function signIn(composer: Page): Promise<void> {
  await composer.getByLabel('Access token').fill(MIRAS_TOKEN);
  await composer.getByRole('button', { name: 'Use this token' }).click();
  await expect(composer.getByText('mira (token)')).toBeVisible();
}

/** The file's lines as the preview has them, without their signs. */
export const previewed = (composer: Page): Promise<string> =>
  composer
    .locator('.cc-diff-line[data-sign="+"] bdi')
    .allTextContents()
    .then((lines) => lines.map((line) => `${line}\n`).join(''));

/** Fills a draft in by hand; every field is found by its label. */
export async function fillIn(
  composer: Page,
  given: { benchmark?: string; task?: string; value?: string; url?: string },
) {
  if (given.benchmark !== undefined) {
    await composer.getByRole('combobox', { name: 'Benchmark' }).fill(given.benchmark);
    await expect(composer.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await composer.keyboard.press('Enter');
    await expect(composer.getByLabel('Task')).not.toHaveValue('');
  }
  if (given.task !== undefined) await composer.getByLabel('Task').selectOption(given.task);
  if (given.value !== undefined) await composer.getByLabel('Value').fill(given.value);
  if (given.url !== undefined) await composer.getByLabel('Source', { exact: true }).fill(given.url);
}

/** Accepts every warning that waits for an answer, once all that is checked has been; how many there were. */
export async function acceptWarnings(composer: Page): Promise<number> {
  const bar = composer.locator('.cc-confirm');
  await expect(bar).not.toContainText(/in the way|waiting for the check|not everything could be read/, {
    timeout: 20_000,
  });
  const boxes = await composer.getByLabel('I have looked at this; add it still').all();
  for (const box of boxes) await box.check();
  return boxes.length;
}
