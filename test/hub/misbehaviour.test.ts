import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { type LocalHub, startHub } from './start-hub.ts';

describe('the local Hub misbehaves when told to', () => {
  const path = '/api/models/openai/gpt-oss-20b';
  let hub: LocalHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.reset());
  afterAll(() => hub.close());
  const get = (where = path, headers = {}) => fetch(hub.url + where, { headers });
  const timed = async (run: () => Promise<unknown>) => {
    const began = performance.now();
    await run();
    return performance.now() - began;
  };

  it('429 with the headers that say how long, once', async () => {
    const active = hub.misbehave({ path, status: 429, retryAfter: 7, times: 1 });
    const refused = await get();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit')).toBe('"api";r=0;t=7');
    expect(refused.headers.get('retry-after')).toBe('7');
    expect((await get()).status).toBe(200);
    expect(active.hits).toBe(1);
  });

  it.each([401, 403, 404, 500, 503])('%i', async (status) => {
    hub.misbehave({ path: /\/api\/models\//, status, ...(status === 403 && { code: 'GatedRepo' }) });
    const response = await get();
    expect(response.status).toBe(status);
    expect(response.headers.get('x-error-code')).toBe(status === 403 ? 'GatedRepo' : null);
    expect(((await response.json()) as { error: string }).error).toBe(response.headers.get('x-error-message'));
  });

  it('cuts the connection at once, or in the middle of the body', async () => {
    hub.misbehave({ path, cut: true, times: 1 });
    await expect(get()).rejects.toThrow();
    hub.misbehave({ path, cut: 40, times: 1 });
    const broken = await get(path, { 'accept-encoding': 'identity' });
    expect(broken.status).toBe(200);
    await expect(broken.text()).rejects.toThrow();
  });

  it('is slow: latency of one path, latency of all, a body in drops', async () => {
    hub.misbehave({ path, latency: 120 });
    expect(await timed(get)).toBeGreaterThan(115);
    await hub.reset();
    hub.settings.latency = 80;
    expect(await timed(() => get('/models'))).toBeGreaterThan(75);
    hub.settings.latency = 0;
    hub.misbehave({ path: '/favicon.ico', bytesPerSecond: 800 });
    expect(await timed(async () => (await get('/favicon.ico')).text())).toBeGreaterThan(195);
  });

  it('sends malformed JSON, a huge body, other content', async () => {
    hub.misbehave({ path, malformedJson: true, times: 1 });
    await expect((await get()).json()).rejects.toThrow(SyntaxError);
    hub.misbehave({ path: 'README.md', hugeBytes: 11_000_000 });
    expect((await (await get('/openai/gpt-oss-20b/raw/main/README.md')).text()).length).toBe(11_000_000);
    hub.misbehave({ path, body: '<html>captive portal</html>', contentType: 'text/html' });
    const other = await get();
    expect(other.headers.get('content-type')).toBe('text/html');
    expect(await other.text()).toContain('captive portal');
  });

  it('matches by decoded path, wildcard, method and after some requests', async () => {
    hub.misbehave({ path: '/tree/refs/pr/233', status: 500 });
    expect((await get(`${path}/tree/refs%2Fpr%2F233`)).status).toBe(500);
    hub.misbehave({ path: '/discussions/*diff=1', status: 500, after: 1 });
    const discussion = `${path}/discussions/233?diff=1`;
    expect([(await get(discussion)).status, (await get(discussion)).status]).toEqual([200, 500]);
    hub.misbehave({ path, method: 'post', status: 500 });
    expect((await get()).status).toBe(200);
  });

  it('enforces rate limits on demand, a bucket each', async () => {
    hub.limit({ api: 2 });
    const statuses = [await get(), await get(), await get()].map((response) => response.status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await get('/openai/gpt-oss-20b')).status).toBe(200);
    await hub.reset();
    expect((await get()).status).toBe(200);
  });

  it('leaves the diff away on demand, so that clients follow diffUrl', async () => {
    hub.settings.inlineDiff = false;
    const details = (await (await get(`${path}/discussions/233?diff=1`)).json()) as { diff?: string; diffUrl: string };
    expect(details.diff).toBeUndefined();
    expect(await (await fetch(details.diffUrl)).text()).toContain('+  value: 71.5');
  });

  it('logs what was asked, and never a cookie or a token', async () => {
    await get(path, { cookie: 'token=session-mira', origin: 'https://elsewhere.example' });
    await get(path, { authorization: 'Bearer hf_localMiraRead' });
    await get(path);
    expect(hub.requests.map(({ cookie, authorization, origin }) => [cookie, authorization, origin])).toEqual([
      [true, false, 'https://elsewhere.example'],
      [false, true, undefined],
      [false, false, undefined],
    ]);
    expect(hub.requests.every((request) => request.bytes > 500 && request.status === 200)).toBe(true);
    expect(JSON.stringify(hub.requests)).not.toMatch(/session-mira|hf_local/);
    expect(hub.requestsLike('/api/models/')).toHaveLength(3);
  });

  it('does all this over the control endpoint too', async () => {
    const control = (method: string, what: string, body?: unknown) =>
      fetch(`${hub.url}/__control/${what}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    await control('POST', 'misbehave', { path: { source: '/api/models/.*gpt', flags: 'i' }, status: 500 });
    expect((await get()).status).toBe(500);
    await control('DELETE', 'misbehave');
    expect((await get()).status).toBe(200);
    expect((await (await control('GET', 'requests')).json()) as unknown[]).toHaveLength(2);
    await control('POST', 'settings', { pageVariant: 'no-results-island' });
    expect(await (await get('/openai/gpt-oss-20b')).text()).not.toContain('ModelEvalResults');
    await control('POST', 'repos', {
      recording: {
        id: 'new/model',
        evalResults: [
          {
            filename: '.eval_results/a.yaml',
            verified: false,
            data: { dataset: { id: 'cais/hle', task_id: 'hle' }, value: 3, date: '2026-01-01' },
            pullRequest: 2,
          },
        ],
      },
    });
    expect((await get('/api/models/new/model?expand[]=evalResults')).status).toBe(200);
    const login = await control('GET', 'login?user=mira');
    expect(login.headers.get('set-cookie')).toBe('token=session-mira; Path=/; HttpOnly; SameSite=Lax');
    expect((await control('POST', 'misbehave', { paht: 'typo' })).status).toBe(400);
    await control('POST', 'reset');
    expect(hub.requests).toHaveLength(0);
  });
});
