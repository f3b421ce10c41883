import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import { type Launched, type LaunchOptions, launch } from '../browser/launch.ts';
import { type LocalHub, startConnectProxy, startHub } from '../hub/start-hub.ts';
import type { ConnectProxy } from '../hub/tls/start-connect-proxy.ts';

export { expect } from '@playwright/test';
export { panelOf, settle, unfoldAll } from '../browser/settle.ts';

/** Chromium asks these by itself (clock, updates, accounts), also without any extension. Nothing of ours may. */
const chromiumsOwn = new Set([
  'clients2.google.com',
  'update.googleapis.com',
  'accounts.google.com',
  'redirector.gvt1.com',
]);

/** The host of a refused `host:port` or URL. */
const hostOf = (target: string) => new URL(target.includes('://') ? target : `https://${target}`).hostname;

interface WorkerFixtures {
  /** The local Hub of this worker, over TLS, with the project's fixtures. */
  sharedHub: LocalHub;
  connectProxy: ConnectProxy;
}

interface TestFixtures {
  /** Set by `test.use({ browserOptions: … })` to start the browser otherwise. */
  browserOptions: LaunchOptions;
  /** The local Hub, with no misbehaviour left from the test before and an empty log. */
  hub: LocalHub;
  launched: Launched;
  context: BrowserContext;
  page: Page;
  /** The extension's service worker. */
  worker: Worker;
  extensionId: string;
  /** What the page and the panel printed as errors so far. */
  pageErrors: string[];
}

/**
 * One browser a test, with the production build in it and `huggingface.co` being the local Hub.
 * After each test: no host but huggingface.co was asked for, and no page threw.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedHub: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const hub = await startHub({ fixtures: true, tls: true });
      await use(hub);
      await hub.close();
    },
    { scope: 'worker' },
  ],
  connectProxy: [
    async ({ sharedHub }, use) => {
      const proxy = await startConnectProxy(sharedHub);
      await use(proxy);
      await proxy.close();
    },
    { scope: 'worker' },
  ],
  browserOptions: [{}, { option: true }],
  hub: async ({ sharedHub }, use) => {
    await sharedHub.reset();
    await use(sharedHub);
  },
  launched: async ({ hub, connectProxy, browserOptions }, use) => {
    connectProxy.refused.length = 0;
    const launched = await launch({
      hub: { port: hub.port, spki: hub.spki ?? '' },
      proxyPort: connectProxy.port,
      ...browserOptions,
    });
    await use(launched);
    await launched.close();
    const others = connectProxy.refused.map(hostOf).filter((host) => !chromiumsOwn.has(host));
    base.expect(others, 'hosts other than huggingface.co').toEqual([]);
  },
  context: async ({ launched }, use) => use(launched.context),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  pageErrors: async ({}, use) => use([]),
  page: async ({ context, pageErrors }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    await use(page);
    base.expect(pageErrors, 'errors thrown in the page').toEqual([]);
  },
  worker: async ({ launched }, use) => {
    if (!launched.worker) throw new Error('This test runs without the extension; it has no service worker.');
    await use(launched.worker);
  },
  extensionId: async ({ launched }, use) => use(launched.extensionId),
});
