import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { type Launched, launch } from '../browser/launch.ts';
import { states } from '../gallery/states.ts';

const configFile = 'test/gallery/vite.config.ts';
let gallery: PreviewServer;
let launched: Launched;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await build({ configFile, logLevel: 'error' });
  gallery = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' } });
  launched = await launch({ extension: '' });
});

test.afterAll(async () => {
  await launched.close();
  await gallery.close();
});

/** States that the built extension reaches only by accident of time, network and data: here each stands still. */
for (const theme of ['light', 'dark']) {
  test(`every state of the panel, ${theme}: axe finds nothing, nothing runs over`, async () => {
    test.setTimeout(120_000);
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    const [origin = ''] = gallery.resolvedUrls?.local ?? [];
    for (const state of Object.keys(states)) {
      await page.setViewportSize({ width: 492, height: 900 });
      await page.goto(`${origin}?${new URLSearchParams({ state, theme, width: '460' })}`);
      const panel = page.locator('.cc-panel');
      await panel.waitFor();
      // Its fade is over then, and with it half-transparent text.
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const value = panel.locator('.cc-value-button').first();
      if ((await value.count()) > 0) await value.click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const broken = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      expect(broken, state).toEqual([]);
      for (const width of [492, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${state}, ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
}
