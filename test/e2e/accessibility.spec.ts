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

test.describe.configure({ timeout: 90_000 });

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

for (const width of [320, 480, 1280]) {
  test(`${width} pixels wide: nothing sticks out, and no cell of a row lies on another`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${origin}/openai/gpt-oss-20b`);
    await settle(page);
    const layout = await panelOf(page).evaluate((host) => {
      const root = host.shadowRoot;
      /** What can be seen of an element: its box without what its ancestors in the row cut off. */
      const seen = (element: Element) => {
        let { left, right, top, bottom } = element.getBoundingClientRect();
        for (let at = element.parentElement; at && !at.matches('[data-row]'); at = at.parentElement) {
          if (getComputedStyle(at).overflowX === 'visible') continue;
          const cut = at.getBoundingClientRect();
          [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)];
        }
        return { left, right, top, bottom };
      };
      const overlaps = (one: Element, other: Element) => {
        const [a, b] = [seen(one), seen(other)];
        return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      };
      const box = host.getBoundingClientRect();
      const bad: string[] = [];
      for (const row of root?.querySelectorAll('[data-row]') ?? []) {
        const texts = [...row.querySelectorAll('button, a, time, .cc-foreign')].filter((one) => one.textContent);
        for (const [index, one] of texts.entries()) {
          if (seen(one).right > box.right + 1) bad.push(`outside: ${one.textContent}`);
          for (const other of texts.slice(index + 1)) {
            if (one.contains(other) || other.contains(one)) continue;
            if (overlaps(one, other)) bad.push(`${one.textContent} on ${other.textContent}`);
          }
        }
      }
      return { bad, pageWidth: document.documentElement.scrollWidth };
    });
    expect(layout.bad).toEqual([]);
    expect(layout.pageWidth).toBeLessThanOrEqual(width);
    expect(await broken(page)).toEqual([]);
  });
}
