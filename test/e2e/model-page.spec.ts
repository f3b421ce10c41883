import { expect, panelOf, settle, test, unfoldAll } from './harness.ts';

const hubOrigin = 'https://huggingface.co';

/** What the service worker calls its API; only inside `worker.evaluate`. */
declare const chrome: typeof import('wxt/browser').browser;

test('openai/gpt-oss-20b: all 20 entries, the GPQA ones told apart, with their evidence', async ({ hub, page }) => {
  await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
  await settle(page);
  const panel = panelOf(page);
  await expect(panel).toContainText('35 scores');
  await unfoldAll(page);
  // Values, setups and pull requests as recorded on 2026-10-01.
  for (const [value, setup, pull] of [
    ['71.5', 'high', '233'],
    ['74.2', 'high', '234'],
    ['56.8', 'low', '235'],
    ['58', 'low', '236'],
    ['66', 'medium', '237'],
    ['67.1', 'medium', '238'],
    ['58.5858585859', '', '256'],
  ] as const) {
    const row = panel
      .locator('[data-row]')
      .filter({ hasText: `#${pull}` })
      .filter({ hasText: value });
    await expect(row.first(), `${value} of #${pull}`).toBeVisible();
    await expect(row.first()).toContainText(setup);
  }
  await expect(
    panel.locator('[data-row]').filter({ hasText: '#233' }).getByRole('link', { name: /233/ }).first(),
  ).toHaveAttribute('href', `${hubOrigin}/openai/gpt-oss-20b/discussions/233`);
  expect(
    hub.requestsLike((request) => request.authorization),
    'requests with a token',
  ).toEqual([]);
});

test('Nemotron: three unreadable files on main, named with reason and line', async ({ page }) => {
  await page.goto(`${hubOrigin}/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16`);
  await settle(page);
  const panel = panelOf(page);
  for (const file of ['gpqa.yaml', 'hle.yaml', 'mmlu-pro.yaml']) await expect(panel).toContainText(file);
  await expect(panel).toContainText(/task_id/);
  await expect(panel).toContainText('86.8');
});

test('LFM2.5-1.2B-Instruct: 0.7 is shown as written, with its scale in question', async ({ page }) => {
  await page.goto(`${hubOrigin}/LiquidAI/LFM2.5-1.2B-Instruct`);
  await settle(page);
  const row = panelOf(page).locator('[data-row]').filter({ hasText: '0.7' });
  await expect(row).toContainText('scale in question');
  await expect(row.getByRole('rowheader')).toHaveText('0.7');
});

test('MiniMax-M2.5: both values of one file, 75.80 with its zero', async ({ page }) => {
  await page.goto(`${hubOrigin}/MiniMaxAI/MiniMax-M2.5`);
  await settle(page);
  await expect(panelOf(page)).toContainText('75.80');
  await expect(panelOf(page)).toContainText('80.2');
});

test('Llama-3.2-3B-Instruct: an honest "no results yet"', async ({ page }) => {
  await page.goto(`${hubOrigin}/meta-llama/Llama-3.2-3B-Instruct`);
  await settle(page);
  await expect(panelOf(page)).toContainText(/no results yet/i);
});

test('a gated model: scores are listed, the closed files are said once', async ({ hub, page }) => {
  // Whether the real Hub gives the diff of a gated repository is not known; here it does not.
  hub.settings.inlineDiff = false;
  await page.goto(`${hubOrigin}/meta-llama/Llama-3.3-70B-Instruct`);
  await settle(page);
  await unfoldAll(page);
  await expect(panelOf(page)).toContainText('0.4167');
  await expect(panelOf(page)).toContainText(/gated/);
});

test('a legacy one-segment address gets the panel of the model it leads to', async ({ page }) => {
  await page.goto(`${hubOrigin}/gpt2`);
  await settle(page);
  await expect(panelOf(page)).toBeVisible();
});

test('within the request budget: two, one for each pull request that speaks of evaluation, and one for the card', async ({
  hub,
  page,
  worker,
}) => {
  await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
  await settle(page);
  // A file's second hop is the browser's own.
  const asked = () => hub.requestsLike(/^\/api\/(?!resolve-cache)|\/resolve\/|\/raw\/|\.diff$/).map(({ path }) => path);
  const cold = asked();
  const pulls = new Set(cold.flatMap((path) => path.match(/discussions\/(\d+)/)?.[1] ?? []));
  expect(cold.length).toBe(2 + pulls.size + 1);
  expect(cold.filter((path) => path.endsWith('/README.md'))).toHaveLength(1);
  expect(cold[0]).toMatch(/expand/);

  // Again after the report went stale: nothing but the API, the list and the refs.
  hub.requests.length = 0;
  await worker.evaluate(() => undefined);
  await panelOf(page).getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => asked().length).toBeGreaterThanOrEqual(3);
  await settle(page);
  expect(asked().length).toBe(3);
});

test('a quiet repository costs two requests and the card at most', async ({ hub, page }) => {
  await page.goto(`${hubOrigin}/meta-llama/Llama-3.2-3B-Instruct`);
  await settle(page);
  expect(hub.requestsLike(/^\/api\/(?!resolve-cache)/).length).toBeLessThanOrEqual(2);
  expect(hub.requestsLike('/resolve/').length).toBe(1);
});

test('the toolbar shows the number of scores', async ({ page, worker }) => {
  await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
  await settle(page);
  const badge = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return {
      text: await chrome.action.getBadgeText({ tabId: tab?.id ?? 0 }),
      title: await chrome.action.getTitle({ tabId: tab?.id ?? 0 }),
    };
  });
  expect(badge.text).toBe('35');
  expect(badge.title).toMatch(/35 scores/);
});

test('layout stays where it is once the first score stands', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: { at: number; value: number }[] = [];
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push({ at: entry.startTime, value: entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
    const watch = setInterval(() => {
      if (document.querySelector('crosscheck-panel')?.shadowRoot?.querySelector('[data-row]')) {
        Object.assign(window, { firstScoreAt: performance.now() });
        clearInterval(watch);
      }
    }, 1);
    Object.assign(window, { shifts });
  });
  await page.goto(`${hubOrigin}/openai/gpt-oss-20b`);
  await settle(page);
  await page.waitForTimeout(500);
  const late = await page.evaluate(() => {
    const { shifts, firstScoreAt } = window as unknown as {
      shifts: { at: number; value: number }[];
      firstScoreAt: number;
    };
    // The frame that the first score is painted in ends a little after it was put into the document.
    return shifts.filter(({ at }) => at > firstScoreAt + 50);
  });
  expect(late).toEqual([]);
});
