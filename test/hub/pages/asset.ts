import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reply, weakTag } from '../http/reply.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

const serve = (body: Buffer, ending: string): Reply => ({
  status: 200,
  headers: {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    etag: weakTag(body),
    'cache-control': 'max-age=60',
  },
  body,
});

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" fill="#ffd21e"/><circle cx="8" cy="10" r="1.6"/><circle cx="16" cy="10" r="1.6"/><path d="M7 13.5c1 4 9 4 10 0z"/></svg>';

/** A disc in a colour of the name's own; stands for the avatars that the real Hub has elsewhere. */
function avatar(path: string): Buffer {
  const hue = Number.parseInt(createHash('md5').update(path).digest('hex').slice(0, 4), 16) % 360;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="hsl(${hue} 55% 62%)"/><circle cx="12" cy="10" r="4.5" fill="#fff8"/><path d="M4 22c2-8 14-8 16 0z" fill="#fff8"/></svg>`,
  );
}

/** Styles, the page's script, avatars and the favicon; undefined for every other path. */
export function asset(path: string): Reply | undefined {
  const built = /^\/front\/build\/local\/(style\.css|client\.js)$/.exec(path)?.[1];
  if (built) return serve(readFileSync(join(import.meta.dirname, 'assets', built)), built.split('.')[1] ?? '');
  if (path === '/favicon.ico') return serve(Buffer.from(FAVICON), 'svg');
  if (/^\/avatars\/[0-9a-f]+\.svg$/.test(path)) return serve(avatar(path), 'svg');
  return undefined;
}
