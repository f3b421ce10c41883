import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { type LocalHub, startHub } from './start-hub.ts';

// Statuses, codes and words as recorded (hub-contract.md section 4 names the probes of 2026-10-06).
const GATED = 'meta-llama/Llama-3.3-70B-Instruct';
const RESTRICTED = `Access to model ${GATED} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
const BAD = 'Invalid username or password.';
const COOKIE = { cookie: 'theme=dark; token=session-tomas' };
const BEARER = { authorization: 'Bearer hf_localTomasRead' };
const FRIEND = { authorization: 'Bearer hf_localMiraRead' };

interface Case {
  path: string;
  headers?: Record<string, string>;
  status: number;
  code?: string;
  message?: string;
}

const CASES: Case[] = [
  { path: '/api/models/no/such', status: 401, message: BAD },
  { path: '/api/models/no/such', headers: COOKIE, status: 404, code: 'RepoNotFound', message: 'Repository not found' },
  { path: '/api/models/no/such', headers: BEARER, status: 404, code: 'RepoNotFound', message: 'Repository not found' },
  { path: '/api/models/openai/gpt-oss-20b', headers: { authorization: 'Bearer hf_nobody' }, status: 401, message: BAD },
  { path: '/no/such/resolve/main/config.json', status: 401, message: BAD },
  { path: '/api/models/crosscheck-fixtures/private-model', status: 401, message: BAD },
  { path: '/api/models/crosscheck-fixtures/private-model', headers: COOKIE, status: 404, code: 'RepoNotFound' },
  { path: '/api/models/crosscheck-fixtures/private-model', headers: FRIEND, status: 200 },
  {
    path: '/api/models/crosscheck-fixtures/disabled-model',
    status: 403,
    message: 'Access to this resource is disabled.',
  },
  { path: '/openai/gpt-oss-20b/resolve/main/none.txt', status: 404, code: 'EntryNotFound', message: 'Entry not found' },
  {
    path: '/api/models/openai/gpt-oss-20b/tree/main/none',
    status: 404,
    code: 'EntryNotFound',
    message: 'Entry not found',
  },
  { path: '/api/models/openai/gpt-oss-20b/tree/none', status: 404, code: 'RevisionNotFound' },
  { path: '/openai/gpt-oss-20b/resolve/refs%2Fpr%2F9/README.md', status: 404, code: 'RevisionNotFound' },
  { path: `/${GATED}/resolve/main/.eval_results/gpqa.yaml`, status: 401, code: 'GatedRepo', message: RESTRICTED },
  { path: `/${GATED}/resolve/none/none.txt`, status: 401, code: 'GatedRepo', message: RESTRICTED },
  { path: `/${GATED}/resolve/main/README.md`, status: 200 },
  { path: `/${GATED}/resolve/main/LICENSE`, status: 404, code: 'EntryNotFound', message: 'Entry not found' },
  { path: `/${GATED}/raw/main/README.md`, status: 401, code: 'GatedRepo' },
  { path: `/${GATED}/resolve/main/x.json`, headers: COOKIE, status: 403, code: 'GatedRepo' },
  { path: `/${GATED}/resolve/refs%2Fpr%2F162/.eval_results/gsm8k.yaml`, headers: FRIEND, status: 200 },
  { path: `/${GATED}/discussions/162/files.diff`, status: 401, code: 'GatedRepo' },
  { path: `/api/models/${GATED}/tree/main?recursive=1`, status: 200 },
  { path: `/api/models/${GATED}/discussions`, status: 200 },
  { path: `/api/models/${GATED}?expand[]=evalResults`, status: 200 },
  { path: `/api/models/${GATED}/auth-check`, status: 401, code: 'GatedRepo', message: RESTRICTED },
  { path: '/api/models/openai-community/gpt2/auth-check', status: 200 },
  {
    path: '/api/models/openai/gpt-oss-20b/discussions/999',
    status: 404,
    message: 'No discussion found matching num #999',
  },
  { path: '/api/whoami-v2', status: 401, message: BAD },
  { path: '/api/whoami-v2', headers: COOKIE, status: 200 },
];

describe('the error contract', () => {
  let hub: LocalHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  it.each(CASES)('$status $code $path', async ({ path, headers = {}, status, code, message }) => {
    const response = await fetch(hub.url + path, { headers });
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('x-error-code')).toBe(code ?? null);
    if (status === 401) expect(response.headers.get('www-authenticate')).toContain('Bearer realm=');
    if (message === undefined) return;
    expect(response.headers.get('x-error-message')).toBe(message);
    expect(path.startsWith('/api/') ? JSON.parse(body).error : body).toBe(message);
  });

  it('says in ASCII what headers cannot carry', async () => {
    const response = await fetch(`${hub.url}/api/models/openai/gpt-oss-20b?expand[]=nonsense`);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-error-message')).toMatch(/^\* Invalid option/);
    expect(((await response.json()) as { error: string }).error).toMatch(/^✖ Invalid option/);
  });

  it('redirects small public files to the resolve cache, with the blob id as ETag', async () => {
    const url = `${hub.url}/openai/gpt-oss-20b/resolve/main/config.json`;
    const first = await fetch(url, { redirect: 'manual' });
    expect(first.status).toBe(307);
    const sha = first.headers.get('x-repo-commit');
    expect(first.headers.get('location')).toContain(`/api/resolve-cache/models/openai/gpt-oss-20b/${sha}/config.json?`);
    const etag = first.headers.get('etag')!;
    const followed = await fetch(url);
    expect(followed.headers.get('etag')).toBe(etag);
    expect(await followed.json()).toHaveProperty('model_type', 'gpt_oss');
    const again = await fetch(url, { redirect: 'manual', headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('answers 304 for an unchanged API answer, with or without compression', async () => {
    const url = `${hub.url}/api/models/openai/gpt-oss-20b?expand[]=evalResults`;
    const first = await fetch(url);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[0-9a-f]+-.{27}"$/);
    expect(first.headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
    expect(first.headers.get('ratelimit-policy')).toBe('"fixed window";"api";q=500;w=300');
    const again = await fetch(url, { headers: { 'if-none-match': etag, 'accept-encoding': 'identity' } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('redirects former names and one-segment ids', async () => {
    const named = async (path: string) => (await fetch(hub.url + path, { redirect: 'manual' })).headers.get('location');
    expect(await named('/gpt2')).toBe('/openai-community/gpt2');
    expect(await named('/api/models/gpt2?expand[]=sha')).toBe('/api/models/openai-community/gpt2?expand[]=sha');
    expect(await named('/gpt2/resolve/main/config.json')).toBe('/openai-community/gpt2/resolve/main/config.json');
    expect(await named('/OpenAI/GPT-OSS-20B')).toBe('/openai/gpt-oss-20b');
    expect(await named('/crosscheck-fixtures/old-name/tree/main')).toBe('/crosscheck-fixtures/renamed-model/tree/main');
  });

  it('pages discussions by fifty, and says how many there are', async () => {
    const list = `${hub.url}/api/models/crosscheck-fixtures/many-pull-requests/discussions?type=pull_request&status=open`;
    const pages = await Promise.all(
      [0, 1, 2].map(
        async (p) =>
          (await (await fetch(`${list}&p=${p}`)).json()) as {
            discussions: { num: number }[];
            count: number;
            start: number;
            numClosedDiscussions?: number;
          },
      ),
    );
    expect(pages.map((page) => [page.discussions.length, page.count, page.start])).toEqual([
      [50, 72, 0],
      [22, 72, 50],
      [0, 72, 100],
    ]);
    expect(pages.map((page) => page.numClosedDiscussions)).toEqual([0, undefined, undefined]);
    expect(new Set(pages.flatMap((page) => page.discussions.map(({ num }) => num))).size).toBe(72);
  });
});
