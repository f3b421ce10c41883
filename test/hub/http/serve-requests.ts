import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorize, exchange, userInfo } from '../api/account.ts';
import { api } from '../api/api.ts';
import { control } from '../control/control.ts';
import type { Hub } from '../model/hub.ts';
import { page } from '../pages/page.ts';
import { type Context, decodeSegment } from './context.ts';
import { faultReply, HubFault } from './fault.ts';
import { type Reply, text } from './reply.ts';
import { send } from './send.ts';
import { spoiled } from './spoil.ts';
import { readerOf } from './users.ts';

const EXPOSED =
  'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash';

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
    const reply = common(context, id, await spoiled(context, wish, handle));
    const sent = await send(response, context, reply, wish);
    entry.status = sent.status;
    entry.bytes = sent.bytes;
  }
  entry.duration = performance.now() - began;
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
