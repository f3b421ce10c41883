import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHub } from '../hub/hub.ts';
import { sameHostFetch } from './same-host-fetch.ts';

const asked: string[] = [];
const answers: Record<string, string | undefined> = { '/relative': '/file', '/loop': '/loop' };
const listening = (name: string) =>
  new Promise<Server>((done) => {
    const server = createServer(({ url = '' }, response) => {
      asked.push(name + url);
      const location = answers[url];
      response.writeHead(location === undefined ? 200 : 307, location === undefined ? {} : { location });
      response.end('text');
    }).listen(0, '127.0.0.1', () => done(server));
  });
const baseOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let [hub, other]: Server[] = [];
beforeAll(async () => {
  [hub, other] = await Promise.all([listening('hub'), listening('other')]);
  answers['/away'] = `${baseOf(other!)}/secret`;
});
afterAll(() => {
  hub?.close();
  other?.close();
});

describe('sameHostFetch', () => {
  it("follows the relative redirect of the Hub's resolve", async () => {
    const response = await sameHostFetch(`${baseOf(hub!)}/relative`);
    expect(await response.text()).toBe('text');
    expect(asked).toEqual(['hub/relative', 'hub/file']);
  });

  it('does not ask another host, and not for ever', async () => {
    asked.length = 0;
    const reading = createHub({ base: baseOf(hub!), fetch: sameHostFetch, credentials: 'omit', now: Date.now });
    const signal = new AbortController().signal;
    await expect(reading.get('/away', { signal })).rejects.toMatchObject({
      reason: 'unexpected',
      detail: 'sent on to another host',
    });
    expect(asked).toEqual(['hub/away']);
    await expect(sameHostFetch(`${baseOf(hub!)}/loop`)).rejects.toThrow(/more than 20 times/);
  });
});
