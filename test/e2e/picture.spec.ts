import { expect, panelOf, settle, test } from './harness.ts';

const model = 'https://huggingface.co/openai/gpt-oss-20b';

test('the second visit begins with the panel as it was, and ends with one that works', async ({ page, worker }) => {
  await page.goto(model);
  await settle(page);
  // The picture is taken in a quiet moment after the last answer.
  await expect
    .poll(() =>
      worker.evaluate(async () =>
        Object.keys(await chrome.storage.local.get(null)).some((key) => key.startsWith('picture:')),
      ),
    )
    .toBe(true);

  await page.addInitScript(() => {
    const pictured = { text: '', first: 0, rows: 0, heights: [] as number[] };
    Object.assign(window, { pictured });
    const look = () => {
      const shadow = document.querySelector('crosscheck-panel')?.shadowRoot;
      const frame = shadow?.querySelector('div[inert]');
      if (frame) {
        pictured.text = frame.textContent ?? '';
        pictured.rows = frame.querySelectorAll('[data-row]').length;
        pictured.first ||= pictured.rows;
        pictured.heights.push(frame.clientHeight);
      }
      if (frame || pictured.first === 0) requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(model);
  await settle(page);
  const pictured = await page.evaluate(
    () =>
      (window as unknown as { pictured: { text: string; first: number; rows: number; heights: number[] } }).pictured,
  );
  expect(pictured.text).toContain('35 scores');
  expect(pictured.first).toBeGreaterThan(0);
  expect(pictured.rows).toBeGreaterThan(10);

  const panel = panelOf(page);
  await expect(panel.locator('div[inert]')).toHaveCount(0);
  const box = await panel.boundingBox();
  // What was pictured, in one frame or in two, and what is drawn are of one height: nothing below has moved.
  for (const height of pictured.heights) expect(Math.abs((box?.height ?? 0) - height)).toBeLessThanOrEqual(2);
  await panel
    .getByRole('button', { name: /how we know$/ })
    .first()
    .click();
  await expect(panel.getByText('Seen in').first()).toBeVisible();
});

test('a gated model leaves no picture behind', async ({ page, worker }) => {
  await page.goto('https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct');
  await settle(page);
  await page.waitForTimeout(1_500);
  const kept = await worker.evaluate(async () =>
    Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('picture:')),
  );
  expect(kept).toEqual([]);
});

/** What the service worker calls its API; only inside `worker.evaluate`. */
declare const chrome: typeof import('wxt/browser').browser;
