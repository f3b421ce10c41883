import { expectNoViolations, overflow, popupOf, tabIdOf } from './extension-pages.ts';
import { expect, panelOf, settle, test } from './harness.ts';

const hubOrigin = 'https://huggingface.co';

test.describe('popup', () => {
  test('the report of a model in short, and the way to its panel', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('openai/gpt-oss-20b');
    await expect(popup.getByText('35 scores')).toBeVisible();
    await expect(popup.getByRole('listitem').filter({ hasText: 'GPQA · diamond' })).toBeVisible();
    await expectNoViolations(popup);

    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Open panel' }).click();
    await closed;
    expect(
      await panelOf(page).evaluate((host) => host.shadowRoot?.activeElement !== null),
      'the panel has the focus',
    ).toBe(true);
  });

  test('on another tab of the model it leads to the card', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b/tree/main`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText('35 scores')).toBeVisible();
    await popup.getByRole('button', { name: 'Open model card' }).click();
    await page.waitForURL(`${hubOrigin}/openai/gpt-oss-20b`);
  });

  test('unreadable files are named with line and reason', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(popup.getByRole('heading', { name: '3 files could not be read in full' })).toBeVisible();
    await expect(popup.getByText(/on main, line \d+: .*task_id/).first()).toBeVisible();
    await expectNoViolations(popup);
  });

  test('reads again when asked', async ({ page, extensionId, hub }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    const before = hub.requestsLike('/api/models/openai/gpt-oss-20b').length;
    await popup.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => hub.requestsLike('/api/models/openai/gpt-oss-20b').length).toBeGreaterThan(before);
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(popup.getByText('35 scores')).toBeVisible();
  });

  for (const [what, path, words] of [
    ['a dataset', '/datasets/Idavidrein/gpqa', /This is a dataset/],
    ['a list', '/models', /This is a list/],
    ['a model without results', '/meta-llama/Llama-3.2-3B-Instruct', /No results yet/],
    ['a model that is private or missing', '/nobody/nothing-here', /does not exist, or it is private/],
  ] as const) {
    test(`${what} gets its own words`, async ({ page, extensionId }) => {
      await page.goto(hubOrigin + path);
      const popup = await popupOf(page, extensionId);
      await expect(popup.getByRole('main')).toContainText(words);
      await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
      await expectNoViolations(popup);
    });
  }

  test('a gated model: its results are listed, its closed files are said once', async ({ page, extensionId, hub }) => {
    hub.misbehave({ path: '/resolve/', status: 401, code: 'GatedRepo' });
    await page.goto(`${hubOrigin}/zai-org/GLM-5.3-Flash`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText(/files on main.*: This model is gated/)).toBeVisible();
    await expect(popup.getByText(/^4 scores/)).toBeVisible();
    await expectNoViolations(popup);
  });

  test('a tab of another site gets its own words', async ({ page, extensionId }) => {
    await page.goto('about:blank');
    const popup = await page.context().newPage();
    // The popup's own tab is as good as any page that is not the Hub's.
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Not a Hugging Face page');
    await expectNoViolations(popup);
  });

  test('rate limited: says until when, and waits with trying again', async ({ page, extensionId, hub }) => {
    hub.misbehave({ path: '/api/models/openai/gpt-oss-20b', status: 429, retryAfter: 240 });
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText(/asks to wait until \d\d:\d\d/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'retry' })).toBeDisabled();
    await expectNoViolations(popup);
  });

  test('offline: says so, and can be tried again', async ({ page, extensionId, hub }) => {
    const cut = hub.misbehave({ path: '/api/', cut: true });
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText(/cannot be reached/)).toBeVisible();
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    cut.stop();
    await popup.getByRole('button', { name: 'retry' }).click();
    await expect(popup.getByText('35 scores')).toBeVisible();
  });

  test('fits a window of 320 px', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16`);
    const popup = await popupOf(page, extensionId);
    await popup.setViewportSize({ width: 320, height: 600 });
    await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await overflow(popup)).toBeLessThanOrEqual(0);
  });

  test('in a tab of its own it is as wide as a popup: 380 px', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const popup = await popupOf(page, extensionId);
    await popup.setViewportSize({ width: 800, height: 600 });
    await expect(popup.locator('body')).toHaveCSS('width', '380px');
  });
});

test.describe('access to the Hub taken away', () => {
  test('is said, and can be given back from the popup', async ({ page, context, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const id = await tabIdOf(context, page.url());
    const extensions = await context.newPage();
    await extensions.goto('chrome://extensions');
    // What "Site access: on click" does in the browser's own settings.
    await extensions.evaluate(
      (extension) =>
        (
          globalThis as unknown as {
            chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
          }
        ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId: extension, hostAccess: 'ON_CLICK' }),
      extensionId,
    );
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${id}`);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('No access to huggingface.co');
    await expect(popup.getByRole('button', { name: 'Allow access to huggingface.co' })).toBeEnabled();
    await expectNoViolations(popup);
  });
});

test.describe('dark', () => {
  test.use({ browserOptions: { dark: true } });
  test('the popup follows the browser', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText('35 scores')).toBeVisible();
    await expect(popup.locator('body')).toHaveCSS('background-color', 'rgb(11, 15, 25)');
    await expectNoViolations(popup);
  });
});

test.describe('Chinese', () => {
  test.use({ browserOptions: { locale: 'zh-CN' } });
  test('the popup speaks the browser’s language', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText('35 个得分')).toBeVisible();
    await expect(popup.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
