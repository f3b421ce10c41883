import { readFile } from 'node:fs/promises';
import { expectNoViolations, optionsPage, overflow } from './extension-pages.ts';
import { expect, settle, test } from './harness.ts';

const hubOrigin = 'https://huggingface.co';

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
    await options.getByRole('checkbox', { name: 'Start the panel as one line' }).check();
    await expect(options.getByRole('status')).toContainText('Start the panel as one line');
    await options.reload();
    await expect(options.getByRole('radio', { name: 'Docked at the window’s edge' })).toBeChecked();
    await expect(options.getByRole('checkbox', { name: 'Start the panel as one line' })).toBeChecked();
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
    for (let step = 0; step < 40; step++) {
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
        'Start the panel as one line',
        'By the benchmark’s number of questions',
        'Notice when p is below',
        'Clear kept reports',
        'Export settings',
        'Import settings',
        'Reset settings',
      ]),
    );
  });

  test('the shortcut is shown, with the way to change it as text to copy', async ({ context, extensionId }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const options = await optionsPage(context, extensionId);
    await expect(options.locator('kbd')).toHaveText('Alt+Shift+S');
    await options.getByRole('button', { name: 'Copy address' }).click();
    await expect(options.getByRole('status')).toHaveText('copied');
    expect(await options.evaluate(() => navigator.clipboard.readText())).toBe('chrome://extensions/shortcuts');
  });

  test('fits a window of 320 px', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    await options.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(options)).toBeLessThanOrEqual(0);
  });
});

test.describe('dark and Chinese', () => {
  test.use({ browserOptions: { dark: true, locale: 'zh-CN' } });
  test('the options follow the browser', async ({ context, extensionId }) => {
    const options = await optionsPage(context, extensionId);
    await expect(options.getByRole('heading', { level: 1 })).toHaveText('Crosscheck 选项');
    await expect(options.locator('body')).toHaveCSS('background-color', 'rgb(11, 15, 25)');
    await expectNoViolations(options);
  });
});
