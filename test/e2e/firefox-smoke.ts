// Smoke test of the Firefox build: the panel stands on a model page and shows the scores of the local Hub.
// Firefox takes extensions through WebDriver BiDi only, so this is puppeteer-core and not Playwright.
import { fileURLToPath } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { startConnectProxy, startHub } from '../hub/start-hub.ts';

const extension = fileURLToPath(new URL('../../.output/firefox-mv2', import.meta.url));
const executablePath = process.env.FIREFOX_PATH;
if (!executablePath) throw new Error('Set FIREFOX_PATH to the Firefox to test with.');

const hub = await startHub({ fixtures: true, tls: true });
const proxy = await startConnectProxy(hub);
const browser = await launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  acceptInsecureCerts: true,
  extraPrefsFirefox: {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': '127.0.0.1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  },
});

/** The panel's visible text, through its open shadow root; empty while there is none. */
const panelText = (page: Page) =>
  page.evaluate(
    () => document.querySelector('crosscheck-panel')?.shadowRoot?.querySelector('section')?.textContent ?? '',
  );

async function waitForText(page: Page, wanted: RegExp): Promise<string> {
  const until = Date.now() + 15_000;
  let text = '';
  while (Date.now() < until) {
    text = await panelText(page);
    if (wanted.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The panel never said ${wanted}. It says: ${text || '(there is no panel)'}`);
}

let failed = false;
const check = async (name: string, body: () => Promise<void>) => {
  try {
    await body();
    console.log(`  ok  ${name}`);
  } catch (error) {
    failed = true;
    console.error(`  FAILED  ${name}\n    ${(error as Error).message}`);
  }
};

try {
  await browser.installExtension(extension);
  const page = await browser.newPage();
  await check('openai/gpt-oss-20b shows its scores', async () => {
    await page.goto('https://huggingface.co/openai/gpt-oss-20b');
    await waitForText(page, /20 scores[\s\S]*71\.5/);
  });
  await check('unreadable files on main are named', async () => {
    await page.goto('https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16');
    await waitForText(page, /mmlu-pro\.yaml[\s\S]*task_id/);
  });
  await check('figures in the card have marks that open what is said of them', async () => {
    await page.goto('https://huggingface.co/openai/gpt-oss-20b');
    const name = await page.waitForFunction(() => {
      const hosts = [...document.querySelectorAll('.model-card-content td crosscheck-mark')];
      const mark = hosts.find(({ parentElement }) => parentElement?.textContent === '17.3');
      const button = mark?.shadowRoot?.querySelector('button');
      const line = document.querySelector('crosscheck-marks-line')?.shadowRoot?.textContent;
      const stands = hosts.length === 15 && line?.includes('15 scores') && button?.getBoundingClientRect().width === 24;
      if (!stands) return undefined;
      button.click();
      return button.getAttribute('aria-label');
    });
    if (!/^17\.3: agrees with /.test(String(await name.jsonValue())))
      throw new Error(`It says: ${await name.jsonValue()}`);
    await page.waitForFunction(() =>
      document.querySelector('crosscheck-panel')?.shadowRoot?.activeElement?.textContent?.includes('17.3'),
    );
  });
  await check('a model without results says so', async () => {
    await page.goto('https://huggingface.co/meta-llama/Llama-3.2-3B-Instruct');
    await waitForText(page, /no results yet/i);
  });
} finally {
  await browser.close();
  await proxy.close();
  await hub.close();
}
process.exitCode = failed ? 1 : 0;
