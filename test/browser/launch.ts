import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';

/** The production build, unchanged, is what every end-to-end test and `npm start` run. `EXTENSION_PATH` names another copy. */
export const builtExtension =
  process.env.EXTENSION_PATH ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** How to start the browser. */
export interface LaunchOptions {
  /** Where `huggingface.co` is served over TLS; without it the real one is opened. */
  hub?: { port: number; spki: string };
  /** Send all traffic through this CONNECT proxy on loopback, so that every host asked for is seen. */
  proxyPort?: number;
  /** Unpacked extension to load; none gives the page without it, for comparison. */
  extension?: string | undefined;
  headless?: boolean;
  dark?: boolean;
  /** BCP 47 tag of the browser's interface. */
  locale?: string;
  /** CSS pixels. */
  viewport?: { width: number; height: number };
  /** Device pixels per CSS pixel. */
  scale?: number;
  /** Kept between launches when given, for warm starts. */
  profile?: string;
  /** More arguments for the browser. */
  more?: readonly string[];
}

/** A browser with the extension in it. */
export interface Launched {
  context: BrowserContext;
  /** The extension's background; undefined without an extension. */
  worker: Worker | undefined;
  extensionId: string;
  close(): Promise<void>;
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
];

function hubArguments({ hub, proxyPort }: LaunchOptions): string[] {
  if (!hub) return [];
  // Only this key is trusted; `--ignore-certificate-errors` would turn the HTTP cache off.
  const trust = `--ignore-certificate-errors-spki-list=${hub.spki}`;
  if (proxyPort) return [trust, `--proxy-server=127.0.0.1:${proxyPort}`];
  return [trust, `--host-resolver-rules=MAP huggingface.co:443 127.0.0.1:${hub.port}, MAP * ~NOTFOUND`];
}

/** Starts Chromium (`CHROMIUM_PATH`) with the extension. The caller closes it. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const { extension = builtExtension, headless = true, locale = 'en-US' } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'crosscheck-profile-')));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const withExtension = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : [];
  const context = await chromium.launchPersistentContext(profile, {
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    headless: false,
    args: [
      ...(headless ? ['--headless=new', '--hide-scrollbars'] : []),
      ...quiet,
      ...asRoot,
      ...withExtension,
      ...hubArguments(options),
      ...(options.more ?? []),
      `--lang=${locale}`,
    ],
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--no-startup-window'])],
    locale,
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    ...(options.scale && { deviceScaleFactor: options.scale }),
  });
  const worker = extension
    ? (context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 })))
    : undefined;
  return {
    context,
    worker,
    extensionId: worker ? new URL(worker.url()).host : '',
    close: async () => {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
