import type { BrowserContext, Page } from '@playwright/test';
import type { LocalHub } from '../hub/start-hub.ts';
import { previewed, signIn } from './draft-pages.ts';
import { expectNoViolations, overflow } from './extension-pages.ts';
import { expect, test } from './harness.ts';

const dataset = 'crosscheck-fixtures/small-bench';

const boardOf = (page: Page) => page.locator('crosscheck-board');

/** The composer, opened from the page of a dataset that has no `eval.yaml`. */
async function composerFrom(page: Page, context: BrowserContext, tasks?: string): Promise<Page> {
  await page.goto(`https://huggingface.co/datasets/${dataset}`);
  await boardOf(page).getByText('Draft an eval.yaml').click();
  if (tasks !== undefined)
    await boardOf(page)
      .getByLabel(/^Task ids/)
      .fill(tasks);
  const [composer] = await Promise.all([
    context.waitForEvent('page'),
    boardOf(page)
      .getByRole('button', { name: /open a pull request/ })
      .click(),
  ]);
  await composer.setViewportSize({ width: 900, height: 900 });
  await expect(composer.getByRole('heading', { level: 1, name: 'New eval.yaml' })).toBeVisible();
  return composer;
}

const open = (composer: Page) => composer.getByRole('button', { name: 'Open pull request' });

async function fileOn(hub: LocalHub, number: number): Promise<string | undefined> {
  const { git } = hub.dataset(dataset)!;
  const entry = await git.entry((await git.resolve(`refs/pr/${number}`))!, 'eval.yaml');
  return entry && (await git.blob(entry.oid)).toString('utf8');
}

test.describe('from a dataset without eval.yaml to a pull request', () => {
  test('the file that was previewed is what the pull request holds, and the draft knows how it stands', async ({
    page,
    context,
    hub,
  }) => {
    const composer = await composerFrom(page, context, 'easy, hard');
    await signIn(composer);
    const file = composer.getByLabel('The file, eval.yaml');
    await file.fill((await file.inputValue()).replace('config: default', 'config: easy'));
    await expect(composer.getByText('no eval.yaml on main or in 0 pull requests')).toBeVisible({ timeout: 20_000 });
    const preview = await previewed(composer);
    expect(preview).toContain('config: easy');
    await expect(composer.getByText(/is a benchmark with a leaderboard for: easy(,| and) hard/)).toBeVisible();
    await expectNoViolations(composer);
    await open(composer).click();
    const opened = composer.getByRole('link', { name: /^Opened pull request #\d+/ });
    await expect(opened).toBeVisible({ timeout: 20_000 });
    const number = Number(/#(\d+)/.exec(await opened.innerText())?.[1]);
    await expect(opened).toHaveAttribute('href', `https://huggingface.co/datasets/${dataset}/discussions/${number}`);
    expect(await fileOn(hub, number)).toBe(preview);
    expect(hub.dataset(dataset)!.discussions.get(number)).toMatchObject({ title: 'Add eval.yaml', author: 'mira' });
    const writes = hub.requests.filter(({ method }) => method === 'POST');
    expect(writes.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([[true, false]]);
    await expectNoViolations(composer);

    // A second one finds the first.
    const second = await composerFrom(page, context);
    await expect(second.getByText(`Pull request #${number} by mira adds an eval.yaml already.`)).toBeVisible({
      timeout: 20_000,
    });
    await expect(open(second)).toBeDisabled();
    await second.close();

    await composer.getByRole('button', { name: `Close pull request #${number}` }).click();
    await composer.getByLabel(/^Why/).fill('The splits are others.');
    await composer
      .getByRole('dialog')
      .getByRole('button', { name: /^Close/ })
      .click();
    await expect(composer.getByText(/closed/).first()).toBeVisible();
    expect(hub.dataset(dataset)!.discussions.get(number)?.status).toBe('closed');
  });

  test('what is wrong is said by line while it is typed, and nothing of the work is lost', async ({
    page,
    context,
    hub,
  }) => {
    const composer = await composerFrom(page, context);
    await signIn(composer);
    const file = composer.getByLabel('The file, eval.yaml');
    const wrong = 'name: Small bench\ntasks:\n  - config: default\n    split: test\n';
    await file.fill(wrong);
    const problems = composer.locator('.cc-problem-error', { hasText: 'line 3' });
    await expect(problems).toBeVisible();
    await expect(file).toHaveAttribute('aria-invalid', 'true');
    await expect(open(composer)).toBeDisabled();
    await expect(
      composer
        .getByText('all changes kept')
        .or(composer.getByText(/saved|kept/i))
        .first(),
    ).toBeVisible();
    await composer.reload();
    await expect(file).toHaveValue(wrong);
    // A framework that the Hub did not know when its list was read is asked about, not forbidden.
    await file.fill('evaluation_framework: my-own\ntasks:\n  - id: default\n');
    await composer.getByLabel('I have looked at this; add it still').check();
    await expect(open(composer)).toBeEnabled({ timeout: 20_000 });

    hub.misbehave({ path: '/commit/main', status: 403, message: 'Discussions are disabled for this repo' });
    await open(composer).click();
    await expect(composer.getByRole('alert').first()).toContainText('Nothing was opened', { timeout: 20_000 });
    await expect(file).toHaveValue('evaluation_framework: my-own\ntasks:\n  - id: default\n');
  });

  test('typing in a file of 60 kB is held up by nothing; what is in the way is led to', async ({ page, context }) => {
    const composer = await composerFrom(page, context);
    const file = composer.getByLabel('The file, eval.yaml');
    const tasks = Array.from({ length: 1_300 }, (_, index) => `  - id: task_${index}\n    config: default\n`).join('');
    // As one paste: key by key it would take the test, not the composer, a minute.
    await file.evaluate((field: HTMLTextAreaElement, text) => {
      field.focus();
      field.select();
      document.execCommand('insertText', false, text);
    }, `tasks:\n${tasks}  - id: no\n`);
    await expect(composer.locator('.cc-problem-error')).toContainText('line 2602', { timeout: 20_000 });
    await composer.evaluate(() => {
      const noted = globalThis as { long?: number };
      noted.long = 0;
      new PerformanceObserver((list) => {
        noted.long = (noted.long ?? 0) + list.getEntries().length;
      }).observe({ type: 'longtask' });
    });
    await file.press('Control+End');
    for (let key = 0; key < 20; key++) await composer.keyboard.type('#', { delay: 20 });
    // A busy machine may be late by itself, but not with every key.
    expect(await composer.evaluate(() => (globalThis as { long?: number }).long)).toBeLessThan(8);
    await composer.getByRole('button', { name: 'show it' }).click();
    await expect(file).toBeFocused();
    expect(
      await file.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)),
    ).toBe('  - id: no');
  });

  test('by keyboard alone, narrow and in the dark', async ({ page, context, hub }) => {
    const composer = await composerFrom(page, context);
    await signIn(composer);
    await composer.setViewportSize({ width: 390, height: 800 });
    await composer.emulateMedia({ colorScheme: 'dark' });
    expect(await overflow(composer)).toBe(0);
    await expectNoViolations(composer);
    await expect(open(composer)).toBeEnabled({ timeout: 20_000 });
    await composer.getByRole('heading', { level: 1 }).focus();
    for (let steps = 0; steps < 40; steps++) {
      await composer.keyboard.press('Tab');
      if (await open(composer).evaluate((button) => button === document.activeElement)) break;
    }
    await composer.keyboard.press('Enter');
    await expect(composer.getByRole('link', { name: /^Opened pull request #\d+/ })).toBeVisible({ timeout: 20_000 });
    expect(hub.dataset(dataset)!.discussions.size).toBe(1);
  });

  test('the popup lists it among the drafts, and opens it again', async ({ page, context, extensionId }) => {
    const composer = await composerFrom(page, context);
    const id = new URL(composer.url()).searchParams.get('draft');
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    await popup.getByRole('button', { name: /eval\.yaml/ }).click();
    await expect(popup.getByLabel('The file, eval.yaml')).toBeVisible();
    await popup.goto(`chrome-extension://${extensionId}/popup.html?draft=${id}`);
    await expect(popup.getByRole('link', { name: dataset })).toHaveAttribute(
      'href',
      `https://huggingface.co/datasets/${dataset}`,
    );
  });
});
