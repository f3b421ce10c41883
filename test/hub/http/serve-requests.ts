import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { authorize, exchange, userInfo } from '../api/account.ts';
import { api } from '../api/api.ts';
import { control } from '../control/control.ts';
import type { Hub } from '../model/hub.ts';
import { page } from '../pages/page.ts';
import { type Context, decodeSegment } from './context.ts';
import { faultReply, HubFault } from './fault.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { type Bucket, rateHeaders } from './rate-windows.ts';
import { type Reply, text } from './reply.ts';
import { readerOf } from './users.ts';

const EXPOSED =
  'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash';

const bucketOf = (path: string): Bucket =>
  path.startsWith('/api/resolve-cache/') || /\/resolve\//.test(path)
    ? 'resolvers'
    : path.startsWith('/api/')
      ? 'api'
      : 'pages';

/** The handler of a local Hub's server, plain or TLS. */
export function serveRequests(hub: Hub): RequestListener {
  let serial = 0;
  return (request, response) => {
    const id = `Root=1-local-${++serial}`;
    answer(hub, request, response, id).catch((thrown: unknown) => {
      console.error(`local Hub: ${request.method} ${request.url}:`, thrown);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Internal Error of the local Hub');
    });
  };
}

function contextOf(hub: Hub, request: IncomingMessage): Context {
  const secure = 'encrypted' in request.socket;
  const origin = `${secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
  const url = new URL(origin + (request.url ?? '/'));
  return {
    hub,
    method: request.method ?? 'GET',
    url,
    segments: url.pathname.split('/').filter(Boolean).map(decodeSegment),
    origin,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    reader: readerOf(hub.users, request.headers.authorization, request.headers.cookie),
    body: async () => Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)),
  };
}

async function answer(hub: Hub, request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
  const context = contextOf(hub, request);
  if (context.segments[0] === '__control') {
    await send(response, context, await control(context, request.socket.remoteAddress ?? ''), undefined);
    return;
  }
  const began = performance.now();
  const entry = {
    method: context.method,
    path: context.url.pathname + context.url.search,
    status: 0,
    bytes: 0,
    duration: 0,
    at: Date.now(),
    cookie: /(?:^|;\s*)token=/.test(request.headers.cookie ?? ''),
    authorization: request.headers.authorization !== undefined,
    origin: request.headers.origin,
    referer: request.headers.referer,
    ifNoneMatch: request.headers['if-none-match'],
    destination: context.headers['sec-fetch-dest'],
    host: request.headers.host,
  };
  hub.requests.push(entry);
  const wish = hub.misbehaviours.take(context.method, entry.path);
  const wait = hub.settings.latency + (wish?.latency ?? 0);
  if (wait > 0) await sleep(wait);
  if (wish?.cut === true) {
    request.socket.destroy();
  } else {
    const reply = common(context, id, await spoiled(context, wish));
    const sent = await send(response, context, reply, wish);
    entry.status = sent.status;
    entry.bytes = sent.bytes;
  }
  entry.duration = performance.now() - began;
}

/** The Hub's reply, or what a misbehaviour puts in its place. */
async function spoiled(context: Context, wish: Misbehaviour | undefined): Promise<Reply> {
  const bucket = bucketOf(context.url.pathname);
  const rate = context.hub.windows.count(bucket, context.reader.user?.name);
  const refused = rate.refused ? { status: 429, retryAfter: rate.wait } : wish;
  if (refused?.status !== undefined && wish?.body === undefined) return errorReply(context, bucket, refused);
  let reply = wish?.body === undefined ? await handle(context) : replaced(wish);
  if (wish?.headers) reply = { ...reply, headers: { ...reply.headers, ...wish.headers } };
  if (wish?.malformedJson) reply = { ...reply, body: reply.body.subarray(0, Math.ceil(reply.body.length / 2)) };
  if (wish?.hugeBytes) {
    const missing = Math.max(0, wish.hugeBytes - reply.body.length);
    reply = { ...reply, body: Buffer.concat([reply.body, Buffer.alloc(missing, '# filler filler filler filler\n')]) };
  }
  return { ...reply, headers: { ...rate.headers, ...reply.headers } };
}

const replaced = (wish: Misbehaviour): Reply =>
  text(wish.body ?? '', wish.status ?? 200, { 'content-type': wish.contentType ?? 'text/plain; charset=utf-8' });

const MESSAGES: Record<number, string> = {
  401: 'Invalid username or password.',
  403: 'You have read access but not the required permissions for this operation',
  404: 'Entry not found',
  429: 'We had to rate limit you. Please wait before you try again.',
  500: 'Internal Error - We are working on it.',
  503: 'Service Unavailable',
};

function errorReply(context: Context, bucket: Bucket, wish: Partial<Misbehaviour>): Reply {
  const status = wish.status ?? 500;
  const wait = wish.retryAfter ?? 60;
  const limited = status === 429 ? { ...rateHeaders(bucket, 500, 0, wait), 'retry-after': String(wait) } : {};
  const fault = new HubFault(status, wish.message ?? MESSAGES[status] ?? `Status ${status}`, wish.code, {
    ...limited,
    ...wish.headers,
  });
  return faultReply(fault, context.url.pathname.startsWith('/api/'));
}

async function handle(context: Context): Promise<Reply> {
  const [first, second] = context.segments;
  const underApi = first === 'api';
  try {
    if (context.method === 'OPTIONS') return text('', 204);
    if (underApi) return await api(context);
    if (first === 'oauth' && second === 'authorize') return authorize(context);
    if (first === 'oauth' && second === 'token') return await exchange(context);
    if (first === 'oauth' && second === 'userinfo') return userInfo(context);
    return await page(context);
  } catch (thrown) {
    if (thrown instanceof HubFault) return faultReply(thrown, underApi);
    throw thrown;
  }
}

/** Headers that stand on every answer. */
function common(context: Context, id: string, reply: Reply): Reply {
  const origin = context.headers.origin;
  return {
    ...reply,
    headers: {
      'x-request-id': id,
      'x-powered-by': 'huggingface-moon',
      'access-control-allow-origin': origin ?? 'https://huggingface.co',
      vary: 'Origin, Accept-Encoding',
      'access-control-max-age': '86400',
      'access-control-expose-headers': EXPOSED,
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...(context.method === 'OPTIONS' && {
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
        'access-control-allow-headers': context.headers['access-control-request-headers'] ?? '',
      }),
      ...(!context.reader.user && { 'x-hf-warning': 'unauthenticated; Sign in for higher rate limits' }),
      ...reply.headers,
    },
  };
}

const plainTag = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-gzip"$/, '"');

function isUnchanged(context: Context, reply: Reply): boolean {
  const asked = context.headers['if-none-match'];
  const tag = reply.headers.etag;
  const cacheable = reply.status === 200 || reply.status === 307;
  if (asked === undefined || typeof tag !== 'string' || !cacheable || !/^(GET|HEAD)$/.test(context.method))
    return false;
  return asked.split(',').some((one) => plainTag(one) === plainTag(tag));
}

/** `Range: bytes=a-b` on a reply that allows it. */
function ranged(context: Context, reply: Reply): Reply {
  const range = /^bytes=(\d+)-(\d*)$/.exec(context.headers.range ?? '');
  if (!range || reply.status !== 200 || reply.headers['accept-ranges'] !== 'bytes') return reply;
  const total = reply.body.length;
  const start = Number(range[1]);
  const end = Math.min(total - 1, range[2] ? Number(range[2]) : total - 1);
  if (start > 0 && start >= total) return text('', 416, { 'content-range': `bytes */${total}` });
  const headers = { ...reply.headers, 'content-range': `bytes ${start}-${Math.max(end, 0)}/${total}` };
  return { status: 206, headers, body: reply.body.subarray(start, end + 1) };
}

async function send(
  response: ServerResponse,
  context: Context,
  whole: Reply,
  wish: Misbehaviour | undefined,
): Promise<{ status: number; bytes: number }> {
  let reply = isUnchanged(context, whole) ? { ...whole, status: 304, body: Buffer.alloc(0) } : ranged(context, whole);
  if (reply.status === 304) {
    const { 'content-type': _, location: __, ...headers } = reply.headers;
    reply = { ...reply, headers };
  } else if (
    reply.status !== 206 &&
    reply.body.length > 1024 &&
    /\bgzip\b/.test(context.headers['accept-encoding'] ?? '')
  ) {
    reply = {
      ...reply,
      headers: { ...reply.headers, 'content-encoding': 'gzip' },
      body: gzipSync(reply.body, { level: 4 }),
    };
  }
  const bodyless = reply.status === 304 || reply.status === 204;
  response.writeHead(reply.status, { ...reply.headers, ...(!bodyless && { 'content-length': reply.body.length }) });
  if (context.method === 'HEAD' || bodyless) {
    response.end();
    return { status: reply.status, bytes: 0 };
  }
  const end = typeof wish?.cut === 'number' ? Math.min(wish.cut, reply.body.length) : reply.body.length;
  await writeBody(response, reply.body.subarray(0, end), wish?.bytesPerSecond);
  if (end < reply.body.length) {
    await sleep(20); // lets the bytes before the cut leave
    response.destroy();
  } else {
    response.end();
  }
  return { status: reply.status, bytes: end };
}

/** Writes a body, a tenth of a second's share at a time when a rate is given. */
async function writeBody(response: ServerResponse, body: Buffer, rate: number | undefined): Promise<void> {
  if (rate === undefined) {
    response.write(body);
    return;
  }
  const share = Math.max(1, Math.round(rate / 10));
  for (let at = 0; at < body.length && !response.destroyed; at += share) {
    response.write(body.subarray(at, at + share));
    if (at + share < body.length) await sleep(100);
  }
}
