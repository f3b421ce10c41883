import type { Context } from '../http/context.ts';

/** One page of a list by `limit` and an opaque `cursor`, with the `Link` header for the next one. */
export function paginate<Item>(
  context: Context,
  items: Item[],
  usualLimit: number,
  maxLimit = 1000,
): { page: Item[]; headers: Record<string, string> } {
  const query = context.url.searchParams;
  const asked = Number.parseInt(query.get('limit') ?? '', 10);
  const limit = Math.min(maxLimit, asked > 0 ? asked : usualLimit);
  const start = Number(Buffer.from(query.get('cursor') ?? '', 'base64url').toString() || 0) || 0;
  const page = items.slice(start, start + limit);
  if (start + limit >= items.length) return { page, headers: {} };
  const next = new URL(context.url.pathname + context.url.search, context.origin);
  next.searchParams.set('cursor', Buffer.from(String(start + limit)).toString('base64url'));
  return { page, headers: { link: `<${next.href}>; rel="next"` } };
}
