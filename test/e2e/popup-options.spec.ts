import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, panelOf, settle, test } from './harness.ts';

const hubOrigin = 'https://huggingface.co';

/** The id of the tab that shows an address, as the browser numbers it. */
function tabIdOf(context: BrowserContext, url: string): Promise<number> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('The extension has no service worker');
  return worker.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
    };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === wanted);
    if (!tab) throw new Error(`No tab shows ${wanted}`);
    return tab.id;
  }, url);
}

/** The popup of a tab, as a page of its own: Playwright cannot click the toolbar. */
async function popupOf(tab: Page, extensionId: string): Promise<Page> {
  const id = await tabIdOf(tab.context(), tab.url());
  const popup = await tab.context().newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${id}`);
  return popup;
}

async function optionsPage(context: BrowserContext, extensionId: string): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.getByRole('heading', { level: 1 })).toContainText('Crosscheck');
  return options;
}

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.describe('popup', () => {
  test('the report of a model in short, and the way to its panel', async ({ page, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('openai/gpt-oss-20b');
    await expect(popup.getByText('20 scores')).toBeVisible();
    await expect(popup.getByRole('listitem').filter({ hasText: 'Idavidrein/gpqa' })).toBeVisible();
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
    await expect(popup.getByText('20 scores')).toBeVisible();
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
    await expect(popup.getByText('20 scores')).toBeVisible();
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
    await expect(popup.getByText(/^files on main: This model is gated/)).toBeVisible();
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
    await expect(popup.getByText('20 scores')).toBeVisible();
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
  test('popup and options follow the browser', async ({ page, context, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText('20 scores')).toBeVisible();
    await expect(popup.locator('body')).toHaveCSS('background-color', 'rgb(11, 15, 25)');
    await expectNoViolations(popup);
    const options = await optionsPage(context, extensionId);
    await expect(options.locator('body')).toHaveCSS('background-color', 'rgb(11, 15, 25)');
    await expectNoViolations(options);
  });
});

test.describe('Chinese', () => {
  test.use({ browserOptions: { locale: 'zh-CN' } });
  test('popup and options speak the browser’s language', async ({ page, context, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    const popup = await popupOf(page, extensionId);
    await expect(popup.getByText('20 个得分')).toBeVisible();
    await expect(popup.locator('html')).toHaveAttribute('lang', 'zh-CN');
    const options = await optionsPage(context, extensionId);
    await expect(options.getByRole('heading', { level: 1 })).toHaveText('Crosscheck 选项');
  });
});

test.describe('options', () => {
  test('a loader that is turned off does not run, and comes back by undo of a reset', async ({
    page,
    context,
    extensionId,
    hub,
  }) => {
    const options = await optionsPage(context, extensionId);
    await expectNoViolations(options);
    const pulls = options.getByRole('checkbox', { name: 'Open pull requests' });
    await pulls.uncheck();
    await expect(options.getByRole('status')).toHaveText('Saved: “Open pull requests” is off.');
    await options.reload();
    await expect(pulls).not.toBeChecked();

    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    expect(hub.requestsLike('/discussions')).toEqual([]);

    await options.getByRole('button', { name: 'Reset settings' }).click();
    await options.getByRole('button', { name: 'Reset now' }).click();
    await expect(options.getByRole('status')).toHaveText('Settings are reset.');
    await expect(pulls).toBeChecked();
    await expectNoViolations(options);
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect(options.getByRole('status')).toHaveText('Settings are back as they were.');
    await expect(pulls).not.toBeChecked();
  });

  test('the panel’s place and fold are kept', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    await options.getByRole('radio', { name: 'Docked at the window’s edge' }).check();
    await expect(options.getByRole('status')).toContainText('Docked');
    await options.getByRole('checkbox', { name: 'Start as one line' }).check();
    await expect(options.getByRole('status')).toContainText('Start as one line');
    await options.reload();
    await expect(options.getByRole('radio', { name: 'Docked at the window’s edge' })).toBeChecked();
    await expect(options.getByRole('checkbox', { name: 'Start as one line' })).toBeChecked();
  });

  test('settings go out as a file and come in again', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    const files = options.getByRole('checkbox', { name: 'Files on main' });
    await files.uncheck();
    await expect(options.getByRole('status')).toContainText('is off');
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Export settings' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ off: ['main-files'], place: 'auto' });

    await files.check();
    await expect(options.getByRole('status')).toContainText('is on');
    await options
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(options.getByRole('status')).toHaveText('Settings are imported from mine.json.');
    await expect(files).not.toBeChecked();
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect(files).toBeChecked();
  });

  for (const [what, content, words] of [
    ['no JSON', 'off: []', /not JSON/],
    ['a file of something else', '{"name": "x"}', /no Crosscheck settings/],
    ['a field that cannot be read', '{"kind":"crosscheck-settings","version":1,"place":"moon","off":[]}', /“place”/],
    ['a file that is far too large', ' '.repeat(200_000), /larger than 100 kB/],
  ] as const) {
    test(`${what} is not imported: the reason is said and nothing is lost`, async ({ context, extensionId }) => {
      const options = await optionsPage(context, extensionId);
      const files = options.getByRole('checkbox', { name: 'Files on main' });
      await files.uncheck();
      await expect(options.getByRole('status')).toContainText('is off');
      await options
        .locator('input[type=file]')
        .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      await expect(options.getByRole('alert')).toContainText(words);
      await expect(options.getByRole('status')).toHaveText('bad.json was not imported. The settings stay as they are.');
      await expect(files).not.toBeChecked();
      await expectNoViolations(options);
    });
  }

  test('kept reports are counted, and cleared', async ({ page, context, extensionId }) => {
    await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
    await settle(page);
    const options = await optionsPage(context, extensionId);
    await expect(options.getByText(/^1 report, [\d.]+ kB$/)).toBeVisible();
    await options.getByRole('button', { name: 'Clear kept reports' }).click();
    await expect(options.getByRole('status')).toHaveText('Kept reports are cleared.');
    await expect(options.getByText('0 reports, 0 bytes')).toBeVisible();
  });

  test('is all within reach of the keyboard, in order, with a visible focus', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    const reached: string[] = [];
    for (let step = 0; step < 12; step++) {
      await options.keyboard.press('Tab');
      const focused = await options.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return { name: '', outline: '' };
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
        return { name: label?.textContent ?? '', outline: getComputedStyle(element).outlineStyle };
      });
      if (!focused.name) break;
      expect(focused.outline, focused.name).not.toBe('none');
      reached.push(focused.name);
    }
    expect(reached).toEqual(
      expect.arrayContaining([
        'The Hub’s own list',
        'Files on main',
        'Open pull requests',
        'In the page, beside the Hub’s own results',
        'Start as one line',
        'Clear kept reports',
        'Export settings',
        'Import settings',
        'Reset settings',
      ]),
    );
  });

  test('fits a window of 320 px', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    await options.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(options)).toBeLessThanOrEqual(0);
  });
});
