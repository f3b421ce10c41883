// `npm run screenshots`: the README's pictures, taken from the real panel on the local Hub.
import { fileURLToPath } from 'node:url';
import { startHub } from '../hub/start-hub.ts';
import { launch } from './launch.ts';
import { settle } from './settle.ts';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const pictures = [
  { file: 'model-light.png', path: '/openai/gpt-oss-20b', dark: false },
  { file: 'model-dark.png', path: '/openai/gpt-oss-20b', dark: true },
  { file: 'unreadable-light.png', path: '/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', dark: false },
];

const hub = await startHub({ fixtures: true, tls: true });
try {
  for (const { file, path, dark } of pictures) {
    const browser = await launch({
      hub: { port: hub.port, spki: hub.spki ?? '' },
      dark,
      scale: 2,
      viewport: { width: 1280, height: 1000 },
    });
    const page = await browser.context.newPage();
    await page.goto(`https://huggingface.co${path}`);
    await settle(page);
    await page.screenshot({ path: `${folder}${file}` });
    console.error(`Wrote test/screenshots/${file}`);
    await browser.close();
  }
} finally {
  await hub.close();
}
