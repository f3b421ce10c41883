import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SENDERS } from '../../lib/messaging/senders.ts';
import { ask } from './ask.ts';
import { optionsPage } from './extension-pages.ts';
import { expect, settle, test } from './harness.ts';

const repo = 'openai/gpt-oss-20b';
const token = 'hf_localMiraWrite';

/** Every message that there is, and some that there are not. */
const messages = [...Object.keys(SENDERS), 'readToken', 'getToken', 'account', 'readAccountToken', 'exportAccount'];
const payloads = [undefined, null, repo, token.slice(0, 3), { repo }, { id: 'account', key: 'account' }, 'json', 0];

interface Api {
  runtime: { sendMessage(...sent: unknown[]): Promise<unknown>; getManifest(): object };
  storage: Record<string, { get(keys: null): Promise<unknown> }>;
}

test('no message and no storage gives the token to anyone, and it stands in no answer, log, address or exported file', async ({
  page,
  context,
  extensionId,
  hub,
  worker,
}) => {
  const printed: string[] = [];
  context.on('console', (message) => printed.push(message.text()));
  worker.on('console', (message) => printed.push(message.text()));
  await page.goto(`https://huggingface.co/${repo}`);
  await settle(page);
  const pages = await optionsPage(context, extensionId);
  await ask(pages, 'saveToken', token);

  /** Sends everything with everything, from a place that has `chrome`; the answers as one text. */
  const tryAll = async ([names, sent, id]: readonly [string[], unknown[], string | null]) => {
    const { chrome } = globalThis as unknown as { chrome?: Api };
    if (!chrome?.runtime?.sendMessage) return 'no way to send';
    const answers: string[] = [];
    for (const type of names) {
      // These change the account or leave the page.
      if (['saveToken', 'signOut', 'openOptions', 'signIn'].includes(type)) continue;
      for (const data of sent) {
        const message = { id: 1, type, data, timestamp: 1 };
        const asked = id === null ? chrome.runtime.sendMessage(message) : chrome.runtime.sendMessage(id, message);
        const wait = new Promise((resolve) => setTimeout(() => resolve('no answer'), 3_000));
        const answer = await Promise.race([asked, wait]).catch((error: unknown) => String(error));
        answers.push(`${type}: ${JSON.stringify(answer) ?? ''}`);
      }
    }
    return answers.join('\n');
  };
  // From the Hub's page itself, which may have no `chrome.runtime` at all, and from our own pages, which get answers.
  const fromPage = await page.evaluate(tryAll, [messages, payloads, extensionId] as const);
  const fromOurs = await pages.evaluate(tryAll, [messages, payloads, null] as const);
  expect(fromOurs).toContain('"name":"mira"');

  // From a content script's world, as one of ours that was taken over would ask.
  const fromScript = await worker.evaluate(
    async ([names, sent, address]) => {
      const api = globalThis as unknown as {
        chrome: {
          tabs: { query(filter: object): Promise<{ id: number }[]> };
          scripting: { executeScript(what: object): Promise<{ result?: unknown }[]> };
        };
      };
      const [tab] = await api.chrome.tabs.query({ url: address });
      const [run] = await api.chrome.scripting.executeScript({
        target: { tabId: tab?.id },
        args: [names, sent],
        func: async (all: string[], data: unknown[]) => {
          const { chrome } = globalThis as unknown as { chrome: Api };
          const said: string[] = [];
          for (const type of all) {
            if (type === 'pageSeen' || type === 'keepPicture') continue;
            for (const one of data) {
              const asked = chrome.runtime.sendMessage({ id: 1, type, data: one ?? null, timestamp: 1 });
              const wait = new Promise((resolve) => setTimeout(() => resolve('no answer'), 2_000));
              said.push(`${type}: ${JSON.stringify(await Promise.race([asked, wait]).catch(String))}`);
            }
          }
          for (const area of ['local', 'session', 'sync']) {
            said.push(`${area}: ${JSON.stringify(await chrome.storage[area]?.get(null).catch(String))}`);
          }
          const databases = await indexedDB.databases();
          said.push(`databases: ${databases.map(({ name }) => name).join()}`);
          return said.join('\n');
        },
      });
      return String(run?.result);
    },
    [messages, payloads.map((one) => one ?? null), `https://huggingface.co/${repo}`] as const,
  );
  expect(fromScript).toContain('readAccount: {"err":');
  expect(fromScript).toMatch(/local: "?.*(not allowed|undefined)/i);
  expect(fromScript).not.toContain('vault');

  const stored = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const areas = await Promise.all(['local', 'session', 'sync'].map((area) => chrome.storage[area]?.get(null)));
    return JSON.stringify(areas);
  });
  const exported = [await ask(pages, 'exportSettings'), await ask(pages, 'exportSubmissions', 'json')].join();
  const asked = JSON.stringify(hub.requests);
  for (const [where, text] of Object.entries({ fromPage, fromOurs, fromScript, stored, exported, asked, printed })) {
    expect(String(text), where).not.toContain(token);
  }

  await ask(pages, 'signOut');
  expect(await ask(pages, 'readAccount')).toBeNull();
});

test('a refused token is not kept, and stands in no error', async ({ context, extensionId, hub }) => {
  const pages = await optionsPage(context, extensionId);
  const wrong = 'hf_neverGivenToAnyone.with-a.tail';
  hub.misbehave({ path: '/api/whoami-v2', status: 401, message: `Invalid token ${wrong}`, times: 1 });
  for (const attempt of [wrong, wrong, 'two words', '']) {
    const said = await ask(pages, 'saveToken', attempt).then(
      () => 'kept',
      (error: Error) => error.message,
    );
    expect(said).not.toBe('kept');
    expect(said).not.toContain('never');
  }
  expect(await ask(pages, 'readAccount')).toBeNull();
});

test('a page of another extension is not answered', async ({ launched, hub, connectProxy, extensionId }) => {
  // What may send here from outside is in the manifest: nobody.
  const manifest = await launched.worker?.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    return chrome.runtime.getManifest();
  });
  expect(Object.keys(manifest ?? {})).not.toContain('externally_connectable');
  const { launch, builtExtension } = await import('../browser/launch.ts');
  const foreign = await mkdtemp(join(tmpdir(), 'crosscheck-foreign-'));
  const { writeFile } = await import('node:fs/promises');
  await writeFile(
    join(foreign, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Foreign', version: '1', background: { service_worker: 'w.js' } }),
  );
  await writeFile(join(foreign, 'w.js'), '');
  await writeFile(join(foreign, 'page.html'), '<!doctype html><title>foreign</title>');
  const both = await launch({
    hub: { port: hub.port, spki: hub.spki ?? '' },
    proxyPort: connectProxy.port,
    extension: `${builtExtension},${foreign}`,
  });
  try {
    await expect.poll(() => both.context.serviceWorkers().length).toBe(2);
    const hosts = both.context.serviceWorkers().map((one) => new URL(one.url()).host);
    const ours = hosts.find((host) => host === extensionId);
    const theirs = hosts.find((host) => host !== extensionId);
    expect(ours).toBe(extensionId);
    const own = await both.context.newPage();
    await own.goto(`chrome-extension://${ours}/options.html`);
    await ask(own, 'saveToken', token);
    const page = await both.context.newPage();
    await page.goto(`chrome-extension://${theirs}/page.html`);
    const answers = await page.evaluate(
      async ([names, id]) => {
        const { chrome } = globalThis as unknown as { chrome: Api };
        const said: string[] = [];
        for (const type of names) {
          const asked = chrome.runtime.sendMessage(id, { id: 1, type, data: null, timestamp: 1 });
          const wait = new Promise((resolve) => setTimeout(() => resolve('no answer'), 1_000));
          said.push(JSON.stringify(await Promise.race([asked, wait]).catch(String)) ?? 'undefined');
        }
        return said;
      },
      [messages, extensionId] as const,
    );
    for (const answer of answers) expect(answer).toMatch(/no answer|Could not establish connection|undefined/);
  } finally {
    await both.close();
    await rm(foreign, { recursive: true, force: true });
  }
});

test('no file of the build holds a token or a client secret', () => {
  const build = process.env.EXTENSION_PATH ?? '.output/chrome-mv3';
  const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|html|json)$/.test(file),
  );
  for (const file of files) {
    const text = readFileSync(join(build, file), 'utf8');
    expect(text, file).not.toMatch(/\bhf_[A-Za-z0-9]{12,}|client_secret/);
  }
});
