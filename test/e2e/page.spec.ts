import type { Page } from '@playwright/test';
import { expect, panelOf, settle, test } from './harness.ts';

const hubOrigin = 'https://huggingface.co';
const model = `${hubOrigin}/openai/gpt-oss-20b`;
const other = `${hubOrigin}/google/gemma-4-31B-it`;

/** Where the panel stands: the place that it names, and its neighbours in the page. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const hosts = [...document.querySelectorAll<HTMLElement>('crosscheck-panel')];
    const [host] = hosts;
    return {
      panels: hosts.length,
      place: host?.dataset.place,
      before: host?.previousElementSibling?.getAttribute('data-target'),
      parent: host?.parentElement?.localName,
      inIsland: Boolean(host?.closest('.SVELTE_HYDRATER')),
      visible: host?.checkVisibility() ?? false,
    };
  });

test.describe('the panel finds its place', () => {
  test("after the Hub's own results", async ({ page }) => {
    await page.goto(model);
    await settle(page);
    expect(await standing(page)).toMatchObject({
      panels: 1,
      place: 'island',
      before: 'ModelEvalResults',
      inIsland: false,
      visible: true,
    });
  });

  test('while the page is still being read', async ({ hub, page }) => {
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('crosscheck-panel')) return;
        observer.disconnect();
        Object.assign(window, { placedWhile: document.readyState });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${hubOrigin}/models`);
    hub.misbehave({ path: /^\/openai\/gpt-oss-20b$/, bytesPerSecond: 30_000 });
    await page.goto(model);
    await settle(page);
    expect(await page.evaluate(() => (window as unknown as { placedWhile: string }).placedWhile)).toBe('loading');
    expect(await standing(page)).toMatchObject({ panels: 1, place: 'island', before: 'ModelEvalResults' });
  });

  test('in the right column when the page shows no results', async ({ hub, page }) => {
    hub.settings.pageVariant = 'no-results-island';
    await page.goto(model);
    await settle(page);
    expect(await standing(page)).toMatchObject({ place: 'column', parent: 'section', visible: true });
  });

  test('below the header when there is no right column', async ({ hub, page }) => {
    hub.settings.pageVariant = 'no-right-column';
    await page.goto(model);
    await settle(page);
    expect(await standing(page)).toMatchObject({ place: 'header', before: 'ModelHeader', parent: 'main' });
  });

  test('in the column also where the header is not known', async ({ hub, page }) => {
    hub.settings.pageVariant = 'no-header-island';
    await page.goto(model);
    await settle(page);
    expect(await standing(page)).toMatchObject({ place: 'island', visible: true });
  });

  test("at the window's edge when nothing of the page is known, under a strict policy too", async ({ page }) => {
    await page.route(model, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'none'; style-src 'self'" },
        body: '<!doctype html><title>Something new</title><div>Another layout</div>',
      }),
    );
    await page.goto(model);
    await settle(page);
    await expect(panelOf(page)).toContainText('20 scores');
    expect(await standing(page)).toMatchObject({ place: 'edge', parent: 'body', visible: true });
    const box = await panelOf(page).boundingBox();
    expect(box?.x).toBeGreaterThan(1280 - 400 - 32);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    await expect(panelOf(page)).toHaveCSS('border-radius', '8px');
    await expect(panelOf(page).locator('.cc-panel').first()).toHaveCSS('font-size', '14px');
  });

  test('on a narrow screen without making the page wider', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(model);
    await settle(page);
    const [panel, content] = await page.evaluate(() => [
      document.querySelector('crosscheck-panel')?.getBoundingClientRect().right ?? 0,
      document.documentElement.clientWidth,
    ]);
    expect(panel).toBeLessThanOrEqual(content ?? 0);
  });
});

test.describe('the panel keeps its place', () => {
  test('and the focus in it', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    const title = panelOf(page).locator('[data-panel-title]');
    await title.focus();
    await page.evaluate(() => document.querySelector('crosscheck-panel')?.remove());
    await expect(panelOf(page)).toHaveCount(1);
    await expect(title).toBeFocused();

    // A reader who has gone elsewhere is not called back.
    const link = page.locator('main header a').first();
    await link.focus();
    await page.evaluate(() => document.querySelector('crosscheck-panel')?.remove());
    await expect(panelOf(page)).toHaveCount(1);
    await expect(link).toBeFocused();
  });

  test('when the page puts its column in anew', async ({ hub, page }) => {
    hub.settings.pageVariant = 'rewrites-itself';
    await page.goto(model);
    await settle(page);
    await page.waitForTimeout(1_200);
    expect(await standing(page)).toMatchObject({ panels: 1, place: 'island', before: 'ModelEvalResults' });
    await expect(panelOf(page)).toContainText('20 scores');
  });

  test('when the page throws it out again and again, and when it replaces its body', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.evaluate(async () => {
      for (let time = 0; time < 40; time += 1) {
        document.querySelector('crosscheck-panel')?.remove();
        await new Promise((done) => setTimeout(done, 25));
      }
    });
    await expect.poll(() => standing(page)).toMatchObject({ panels: 1, visible: true });

    await page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<main><p>All new</p></main>';
      document.body.replaceWith(body);
    });
    await expect.poll(() => standing(page)).toMatchObject({ panels: 1, place: 'edge', visible: true });
    await expect(panelOf(page)).toContainText('20 scores');
  });

  test('when a better place comes while nobody sees it', async ({ hub, page }) => {
    hub.settings.pageVariant = 'no-results-island';
    await page.goto(model);
    await settle(page);
    expect((await standing(page)).place).toBe('column');
    await panelOf(page).scrollIntoViewIfNeeded();
    const at = (await panelOf(page).boundingBox())?.y;
    const touch = (name: string) =>
      page.evaluate((target) => {
        const island = document.createElement('div');
        island.dataset.target = target;
        document.querySelector('main section.side-column')?.append(island);
      }, name);
    await touch('ModelEvalResults');
    await page.waitForTimeout(200);
    // The reader looks at it: it stays.
    expect((await standing(page)).place).toBe('column');
    expect((await panelOf(page).boundingBox())?.y).toBe(at);

    await page.setViewportSize({ width: 1280, height: 300 });
    await page.evaluate(() => scrollTo(0, 0));
    await touch('Another');
    await expect.poll(() => standing(page)).toMatchObject({ place: 'island', before: 'ModelEvalResults', panels: 1 });
  });
});

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
    await expect(panelOf(page)).toContainText('20 scores');
    expect((await standing(page)).place).toBe('island');
    await page.goBack();
    await expect(panelOf(page)).toHaveCount(0);
    await page.goForward();
    await expect(panelOf(page)).toContainText('20 scores');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  test('from a list, and from model to model', async ({ hub, page }) => {
    await page.goto(`${hubOrigin}/models`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await expect(panelOf(page)).toHaveCount(0);
    await page.locator('a[href="/openai/gpt-oss-20b"]').first().click();
    await expect(panelOf(page)).toContainText('20 scores');
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
      await expect.poll(badge, path).toBe('20');
    }
  });

  test('also when it comes back with the back button after a whole other page', async ({ page }) => {
    await page.goto(model);
    await settle(page);
    await page.goto(other);
    await settle(page);
    await page.goBack();
    await settle(page);
    await expect(panelOf(page)).toContainText('20 scores');
    // What the browser does when it restores a page from its back/forward cache.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(panelOf(page)).toContainText('20 scores');
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

test.describe('the extension goes away', () => {
  test('updated under an open page: the new panel stands, nothing of the old is left, nothing is thrown', async ({
    context,
    page,
    worker,
  }) => {
    // Chromium starts an unpacked extension again only in developer mode.
    const control = await context.newPage();
    await control.goto('chrome://extensions');
    await control.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
    await control.close();

    const printed: string[] = [];
    page.on('console', (message) => message.type() === 'error' && printed.push(message.text()));
    await page.goto(model);
    await settle(page);
    await page.evaluate(() => {
      for (const ours of document.querySelectorAll<HTMLElement>('crosscheck-panel, crosscheck-skip'))
        ours.dataset.ofOld = '';
    });
    await worker.evaluate('chrome.runtime.reload()').catch(() => undefined);
    await expect(page.locator('[data-of-old]')).toHaveCount(0);
    await expect(panelOf(page)).toContainText('20 scores');

    await page.getByRole('link', { name: 'Files and versions' }).click();
    await expect(panelOf(page)).toHaveCount(0);
    await page.getByRole('link', { name: 'Model card' }).click();
    await expect(panelOf(page)).toContainText('20 scores');
    await page.evaluate(() => document.querySelector('crosscheck-panel')?.remove());
    await expect(panelOf(page)).toHaveCount(1);
    expect((await standing(page)).panels).toBe(1);
    expect(printed).toEqual([]);
  });

  test('for good, under an open page: nothing is left behind, nothing is thrown', async ({ page, worker }) => {
    const printed: string[] = [];
    page.on('console', (message) => message.type() === 'error' && printed.push(message.text()));
    await page.goto(model);
    await settle(page);
    // Outside developer mode it does not start again.
    await worker.evaluate('chrome.runtime.reload()').catch(() => undefined);
    await expect(page.locator('crosscheck-panel, crosscheck-skip')).toHaveCount(0);
    await page.evaluate(() => document.querySelector('main section.side-column')?.append(document.createElement('p')));
    await page.getByRole('link', { name: 'Files and versions' }).click();
    await page.getByRole('link', { name: 'Model card' }).click();
    await page.waitForTimeout(1_500);
    await expect(page.locator('crosscheck-panel, crosscheck-skip')).toHaveCount(0);
    expect(printed).toEqual([]);
  });

  test('the worker is killed in the middle: the panel asks again and gets its report', async ({
    context,
    extensionId,
    hub,
    page,
  }) => {
    const control = await context.newPage();
    await control.goto(`chrome-extension://${extensionId}/options.html`);
    const devtools = await context.newCDPSession(control);
    await devtools.send('ServiceWorker.enable');

    const slow = hub.misbehave({ path: '/api/models/openai/gpt-oss-20b?', latency: 40_000, times: 1 });
    await page.bringToFront();
    await page.goto(model);
    await expect(panelOf(page)).toContainText('Reported scores');
    // The question is with the Hub, and its answer is farther away than this test lasts: only a second one brings it.
    await expect.poll(() => slow.hits).toBe(1);
    await devtools.send('ServiceWorker.stopAllWorkers');
    await expect(panelOf(page)).toContainText('20 scores', { timeout: 15_000 });
    await settle(page);
  });
});
