import { expect, panelOf, settle, test } from './harness.ts';
import { hubOrigin, model, standing } from './standing.ts';

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
    await expect(panelOf(page)).toContainText('35 scores');
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
    await expect(panelOf(page)).toContainText('35 scores');
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
    await expect(panelOf(page)).toContainText('35 scores');
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
