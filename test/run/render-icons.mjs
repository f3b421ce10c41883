// Draws public/icon/mark.svg into the PNG sizes that the browsers ask for. Run by hand after a change of the drawing:
//   node test/run/render-icons.mjs
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const folder = new URL('../../public/icon/', import.meta.url);
const svg = await readFile(new URL('mark.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  // The Chrome Web Store wants 96 px of artwork in the 128 px icon.
  const margin = size === 128 ? 16 : 0;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;padding:${margin}px;width:${size - 2 * margin}px}</style><img src="data:image/svg+xml,${encodeURIComponent(svg)}">`,
  );
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
