import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { optionsPage } from './extension-pages.ts';
import { expect, test } from './harness.ts';

const hubUrl = 'https://huggingface.co';
const card = (page: Page, repo: string) => page.locator('article.overview-card-wrapper').filter({ hasText: repo });
const chips = (page: Page) => page.locator('crosscheck-chips');
const isList = ({ path }: { path: string }) => path.startsWith('/api/models?');

test('the cards of a list have their scores, by one request, and nothing moves', async ({ page, hub }) => {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${hubUrl}/models`);
  const own = card(page, 'openai/gpt-oss-20b');
  await expect(own.locator('.chip')).toHaveCount(3);
  // A conflict comes first: where a card is narrow the others have no room.
  await expect(own.locator('.chip').first()).toContainText(/Humanity.*differ/);
  await expect(own.locator('.chip').nth(1)).toContainText('GPQA diamond');
  await expect(card(page, 'openai-community/gpt2').locator('crosscheck-chips')).toHaveCount(0);
  await page.mouse.wheel(0, 2000);
  await page.waitForTimeout(600);
  expect(hub.requests.filter(isList)).toHaveLength(1);
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBe(0);
});

test('only cards on the screen get chips', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 400 });
  await page.goto(`${hubUrl}/models`);
  await expect(chips(page).first()).toBeAttached();
  const before = await chips(page).count();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => chips(page).count()).toBeGreaterThan(before);
});

test('on a narrow card the chip that stays is the conflict', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${hubUrl}/models`);
  const own = card(page, 'openai/gpt-oss-20b');
  await expect(own.locator('.chip')).toHaveCount(3);
  const seen = await own.locator('.chips').evaluate((list) => {
    const { bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll('.chip')]
      .filter((chip) => chip.getBoundingClientRect().bottom <= bottom + 1)
      .map((chip) => chip.querySelector('.seen')?.textContent);
  });
  expect(seen).toEqual([expect.stringMatching(/differ$/)]);
});

test('a list that is drawn anew has the right chips: search, sorting, and back', async ({ page, hub }) => {
  await page.goto(`${hubUrl}/models`);
  await expect(chips(page).first()).toBeAttached();
  await page.getByLabel('Filter by name').fill('glm');
  await expect(page.locator('article.overview-card-wrapper:not(.promo)')).toHaveCount(1);
  await expect(card(page, 'zai-org/GLM-5.3-Flash').locator('.chip')).toHaveCount(3);
  await page.getByRole('link', { name: 'Most likes' }).click();
  await page.getByLabel('Filter by name').fill('');
  await expect(card(page, 'openai/gpt-oss-20b').locator('.chip')).toHaveCount(3);
  await page.waitForTimeout(500);
  // All of these cards were known: no list was asked for again.
  expect(hub.requests.filter(isList)).toHaveLength(1);
  // What a card says belongs to the model that it shows.
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll('crosscheck-chips')].flatMap((host) => {
      const id = host.parentElement?.querySelector('h3')?.textContent ?? '';
      const label = host.shadowRoot?.querySelector('[role="list"]')?.getAttribute('aria-label') ?? '';
      return label.endsWith(id) && host.parentElement?.querySelectorAll('crosscheck-chips').length === 1 ? [] : [id];
    }),
  );
  expect(wrong).toEqual([]);
});

test('cards that the page’s own script changes in place follow', async ({ page }) => {
  await page.goto(`${hubUrl}/models`);
  const own = card(page, 'zai-org/GLM-5.3-Flash');
  await expect(own.locator('.chip')).toHaveCount(3);
  await own.evaluate((article) => {
    article.querySelector('a')?.setAttribute('href', '/deepseek-ai/DeepSeek-R1');
    const title = article.querySelector('h3');
    if (title) title.textContent = 'deepseek-ai/DeepSeek-R1 again';
  });
  await expect(card(page, 'DeepSeek-R1 again').locator('.chip').first()).toContainText('71.5');
  await card(page, 'DeepSeek-R1 again').evaluate((article) => article.querySelector('crosscheck-chips')?.remove());
  await expect(card(page, 'DeepSeek-R1 again').locator('.chip').first()).toContainText('71.5');
});

test('an organization’s page has chips; pages without models have none and ask nothing', async ({ page, hub }) => {
  await page.goto(`${hubUrl}/meta-llama`);
  await expect(card(page, 'Llama-3.3-70B-Instruct').locator('.chip')).toHaveCount(3);
  expect(hub.requests.filter(isList).map(({ path }) => path)).toEqual([
    '/api/models?author=meta-llama&sort=lastModified&limit=30&expand%5B%5D=evalResults',
  ]);
  await page.goto(`${hubUrl}/datasets`);
  await page.waitForTimeout(700);
  await expect(chips(page)).toHaveCount(0);
  expect(hub.requests.filter(isList)).toHaveLength(1);
});

test('links that are absolute and carry a query, and a list that the Hub does not give', async ({ page, hub }) => {
  await page.goto(`${hubUrl}/models?apps=llama.cpp`);
  await expect(card(page, 'openai/gpt-oss-20b').locator('.chip')).toHaveCount(3);
  hub.misbehave({ path: '/api/models?', status: 429, retryAfter: 120 });
  await page.goto(`${hubUrl}/models?search=glm`);
  await page.waitForTimeout(700);
  await expect(chips(page)).toHaveCount(0);
});

test('models are pinned from the list by keyboard, and compared', async ({ page, context }) => {
  await page.goto(`${hubUrl}/models`);
  const pin = card(page, 'openai/gpt-oss-20b').getByRole('button');
  await pin.focus();
  await page.keyboard.press('Enter');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect(pin).toBeFocused();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Compare 1 pinned' }).click();
  const compare = await opened;
  await expect(compare.getByRole('columnheader', { name: /gpt-oss-20b/ })).toBeVisible();
});

test('a pin that the browser does not keep is said, and one from another tab is seen', async ({
  page,
  context,
  worker,
}) => {
  await page.goto(`${hubUrl}/models`);
  const pin = (of: Page, repo: string) => card(of, repo).getByRole('button');
  await expect(pin(page, 'openai/gpt-oss-20b')).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${hubUrl}/models`);
  await pin(other, 'openai/gpt-oss-20b').click();
  await expect(pin(other, 'openai/gpt-oss-20b')).toHaveAttribute('aria-pressed', 'true');
  await page.bringToFront();
  // A headless browser hides no tab: the page is told as it would be.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(pin(page, 'openai/gpt-oss-20b')).toHaveAttribute('aria-pressed', 'true');

  await worker.evaluate("chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'))");
  await pin(page, 'google/gemma-4-31B-it').click();
  await expect(page.locator('crosscheck-list').getByRole('status')).toContainText(
    'google/gemma-4-31B-it could not be pinned',
  );
  await expect(pin(page, 'google/gemma-4-31B-it')).toHaveAttribute('aria-pressed', 'false');
});

test('a page that draws its body anew loses neither the chips nor the way to switch them off', async ({ page }) => {
  await page.goto(`${hubUrl}/models`);
  await expect(page.locator('crosscheck-list')).toBeAttached();
  await page.evaluate(() => {
    document.body.innerHTML = document.body.innerHTML.replace(/<crosscheck-list.*?<\/crosscheck-list>/g, '');
  });
  await expect(card(page, 'openai/gpt-oss-20b').locator('.chip')).toHaveCount(3);
  await page.getByRole('button', { name: 'Hide on all lists' }).click();
  await expect(page.locator('crosscheck-chips, crosscheck-list')).toHaveCount(0);
});

test('are off in one click, everywhere, and come back from the options', async ({
  page,
  context,
  extensionId,
  hub,
}) => {
  await page.goto(`${hubUrl}/models`);
  await expect(chips(page).first()).toBeAttached();
  await page.getByRole('button', { name: 'Hide on all lists' }).click();
  await expect(chips(page)).toHaveCount(0);
  await expect(page.locator('crosscheck-list')).toHaveCount(0);
  const asked = hub.requests.filter(isList).length;
  await page.goto(`${hubUrl}/models?search=glm`);
  await page.waitForTimeout(700);
  expect(hub.requests.filter(isList)).toHaveLength(asked);
  const options = await optionsPage(context, extensionId);
  const box = options.getByRole('checkbox', { name: 'Scores on the cards of lists' });
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(options.getByRole('status')).toContainText('on');
  await page.reload();
  await expect(chips(page).first()).toBeAttached();
});

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ browserOptions: { dark, locale: dark ? 'zh-CN' : 'en-US' } });
    test('axe finds nothing, wide and narrow', async ({ page }) => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${hubUrl}/models`);
        await expect(chips(page).first()).toBeAttached();
        await page.locator('crosscheck-list button').first().click();
        for (const host of ['crosscheck-chips', 'crosscheck-list']) {
          const { violations } = await new AxeBuilder({ page }).include(host).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    });
  });
}
