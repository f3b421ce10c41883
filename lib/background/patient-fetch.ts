import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { waitOf } from '../hub/rate-limit.ts';
import { recordOf } from '../store/record-of.ts';

const KEY = 'waits';

const waitsSchema = recordOf(z.number());

/** The Hub counts these three apart (hub-docs, rate-limits.md). */
function bucketOf(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/api/')) return 'api';
  return pathname.includes('/resolve/') ? 'resolvers' : 'pages';
}

/**
 * A fetch that keeps the waits which the Hub asks for: after a 429 it answers every request of the same quota with
 * that 429 itself, until the time is over, whichever tab or worker asks. Kept in `storage.session`, because a worker
 * that is started again must not begin to ask again.
 */
export function createPatientFetch(realFetch: typeof fetch, now: () => number): typeof fetch {
  let reading: Promise<Map<string, number>> | undefined;
  const waits = () => {
    reading ??= browser.storage.session.get(KEY).then((kept) => {
      const read = waitsSchema.safeParse(kept[KEY]);
      return new Map(Object.entries(read.success ? read.data : {}));
    });
    return reading;
  };
  return async (input, init) => {
    const bucket = bucketOf(input instanceof Request ? input.url : String(input));
    const until = (await waits()).get(bucket) ?? 0;
    if (until > now()) {
      // Whoever reads this adds the second of grace that the Hub asks for; it is in our time already.
      const seconds = Math.max(0, Math.ceil((until - now()) / 1000) - 1);
      return new Response('Too many requests', { status: 429, headers: { 'retry-after': String(seconds) } });
    }
    const response = await realFetch(input, init);
    if (response.status === 429) {
      const known = await waits();
      known.set(bucket, now() + waitOf(response.headers, now()));
      await browser.storage.session.set({ [KEY]: Object.fromEntries(known) });
    }
    return response;
  };
}
