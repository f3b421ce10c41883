import { expect, panelOf, settle, test } from './harness.ts';
import { hubOrigin, model, standing } from './standing.ts';

const other = `${hubOrigin}/google/gemma-4-31B-it`;

test.describe('the panel follows the page', () => {
  test('through the tabs of a model', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByRole('link', { name: 'Files and versions' }).click();
    await expect(page).toHaveURL(/\/tree\/main$/);
    await expect(panelOf(page)).toHaveCount(0);
    await page.getByRole('link', { name: /^Community/ }).click();
    await expect(page).toHaveURL(/\/discussions$/);
    await expect(panelOf(page)).toHaveCount(0);
    await expect(page.locator('crosscheck-skip')).toHaveCount(0);
    await page.getByRole('link', { name: 'Model card' }).click();
    await expect(panelOf(page)).toContainText('35 scores');
    expect((await standing(page)).place).toBe('island');
    await page.goBack();
    await expect(panelOf(page)).toHaveCount(0);
    await page.goForward();
    await expect(panelOf(page)).toContainText('35 scores');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  test('from a list, and from model to model', async ({ hub, page }) => {
    await page.goto(`${hubOrigin}/models`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await expect(panelOf(page)).toHaveCount(0);
    await page.locator('a[href="/openai/gpt-oss-20b"]').first().click();
    await expect(panelOf(page)).toContainText('35 scores');
    await page.goBack();
    await expect(panelOf(page)).toHaveCount(0);

    // The first model's answer is slow; what the reader went on to must not be overwritten by it.
    hub.misbehave({ path: '/api/models/google/gemma-4-31B-it', latency: 1_000 });
    await page.locator('a[href="/google/gemma-4-31B-it"]').first().click();
    await expect(panelOf(page)).toHaveCount(1);
    await page.goBack();
    await page.locator('a[href="/ornith-ai/Ornith-1.5-9B"]').first().click();
    await settle(page);
    await expect(panelOf(page)).toContainText(/Terminal-Bench/i);
    const shown = await panelOf(page).textContent();
    await page.waitForTimeout(1_500);
    expect(await panelOf(page).textContent()).toBe(shown);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect((await standing(page)).panels).toBe(1);
  });

  test('and is not on pages that have no card', async ({ page }) => {
    for (const path of [
      '/models',
      '/datasets/Idavidrein/gpqa',
      '/openai/gpt-oss-20b/tree/main',
      '/openai/gpt-oss-20b/discussions/178',
    ]) {
      await page.goto(hubOrigin + path);
      await page.waitForTimeout(300);
      await expect(panelOf(page), path).toHaveCount(0);
    }
  });

  test("and on a model's other tabs the toolbar speaks for it, page after page", async ({ page, worker }) => {
    for (const path of ['/tree/main', '/discussions/178', '/tree/main']) {
      await page.goto(model + path);
      const badge = () =>
        worker.evaluate(
          'chrome.tabs.query({ active: true }).then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))',
        );
      await expect.poll(badge, path).toBe('35');
    }
  });

  test('also when it comes back with the back button after a whole other page', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.goto(other);
    await settle(page);
    await page.goBack();
    await settle(page);
    await expect(panelOf(page)).toContainText('35 scores');
    // What the browser does when it restores a page from its back/forward cache.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(panelOf(page)).toContainText('35 scores');
    expect((await standing(page)).panels).toBe(1);
  });

  test('into the dark and back, at once', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    const background = () =>
      panelOf(page)
        .locator('.cc-panel')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await background();
    await page.locator('[data-theme-switch]').click();
    await expect(panelOf(page)).toHaveAttribute('data-theme', 'dark');
    expect(await background()).not.toBe(light);
    await page.locator('[data-theme-switch]').click();
    await expect(panelOf(page)).toHaveAttribute('data-theme', 'light');
    expect(await background()).toBe(light);
  });
});

test.describe('the keyboard', () => {
  test('gets to the panel by a link at the start of the page', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.evaluate(() => {
      const start = document.querySelector<HTMLElement>('main');
      start?.setAttribute('tabindex', '-1');
      start?.focus();
    });
    await page.keyboard.press('Tab');
    const skip = page.locator('crosscheck-skip a');
    await expect(skip).toBeFocused();
    await expect(skip).toHaveCSS('clip-path', 'none');
    await page.keyboard.press('Enter');
    await expect(panelOf(page).locator('[data-panel-title]')).toBeFocused();
    await expect(panelOf(page)).toBeInViewport();
    await expect(page).toHaveURL(model);
  });

  test("does not set off the page's shortcuts from inside, and does from outside", async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('keydown', ({ key }) => heard.push(key));
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await panelOf(page).locator('[data-panel-title]').focus();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    expect(await heard()).toEqual(['Control', 'k']);
    await page.locator('main a').first().focus();
    await page.keyboard.press('/');
    expect(await heard()).toContain('/');
  });
});
