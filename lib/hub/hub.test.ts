import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { GapReason } from '../evals/report.ts';
import { createHub, type HubOptions } from './hub.ts';
import type { HubError } from './hub-error.ts';

const base = 'https://huggingface.co';
const never = new AbortController().signal;

function hubOf(fetch: typeof globalThis.fetch, more: Partial<HubOptions> = {}) {
  const waits: number[] = [];
  let time = 1_000_000;
  const hub = createHub({
    base,
    fetch,
    credentials: 'include',
    now: () => time,
    sleep: async (ms) => {
      waits.push(ms);
      time += ms;
    },
    ...more,
  });
  return { hub, waits, later: (ms: number) => (time += ms) };
}

const failure = (promise: Promise<unknown>): Promise<HubError> =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error) => error,
  );

// Situations and wordings: ../shared/hub-contract.md section 4 (recorded 2026-10-06, and huggingface_hub's hf_raise_for_status).
const contract: [string, number, Record<string, string>, string, GapReason][] = [
  ['missing or private, not signed in', 401, {}, '{"error":"Invalid username or password."}', 'sign-in'],
  ['missing, signed in', 404, { 'x-error-code': 'RepoNotFound' }, '{"error":"Repository not found"}', 'repo-missing'],
  ['missing, without a code', 404, {}, '{"error":"Repository not found"}', 'repo-missing'],
  ['no such path', 404, { 'x-error-code': 'EntryNotFound' }, 'Entry not found', 'entry-missing'],
  ['no such discussion', 404, {}, '{"error":"No discussion found matching num #99"}', 'entry-missing'],
  ['no such revision', 404, { 'x-error-code': 'RevisionNotFound' }, 'Invalid rev id: x', 'revision-missing'],
  ['gated, not signed in', 401, { 'x-error-code': 'GatedRepo' }, 'Access to model X is restricted.', 'gated'],
  ['gated, signed in without access', 403, { 'x-error-code': 'GatedRepo' }, 'Ask for access.', 'no-access'],
  ['no permission', 403, {}, '{"error":"You have read access but not the required permissions"}', 'forbidden'],
  ['disabled', 403, {}, 'Access to this resource is disabled.', 'disabled'],
  ['a fault of the Hub', 500, {}, 'oops', 'server'],
  ['a gateway in between', 504, {}, '<html>Gateway Time-out</html>', 'server'],
  ['anything else', 418, {}, 'teapot', 'unexpected'],
];

describe('the error contract', () => {
  it.each(contract)('%s (%i)', async (_, status, headers, body, reason) => {
    const { hub } = hubOf(async () => new Response(body, { status, headers }));
    const error = await failure(hub.get('/api/models/a/b', { signal: never }));
    expect(error).toMatchObject({ name: 'HubError', reason, status, path: '/api/models/a/b' });
    expect(error.detail).toContain(String(status));
    expect(error.detail).not.toContain('<html>');
  });

  it('never repeats a token that an answer holds', async () => {
    const { hub } = hubOf(async () => new Response('{"error":"bad token hf_abcDEF123"}', { status: 401 }));
    const error = await failure(hub.get('/x', { signal: never }));
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('abcDEF');
  });

  it('takes a dead line for offline, after two more tries with growing waits', async () => {
    const fetch = vi.fn(async () => {
      throw new TypeError('fetch failed');
    });
    const { hub, waits } = hubOf(fetch);
    expect(await failure(hub.get('/x', { signal: never }))).toMatchObject({
      reason: 'offline',
      detail: 'fetch failed',
    });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  });

  it.each([401, 403, 404, 418])('asks only once when the answer is %i', async (status) => {
    const fetch = vi.fn(async () => new Response('', { status }));
    await failure(hubOf(fetch).hub.get('/x', { signal: never }));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('gets over a passing fault', async () => {
    const answers = [new Response('', { status: 503 }), new Response('fine')];
    const { hub } = hubOf(async () => answers.shift() as Response);
    expect((await hub.get('/x', { signal: never })).text).toBe('fine');
  });

  it('refuses an answer that came from another host', async () => {
    const answer = new Response('LFS');
    Object.defineProperty(answer, 'url', { value: 'https://cdn-lfs.example/file' });
    const error = await failure(hubOf(async () => answer).hub.get('/x', { signal: never }));
    expect(error).toMatchObject({ reason: 'unexpected', detail: 'sent on to another host' });
  });
});

describe('429', () => {
  const limited = (seconds: number) =>
    new Response('{"error":"We had to rate limit you"}', {
      status: 429,
      headers: { ratelimit: `"api";r=0;t=${seconds}`, 'ratelimit-policy': '"fixed window";"api";q=500;w=300' },
    });

  it('waits as told when the wait is short', async () => {
    const answers = [limited(2), new Response('fine')];
    const { hub, waits } = hubOf(async () => answers.shift() as Response);
    expect((await hub.get('/x', { signal: never })).text).toBe('fine');
    expect(waits).toEqual([3000]);
  });

  it('fails at once when it is long, says until when, and holds every further request until then', async () => {
    const fetch = vi.fn(async () => limited(168));
    const { hub, waits, later } = hubOf(fetch);
    const error = await failure(hub.get('/x', { signal: never }));
    expect(error).toMatchObject({ reason: 'rate-limited', status: 429, retryAt: 1_000_000 + 169_000 });
    expect(await failure(hub.get('/y', { signal: never }))).toMatchObject({
      reason: 'rate-limited',
      retryAt: error.retryAt,
    });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(waits).toEqual([]);
    later(169_000);
    fetch.mockImplementation(async () => new Response('fine'));
    expect((await hub.get('/y', { signal: never })).text).toBe('fine');
  });

  it('gives up a short wait that does not end', async () => {
    const fetch = vi.fn(async () => limited(0));
    expect(await failure(hubOf(fetch).hub.get('/x', { signal: never }))).toMatchObject({ reason: 'rate-limited' });
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe('a request', () => {
  it('revalidates, takes the login it is given, and nothing else', async () => {
    const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => new Response('fine'));
    await hubOf(fetch).hub.get('/api/x?y=1', { signal: never });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('https://huggingface.co/api/x?y=1');
    expect(init).toEqual({ credentials: 'include', cache: 'no-cache', signal: expect.any(AbortSignal) });
  });

  it('keeps at most six in flight', async () => {
    let now = 0;
    let most = 0;
    const { hub } = hubOf(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now--;
      return new Response('fine');
    });
    await Promise.all(Array.from({ length: 40 }, (_, at) => hub.get(`/${at}`, { signal: never })));
    expect(most).toBe(6);
  });

  it('stops at once when it is aborted: in flight, queued and waiting alike', async () => {
    const abort = new AbortController();
    const fetch = vi.fn(
      (_url: unknown, init?: RequestInit) =>
        new Promise<Response>((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        ),
    );
    const { hub } = hubOf(fetch as typeof globalThis.fetch);
    const all = Array.from({ length: 20 }, (_, at) => failure(hub.get(`/${at}`, { signal: abort.signal })));
    setTimeout(() => abort.abort(), 5);
    expect(new Set((await Promise.all(all)).map(({ reason }) => reason))).toEqual(new Set(['aborted']));
    expect(fetch).toHaveBeenCalledTimes(6);
  });

  it('ends the wait between two tries when it is aborted', async () => {
    vi.useFakeTimers();
    const abort = new AbortController();
    const fetch = vi.fn(async () => Promise.reject(new TypeError('fetch failed')));
    const hub = createHub({ base, fetch, credentials: 'omit', now: () => 0 });
    const failing = failure(hub.get('/x', { signal: abort.signal }));
    await vi.advanceTimersByTimeAsync(1);
    abort.abort();
    // No time goes by any more: a wait that went on would never end.
    expect(await failing).toMatchObject({ reason: 'aborted' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe('over the wire', () => {
  /** A server whose answers trickle: headers at once, then a piece every few milliseconds. */
  async function trickle(pieces: number, size: number, run: (base: string, sent: () => number) => Promise<void>) {
    let sent = 0;
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': pieces * size });
      const timer = setInterval(() => {
        if (sent >= pieces) {
          clearInterval(timer);
          response.end();
        } else {
          sent++;
          response.write('x'.repeat(size));
        }
      }, 5);
      response.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => sent);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('counts a body that does not end in time as a timeout', async () => {
    await trickle(10_000, 10, async (url) => {
      const { hub } = hubOf(fetch, { base: url, timeoutMs: 60 });
      expect(await failure(hub.get('/slow', { signal: never }))).toMatchObject({ reason: 'timeout' });
    });
  });

  it('cuts a body that is too long, and does not read on', async () => {
    await trickle(200, 10_000, async (url, sent) => {
      const { hub } = hubOf(fetch, { base: url });
      expect(await failure(hub.get('/big', { signal: never, maxBytes: 25_000 }))).toMatchObject({
        reason: 'too-large',
      });
      expect(sent()).toBeLessThan(50);
    });
  });

  it('keeps the beginning of a body that is too long when asked to, with its size', async () => {
    await trickle(5, 10_000, async (url) => {
      const { hub } = hubOf(fetch, { base: url });
      const answer = await hub.get('/big', { signal: never, maxBytes: 25_000, keepHead: true });
      expect(answer).toMatchObject({ truncated: true, bytes: 50_000 });
      expect(answer.text).toHaveLength(25_000);
    });
  });
});
