// What `npm start` runs once all is installed and built.
import { parseArgs } from 'node:util';
import { launch } from '../browser/launch.ts';
import { settle } from '../browser/settle.ts';
import { startHub } from '../hub/start-hub.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    live: { type: 'boolean', default: false },
    screenshot: { type: 'string' },
    url: { type: 'string', default: '/openai/gpt-oss-20b' },
    dark: { type: 'boolean', default: false },
    recordings: { type: 'string' },
    cards: { type: 'string' },
    narrow: { type: 'boolean', default: false },
  },
});

const address = new URL(values.url, 'https://huggingface.co').href;
const hub = values.live
  ? undefined
  : await startHub({
      fixtures: true,
      tls: true,
      ...(values.recordings && { recordings: values.recordings }),
      ...(values.cards && { cards: values.cards }),
    });
const browser = await launch({
  ...(hub?.spki && { hub: { port: hub.port, spki: hub.spki } }),
  headless: values.screenshot !== undefined,
  dark: values.dark,
  ...(values.narrow && { viewport: { width: 390, height: 844 } }),
});
const stop = async () => {
  await browser.close().catch(() => undefined);
  await hub?.close();
};

try {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(address);
  if (values.screenshot) {
    await settle(page);
    await page.screenshot({ path: values.screenshot, fullPage: true });
    console.error(`Wrote ${values.screenshot}: ${address}${values.live ? '' : ' on the local Hub'}`);
  } else {
    console.error(`Chromium shows ${address}${values.live ? '' : ' on the local Hub'}. Close its window to stop.`);
    await new Promise((resolve) => browser.context.on('close', resolve));
  }
} finally {
  await stop();
}
