import { createHash } from 'node:crypto';

/** An answer before it goes out. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** The weak ETag of Express, as recorded: `W/"2cd-6qN5QrZT4yYJt8peRuB/cEf+r+c"`. */
export const weakTag = (body: Buffer): string =>
  `W/"${body.length.toString(16)}-${createHash('sha1').update(body).digest('base64').slice(0, 27)}"`;

export function text(body: string, status = 200, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: Buffer.from(body) };
}

export function json(value: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
  const body = Buffer.from(JSON.stringify(value));
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', etag: weakTag(body), ...headers },
    body,
  };
}

export function html(body: string, status = 200, headers: Reply['headers'] = {}): Reply {
  const bytes = Buffer.from(body);
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', etag: weakTag(bytes), ...headers },
    body: bytes,
  };
}

/** `307 Temporary Redirect`, the Hub's way for renamed repositories and resolved files. */
export function redirect(location: string, headers: Reply['headers'] = {}): Reply {
  return text(`Temporary Redirect. Redirecting to ${location}`, 307, { location, ...headers });
}
