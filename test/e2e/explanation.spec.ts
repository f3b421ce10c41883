import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { LocalHub } from '../hub/start-hub.ts';
import { optionsPage } from './extension-pages.ts';
import { expect, panelOf, settle, test } from './harness.ts';

const model = 'openai/gpt-oss-20b';
const url = `https://huggingface.co/${model}`;

const groupOf = (page: Page, name: RegExp): Locator => panelOf(page).getByRole('region', { name }).first();
/** The two values of a sentence, in either order: rows stand as they were found. */
const pair = (x: string, y: string) => new RegExp(`(${x} and ${y}|${y} and ${x}) `.replaceAll('.', '\\.'));
const hle = (page: Page) => groupOf(page, /hle/);

async function openPanel(page: Page): Promise<void> {
  await page.goto(url);
  await settle(page);
}

/** Rules that axe finds broken in the panel. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('crosscheck-panel').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Pull request 240 says another score on HLE from now on. Ends with the way back. */
async function changeValue(hub: LocalHub, from: string, to: string): Promise<() => Promise<unknown>> {
  const plan = hub.model(model)?.plan;
  if (!plan) throw new Error(`The local Hub has no ${model}`);
  const changed = structuredClone(plan);
  const commits = changed.discussions.find(({ num }) => num === 240)?.commits;
  const last = commits?.at(-1);
  const texts = Object.entries(last?.files ?? {}).map(
    ([path, file]) => [path, Buffer.from(file ?? '').toString()] as const,
  );
  const [path, text = ''] = texts.find((one) => one[1].includes(from)) ?? [];
  if (!commits || !last || path === undefined) throw new Error(`Pull request 240 does not say ${from}`);
  const files = { [path]: text.replace(from, to) };
  commits.push({ ...last, at: '2026-09-30T10:00:00Z', message: 'Correct the value', files });
  await hub.addRepo(changed);
  return () => hub.addRepo(plan);
}

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ browserOptions: { dark } });

    for (const width of [1280, 320]) {
      test(`the reasons for a gap, by keyboard, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await openPanel(page);
        const why = hle(page).getByRole('button', { name: /^why/ });
        await why.focus();
        await page.keyboard.press('Enter');
        const reasons = hle(page).getByRole('region', { name: 'why' });
        await expect(reasons.getByText('Noise explains 1.9 points or less')).toBeVisible();
        await expect(reasons.locator('mark').first()).toHaveText('With tools');
        await expect(reasons.getByRole('link', { name: /hle_high_with_tools\.yaml:\d/ })).toHaveAttribute(
          'href',
          /\/blob\/[0-9a-f]{40}\/.*#L\d/,
        );
        await expect(reasons.getByRole('img')).toHaveAttribute('aria-label', /^All 12 values of this group/);
        await reasons.getByRole('button', { name: 'formula and source' }).focus();
        await page.keyboard.press('Enter');
        await expect(reasons.getByText(/^z = \|(10\.9 − 17\.3|17\.3 − 10\.9)\|/)).toBeVisible();
        expect(await broken(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.keyboard.press('Escape');
        await expect(reasons).toHaveCount(0);
        await expect(why).toBeFocused();
      });
    }
  });
}

test('a verdict put away stays so over a reload, can be had back, and comes back with another value', async ({
  page,
  hub,
}) => {
  await openPanel(page);
  const summary = hle(page).locator('.cc-summary');
  const before = await summary.innerText();
  await hle(page).getByRole('button', { name: /^why/ }).click();
  await hle(page).getByRole('button', { name: 'hide for this pair' }).first().click();
  await expect(hle(page).getByRole('button', { name: '1 hidden · show' })).toBeVisible();
  await expect(summary).not.toHaveText(before);

  await openPanel(page);
  await expect(summary).not.toContainText(pair('10.9', '17.3'));
  await hle(page).getByRole('button', { name: /^why/ }).click();
  await hle(page).getByRole('button', { name: '1 hidden · show' }).click();
  await hle(page).getByRole('button', { name: 'show again' }).click();
  await expect(summary).toContainText(pair('10.9', '17.3'));

  await hle(page).getByRole('button', { name: 'hide for this pair' }).first().click();
  await expect(summary).not.toContainText(pair('10.9', '17.3'));
  const restore = await changeValue(hub, '17.3', '18.1');
  try {
    await panelOf(page).getByRole('button', { name: 'Read again' }).click();
    await expect(summary).toContainText(pair('10.9', '18.1'));
    await expect(hle(page).getByRole('button', { name: /hidden · show/ })).toHaveCount(0);
  } finally {
    await restore();
  }
});

test('other thresholds change the verdicts of a panel that stands open, and of the next', async ({
  page,
  context,
  extensionId,
}) => {
  await openPanel(page);
  const gpqa = groupOf(page, /GPQA/);
  await gpqa.getByRole('button', { name: /^why/ }).click();
  await gpqa.getByRole('button', { name: /more pairs$/ }).click();
  // The card's own figures are there too; those of the pull requests stand first.
  const close = gpqa.getByRole('button', { name: pair('71.5', '74.2') }).first();
  await expect(close).toContainText('within noise');

  const options = await optionsPage(context, extensionId);
  await options.getByRole('radio', { name: 'By a fixed number of points, to compare with' }).check();
  await options.getByRole('textbox', { name: 'Notice above, in points' }).fill('2');
  await options.keyboard.press('Enter');
  await expect(options.getByRole('status')).toHaveText('Saved: “Notice above, in points” is 2.');
  await page.bringToFront();
  await expect(close).not.toContainText('within noise');

  await options.getByRole('button', { name: 'Reset settings' }).click();
  await options.getByRole('button', { name: 'Reset now' }).click();
  await page.bringToFront();
  await expect(close).toContainText('within noise');
});
