// `npm run screenshots`: the README's pictures, taken from the real panel on the local Hub.
import { fileURLToPath } from 'node:url';
import { startHub } from '../hub/start-hub.ts';
import { launch } from './launch.ts';
import { panelOf, settle } from './settle.ts';
import { takeSurfacePictures } from './surface-pictures.ts';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const pictures: { file: string; path: string; dark: boolean; why?: RegExp }[] = [
  { file: 'model-light.png', path: '/openai/gpt-oss-20b', dark: false },
  { file: 'model-dark.png', path: '/openai/gpt-oss-20b', dark: true },
  { file: 'unreadable-light.png', path: '/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', dark: false },
  { file: 'why-light.png', path: '/MiniMaxAI/MiniMax-M2.5', dark: false, why: /SWE-bench Verified/ },
];

const hub = await startHub({ fixtures: true, tls: true });
try {
  await takeSurfacePictures(hub, folder);
  for (const { file, path, dark, why } of pictures) {
    const browser = await launch({
      hub: { port: hub.port, spki: hub.spki ?? '' },
      dark,
      scale: 2,
      viewport: { width: 1280, height: 1000 },
    });
    const page = await browser.context.newPage();
    await page.goto(`https://huggingface.co${path}`);
    await settle(page);
    const panel = panelOf(page);
    await panel.scrollIntoViewIfNeeded();
    await panel.evaluate((host) => host.scrollIntoView({ block: 'start' }));
    await page.evaluate(() => scrollBy(0, -16));
    if (why) {
      const group = panel.getByRole('region', { name: why }).first();
      await group.getByRole('button', { name: /^why/ }).click();
      await group.getByRole('img').first().waitFor();
      await group.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    }
    const box = await panel.boundingBox();
    if (!box) throw new Error(`There is no panel on ${path}.`);
    const margin = 16;
    const clip = {
      x: box.x - margin,
      y: Math.max(0, box.y - margin),
      width: box.width + 2 * margin,
      height: Math.min(box.height + 2 * margin, 980 - Math.max(0, box.y - margin)),
    };
    await page.screenshot({ path: `${folder}${file}`, clip });
    console.error(`Wrote test/screenshots/${file}`);
    await browser.close();
  }
} finally {
  await hub.close();
}
