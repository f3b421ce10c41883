import { acceptWarnings, composerTab, fillIn, popupOn, previewed, signIn } from './draft-pages.ts';
import { expectNoViolations, overflow } from './extension-pages.ts';
import { expect, panelOf, settle, test } from './harness.ts';

const repo = 'deepseek-ai/DeepSeek-R1';
const card = `https://huggingface.co/${repo}`;

/** Text of a file at the head of a pull request of the local Hub. */
async function fileOf(hub: import('../hub/start-hub.ts').LocalHub, id: string, number: number, path: string) {
  const git = hub.model(id)?.git;
  const head = await git?.resolve(`refs/pr/${number}`);
  const entry = head && (await git?.entry(head, path));
  return entry ? (await git?.blob(entry.oid))?.toString('utf8') : undefined;
}

const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);

test.describe('from a score to a pull request', () => {
  test('a cell of the card: five interactions at most, the commit is the preview, and the panel shows it', async ({
    page,
    hub,
    extensionId,
  }) => {
    // The account is given once, long before.
    const first = await popupOn(page, extensionId, repo);
    await first.getByRole('button', { name: 'New draft' }).click();
    await signIn(first);
    await first.close();

    let interactions = 1; // The toolbar's icon.
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: /^Start a draft: .*49\.2/ }).click();
    interactions++;
    await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
    await expect(popup.locator('.cc-evidence blockquote')).toHaveText('SWE Verified (Resolved) | 42.0 | 41.6 | 49.2');
    // Its owners take results of their own harness only: that is asked.
    interactions += await acceptWarnings(popup);
    const file = await previewed(popup);
    const path = await popup.locator('.cc-change figcaption .cc-mono').innerText();
    await expectNoViolations(popup);
    await popup.getByRole('button', { name: 'Open pull request' }).click();
    interactions++;
    const opened = popup.getByRole('link', { name: /^Opened pull request #\d+/ });
    await expect(opened).toBeVisible({ timeout: 20_000 });
    expect(interactions).toBeLessThanOrEqual(5);
    await expectNoViolations(popup);

    const number = numberIn(await opened.innerText());
    expect(file).toContain('value: 49.2');
    expect(await fileOf(hub, repo, number, path)).toBe(file);

    await page.bringToFront();
    await page.reload();
    await settle(page);
    await expect(panelOf(page).getByText(`community #${number}`).first()).toBeVisible({ timeout: 20_000 });
  });

  test('its source is looked at when asked, for the value as it stands', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: /^Start a draft: .*49\.2/ }).click();
    await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
    const body = popup.locator('.cc-pull-body');
    await expect(body).not.toContainText('the source was read');
    await popup.getByRole('button', { name: 'check the source, 49.2' }).click();
    await expect(popup.locator('.cc-source-said')).toContainText(
      'The source states 49.2: row “SWE Verified (Resolved)”',
    );
    await expect(body).toContainText('the source was read and states the value');
    await expect(popup.locator('.cc-checks')).toContainText('the source states the value');
    await expectNoViolations(popup);
    await popup.getByLabel('Value').fill('49.3');
    await expect(body).not.toContainText('the source was read');
    await popup.getByRole('button', { name: 'check the source, 49.3' }).click();
    await expect(
      popup.locator('.cc-problem-warning').filter({ hasText: 'The source gives 49.2, not 49.3' }),
    ).toBeVisible();
    await expectNoViolations(popup);
    await popup.getByLabel('Source', { exact: true }).fill('https://arxiv.org/abs/2501.12948');
    await expect(popup.getByText('cannot be looked at from here')).toBeVisible();
    await expect(popup.getByRole('button', { name: /^check the source/ })).toHaveCount(0);
  });

  test('by keyboard alone: the picker, the fields, the token, the confirm', async ({ page, hub, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).focus();
    await popup.keyboard.press('Enter');
    const { keyboard } = popup;
    await expect(popup.getByRole('heading', { name: 'New score' })).toBeFocused();
    const tabTo = async (label: string) => {
      for (let steps = 0; steps < 60; steps++) {
        const named = await popup.evaluate(() => {
          const active = document.activeElement;
          return `${(active as HTMLInputElement)?.labels?.[0]?.textContent ?? ''}|${active?.getAttribute('aria-label') ?? ''}|${active?.textContent ?? ''}`;
        });
        if (named.split('|').some((name) => name.trim().startsWith(label))) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab never comes to ${label}`);
    };
    await tabTo('Benchmark');
    await expect(popup.getByRole('combobox', { name: 'Benchmark' })).toBeFocused();
    await keyboard.type('hle');
    const options = popup.getByRole('listbox', { name: 'Benchmark' }).getByRole('option');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(popup.getByLabel('Task')).toHaveValue('hle');
    await tabTo('Value');
    await keyboard.type('8.6');
    await expect(popup.locator('.cc-hint').filter({ hasText: '2,500 questions' })).toBeVisible();
    await tabTo('Source');
    await keyboard.type(card);
    await tabTo('Access token');
    await keyboard.type('hf_localMiraWrite');
    await keyboard.press('Enter');
    await expect(popup.getByText('mira (token)')).toBeVisible();
    await acceptWarnings(popup);
    await expect(popup.getByRole('button', { name: 'Open pull request' })).toBeEnabled({ timeout: 20_000 });
    await tabTo('Open pull request');
    await keyboard.press('Enter');
    const opened = popup.getByRole('link', { name: /^Opened pull request #\d+/ });
    await expect(opened).toBeVisible({ timeout: 20_000 });
    expect(await fileOf(hub, repo, numberIn(await opened.innerText()), '.eval_results/hle.yaml')).toContain(
      'value: 8.6',
    );
  });

  test('a file: its scores, what it states, and the draft that begins with them', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByText('From a file').click();
    await popup
      .getByLabel('Text of a results file')
      .fill(
        '- dataset: {id: cais/hle, task_id: hle}\n  value: 8.60\n  date: "2025-05-28"\n  source: {url: https://huggingface.co/deepseek-ai/DeepSeek-R1}\n',
      );
    await popup.getByRole('button', { name: 'Read the text' }).click();
    await expect(popup.getByLabel('Value')).toHaveValue('8.60');
    await expect(popup.getByLabel('Measured')).toHaveValue('2025-05-28');
    await expect(popup.getByRole('combobox', { name: 'Benchmark' })).toHaveValue(/HLE|Humanity/);
    await expect.poll(() => previewed(popup)).toContain('value: 8.60');
  });

  test('a text that is no results file says so, and begins nothing', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByText('From a file').click();
    await popup.getByLabel('Text of a results file').fill('{"hello": 1}');
    await popup.getByRole('button', { name: 'Read the text' }).click();
    await expect(popup.locator('.cc-file-scores .cc-problem-error')).toBeVisible();
    await expect(popup.getByText('No drafts yet.')).toBeVisible();
    await expectNoViolations(popup);
  });
});

test.describe('nothing is lost', () => {
  test('a popup that is closed while typing opens with the same draft', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await fillIn(popup, { benchmark: 'hle', value: '8.6' });
    await popup.close({ runBeforeUnload: true });
    const again = await popupOn(page, extensionId, repo);
    await expect(again.getByLabel('Value')).toHaveValue('8.6');
    await expect(again.getByLabel('Task')).toHaveValue('hle');
  });

  test('two windows on one draft show the same in the end, and say so', async ({ page, context, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await fillIn(popup, { benchmark: 'hle', value: '8.6' });
    await expect(popup.getByText('saved', { exact: true })).toBeVisible();
    const opening = context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Open in a tab' }).click();
    const tab = await opening;
    await expect(tab.getByLabel('Value')).toHaveValue('8.6');
    const other = await composerTab(context, extensionId, new URL(tab.url()).searchParams.get('draft') ?? '');
    await other.getByLabel('Value').fill('8.7');
    await expect(tab.getByLabel('Value')).toHaveValue('8.7');
    await expect(tab.getByText('This draft was changed in another window')).toBeVisible();
    await tab.getByLabel('Value').fill('8.8');
    await expect(other.getByLabel('Value')).toHaveValue('8.8');
    // Whoever writes hears their own words only as an echo.
    await other.getByRole('textbox', { name: 'Notes' }).pressSequentially('With tools, 3 runs', { delay: 40 });
    await expect(tab.getByRole('textbox', { name: 'Notes' })).toHaveValue('With tools, 3 runs');
    await expect(other.getByRole('textbox', { name: 'Notes' })).toHaveValue('With tools, 3 runs');
  });

  test('a deletion can be taken back; once the popup is closed it is done', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await fillIn(popup, { benchmark: 'hle', value: '8.6' });
    await expect(popup.getByText('saved', { exact: true })).toBeVisible();
    await popup.getByRole('button', { name: 'All drafts' }).click();
    const row = popup.getByRole('button', { name: /^Open the draft for/ });
    await expect(row).toContainText('blocked by 1 problem');
    const remove = async () => {
      await popup.getByRole('button', { name: /^More for the draft/ }).click();
      await popup.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(row).toHaveCount(0);
    };
    await remove();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toBeVisible();
    await remove();
    await popup.close({ runBeforeUnload: true });
    const again = await popupOn(page, extensionId, repo);
    await expect(again.getByText('No drafts yet.')).toBeVisible();
  });
});

test.describe('what stands in the way is said', () => {
  test('what cannot be checked cannot be sent, until it can', async ({ page, hub, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await signIn(popup);
    const cut = hub.misbehave({ path: `/api/models/${repo}/discussions`, status: 500 });
    await popup.getByRole('button', { name: 'Check again' }).click();
    await fillIn(popup, { benchmark: 'hle', value: '8.6', url: card });
    const confirm = popup.getByRole('button', { name: 'Open pull request' });
    await expect(popup.locator('.cc-problem-error').first()).toBeVisible({ timeout: 20_000 });
    await expect(confirm).toBeDisabled();
    await expectNoViolations(popup);
    cut.stop();
    await popup.getByRole('button', { name: 'Check again' }).click();
    await expect(popup.locator('.cc-problem-error')).toHaveCount(0, { timeout: 20_000 });
    await acceptWarnings(popup);
    await expect(confirm).toBeEnabled({ timeout: 20_000 });
  });

  test('a refusal of the Hub is told in words, the draft stays, and a second confirm opens it', async ({
    page,
    hub,
    extensionId,
  }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await signIn(popup);
    await fillIn(popup, { benchmark: 'hle', value: '8.6', url: card });
    const confirm = popup.getByRole('button', { name: 'Open pull request' });
    await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
    await acceptWarnings(popup);
    await expect(confirm).toBeEnabled({ timeout: 20_000 });
    const no = hub.misbehave({ path: `/api/models/${repo}/commit/`, status: 403 });
    await confirm.click();
    await expect(popup.getByRole('alert').filter({ hasText: 'Nothing was opened' })).toBeVisible({ timeout: 20_000 });
    await expectNoViolations(popup);
    no.stop();
    await expect(confirm).toBeEnabled({ timeout: 20_000 });
    await confirm.click();
    await expect(popup.getByRole('link', { name: /^Opened pull request/ })).toBeVisible({ timeout: 20_000 });
  });

  test('a token that the Hub does not take is not kept, and not shown', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await popup.getByLabel('Access token').fill('hf_nobodysToken');
    await popup.getByRole('button', { name: 'Use this token' }).click();
    await expect(popup.getByText('The Hub does not take this token')).toBeVisible();
    await expect(popup.getByLabel('Access token')).toHaveValue('');
    await expect(popup.getByRole('link', { name: 'Make one on the Hub' })).toHaveAttribute(
      'href',
      /^https:\/\/huggingface\.co\/settings\/tokens\/new\?/,
    );
  });

  test('fields that were not come to are not blamed; asked for, they are named', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await expect(popup.getByText(/problems are in the way/)).toBeVisible();
    await expect(popup.locator('.cc-composer-fields .cc-problem-error')).toHaveCount(0);
    await popup.getByRole('button', { name: 'show it' }).click();
    await expect(popup.locator('.cc-composer-fields .cc-problem-error')).not.toHaveCount(0);
    await expect(popup.getByRole('combobox', { name: 'Benchmark' })).toBeFocused();
  });

  test('without an account: the text, the name and the page of the Hub', async ({ page, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await fillIn(popup, { benchmark: 'hle', value: '8.6', url: card });
    await expect.poll(() => previewed(popup)).toContain('value: 8.6');
    await popup.getByText('Without an account here').click();
    await expect(popup.getByRole('link', { name: 'Open on the Hub' })).toHaveAttribute(
      'href',
      `${card}/new/main?filename=.eval_results%2Fhle.yaml`,
    );
    await popup.getByRole('button', { name: 'Copy the YAML' }).click();
    await expect(
      popup.locator('.cc-by-hand').getByText('Copied').or(popup.locator('.cc-by-hand textarea')),
    ).toBeVisible();
  });
});

test.describe('afterwards', () => {
  test('one’s own pull request is closed with a reason', async ({ page, hub, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: 'New draft' }).click();
    await signIn(popup);
    await fillIn(popup, { benchmark: 'hle', value: '8.6', url: card });
    await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
    await acceptWarnings(popup);
    await popup.getByRole('button', { name: 'Open pull request' }).click();
    const opened = popup.getByRole('link', { name: /^Opened pull request #\d+/ });
    await expect(opened).toBeVisible({ timeout: 20_000 });
    const number = numberIn(await opened.innerText());
    await popup.getByRole('button', { name: `Close pull request #${number}` }).click();
    const dialog = popup.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Close it' })).toBeDisabled();
    await dialog.getByLabel('Why').fill('The value is of another setup.');
    await expectNoViolations(popup);
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await expect(popup.getByText(/^closed\. That is an answer/)).toBeVisible({ timeout: 20_000 });
    expect(hub.model(repo)?.discussions.get(number)?.status).toBe('closed');
    await popup.getByRole('button', { name: 'All drafts' }).click();
    await expect(popup.getByRole('button', { name: /^Open the draft for/ })).toContainText(`closed #${number}`);
  });
});

test.describe('narrow, wide, dark and Chinese', () => {
  test('fits 320 px and a tab', async ({ page, context, extensionId }) => {
    const popup = await popupOn(page, extensionId, repo);
    await popup.getByRole('button', { name: /^Start a draft: .*49\.2/ }).click();
    await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
    const opening = context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Open in a tab' }).click();
    const tab = await opening;
    await expect(tab.getByLabel('Value')).toHaveValue('49.2');
    for (const width of [320, 380, 900, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      expect(await overflow(tab), `at ${width} px`).toBeLessThanOrEqual(0);
    }
    await expectNoViolations(tab);
  });

  test.describe('dark', () => {
    test.use({ browserOptions: { dark: true } });
    test('the composer is legible', async ({ page, extensionId }) => {
      const popup = await popupOn(page, extensionId, repo);
      await popup.getByRole('button', { name: /^Start a draft: .*49\.2/ }).click();
      await expect(popup.getByText(/^checked /)).toBeVisible({ timeout: 20_000 });
      await expectNoViolations(popup);
    });
  });

  test.describe('Chinese', () => {
    test.use({ browserOptions: { locale: 'zh-CN' } });
    test('the composer speaks the browser’s language', async ({ page, extensionId }) => {
      const popup = await popupOn(page, extensionId, repo);
      await popup.getByRole('button', { name: /^开始草稿/ }).click();
      await expect(popup.getByRole('button', { name: '开启拉取请求' })).toBeVisible();
      await expect(popup.getByRole('combobox', { name: '基准' })).toHaveValue('SWE-bench Verified');
      await expectNoViolations(popup);
    });
  });
});
