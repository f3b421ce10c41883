import type { Context } from './context.ts';
import { faultReply, HubFault } from './fault.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { type Bucket, rateHeaders } from './rate-windows.ts';
import { type Reply, text } from './reply.ts';

const bucketOf = (path: string): Bucket => {
  if (path.startsWith('/api/resolve-cache/') || path.includes('/resolve/')) return 'resolvers';
  return path.startsWith('/api/') ? 'api' : 'pages';
};

/** The Hub's reply, or what a misbehaviour puts in its place. */
export async function spoiled(
  context: Context,
  wish: Misbehaviour | undefined,
  handle: (context: Context) => Promise<Reply>,
): Promise<Reply> {
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
