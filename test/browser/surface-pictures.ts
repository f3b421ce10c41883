import type { Page } from 'playwright-core';
import type { LocalHub } from '../hub/start-hub.ts';
import { type Launched, launch } from './launch.ts';
import { settle } from './settle.ts';

const compared = 'openai/gpt-oss-20b,MiniMaxAI/MiniMax-M2.5,google/gemma-4-31B-it,zai-org/GLM-5.3-Flash';

/** A model whose card states scores that nobody has reported. */
const drafted = 'https://huggingface.co/moonshotai/Kimi-K2.5';

/** Surfaces beside the panel: each is made ready and then pictured as the window shows it. */
const surfaces: { name: string; height: number; open(browser: Launched): Promise<Page> }[] = [
  {
    name: 'list',
    height: 560,
    async open({ context }) {
      const page = await context.newPage();
      await page.goto('https://huggingface.co/models');
      await page.locator('crosscheck-chips').first().waitFor();
      return page;
    },
  },
  {
    name: 'compare',
    height: 1000,
    async open({ context, extensionId }) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/compare.html?models=${compared}`);
      await page.locator('main[data-busy="false"] .cc-cell').first().waitFor();
      return page;
    },
  },
  {
    name: 'board',
    height: 760,
    async open({ context }) {
      const page = await context.newPage();
      // A report that was read before: its conflict is carried over to the board.
      await page.goto('https://huggingface.co/openai/gpt-oss-20b');
      await settle(page);
      await page.goto('https://huggingface.co/datasets/Idavidrein/gpqa');
      await page.locator('crosscheck-board [data-open-board]').click();
      await page
        .locator('crosscheck-board')
        .getByRole('button', { name: /^74\.2/ })
        .click();
      return page;
    },
  },
  {
    name: 'card',
    height: 720,
    async open({ context }) {
      const page = await context.newPage();
      await page.goto(drafted);
      await settle(page);
      await page.locator('crosscheck-mark button').first().waitFor();
      await page.evaluate(() => scrollTo(0, 240));
      return page;
    },
  },
  {
    name: 'composer',
    height: 900,
    async open({ context }) {
      const page = await context.newPage();
      await page.goto(drafted);
      await settle(page);
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: /^87\.6: not reported yet/ }).click();
      const composer = await opened;
      await composer.setViewportSize({ width: 1000, height: 900 });
      await composer.getByRole('button', { name: 'Check again' }).waitFor();
      return composer;
    },
  },
  {
    name: 'spec',
    height: 800,
    async open({ context }) {
      const page = await context.newPage();
      await page.goto('https://huggingface.co/datasets/crosscheck-fixtures/small-bench');
      const board = page.locator('crosscheck-board');
      await board.getByText('Draft an eval.yaml').click();
      await board.getByLabel('Framework').selectOption('inspect-ai');
      const opened = context.waitForEvent('page');
      await board.getByRole('button', { name: /open a pull request/ }).click();
      const composer = await opened;
      await composer.setViewportSize({ width: 1000, height: 800 });
      await composer.getByRole('button', { name: 'Check again' }).waitFor();
      return composer;
    },
  },
  {
    name: 'popup',
    height: 700,
    async open({ context, extensionId, worker }) {
      const page = await context.newPage();
      await page.goto(drafted);
      await settle(page);
      // As the toolbar opens it: of a tab, by its number.
      const tab = await worker?.evaluate(
        "chrome.tabs.query({ url: 'https://huggingface.co/*' }).then((tabs) => tabs.at(-1).id)",
      );
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 380, height: 720 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tab}`);
      await popup.locator('main[aria-busy="false"]').waitFor();
      return popup;
    },
  },
  {
    name: 'options',
    height: 900,
    async open({ context, extensionId }) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/options.html`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      return page;
    },
  },
  {
    name: 'review',
    height: 760,
    async open({ context }) {
      const page = await context.newPage();
      await page.goto('https://huggingface.co/LiquidAI/LFM2.5-1.2B-Instruct/discussions/15');
      await page.locator('crosscheck-review').getByRole('button').first().click();
      return page;
    },
  },
];

/** Pictures of every surface but the panel, light and dark, as `NAME-light.png` in the folder. */
export async function takeSurfacePictures(hub: LocalHub, folder: string): Promise<void> {
  for (const { name, height, open } of surfaces) {
    for (const theme of ['light', 'dark'] as const) {
      const browser = await launch({
        hub: { port: hub.port, spki: hub.spki ?? '' },
        dark: theme === 'dark',
        viewport: { width: 1280, height },
      });
      const page = await open(browser);
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${folder}${name}-${theme}.png` });
      console.error(`Wrote test/screenshots/${name}-${theme}.png`);
      await browser.close();
    }
  }
}
