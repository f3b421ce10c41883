import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Context } from './context.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { type Reply, text } from './reply.ts';

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

/** Sends a reply: 304 for a known ETag, ranges, compression, and the last misbehaviours; says what went out. */
export async function send(
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
