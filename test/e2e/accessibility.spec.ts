import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, panelOf, settle, test, unfoldAll } from './harness.ts';

const origin = 'https://huggingface.co';

/** Rules that axe finds broken in the panel, by name and place; empty when all hold (WCAG 2.2 AA and best practice). */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('crosscheck-panel').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const states = [
  { name: 'many scores', path: '/openai/gpt-oss-20b' },
  { name: 'empty', path: '/meta-llama/Llama-3.2-3B-Instruct' },
  { name: 'malformed files', path: '/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16' },
  { name: 'long: more groups than fit', path: '/meta-llama/Llama-3.3-70B-Instruct' },
];

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ browserOptions: { dark } });

    for (const { name, path } of states) {
      test(`axe finds nothing: ${name}`, async ({ page }) => {
        await page.goto(`${origin}${path}`);
        await settle(page);
        await unfoldAll(page);
        expect(await broken(page)).toEqual([]);
      });
    }

    test('axe finds nothing: error', async ({ hub, page }) => {
      hub.misbehave({ path: '/api/models/', status: 429, retryAfter: 120 });
      await page.goto(`${origin}/openai/gpt-oss-20b`);
      await expect(panelOf(page)).toContainText(/asks to wait/);
      expect(await broken(page)).toEqual([]);
    });

    test('axe finds nothing: everything open at once', async ({ page }) => {
      await page.goto(`${origin}/openai/gpt-oss-20b`);
      await settle(page);
      await panelOf(page)
        .getByRole('button', { name: /how we know/ })
        .first()
        .click();
      await panelOf(page).getByRole('button', { name: /^why/ }).first().click();
      expect(await broken(page)).toEqual([]);
    });

    test('axe finds nothing: collapsed to one line', async ({ page }) => {
      await page.goto(`${origin}/openai/gpt-oss-20b`);
      await settle(page);
      await panelOf(page)
        .getByRole('button', { name: /Reported scores/ })
        .click();
      await expect(panelOf(page).locator('[data-row]')).toHaveCount(0);
      expect(await broken(page)).toEqual([]);
    });
  });
}

test('320 pixels wide: nothing is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${origin}/openai/gpt-oss-20b`);
  await settle(page);
  const overflow = await panelOf(page).evaluate((host) => {
    const wide = [...(host.shadowRoot?.querySelectorAll('*') ?? [])].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    return wide.map((element) => element.className.toString());
  });
  expect(overflow).toEqual([]);
  expect(await broken(page)).toEqual([]);
});
