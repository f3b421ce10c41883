export type Bucket = 'api' | 'resolvers' | 'pages';

/** Quotas of the Hub's documentation for anonymous readers and free accounts, a window of five minutes. */
const QUOTAS: Record<'anonymous' | 'free', Record<Bucket, number>> = {
  anonymous: { api: 500, resolvers: 3000, pages: 100 },
  free: { api: 1000, resolvers: 5000, pages: 200 },
};
const WINDOW_SECONDS = 300;

/** Counts requests in the Hub's fixed windows. Quotas bind only where a test sets them: a test run is no visitor. */
export class RateWindows {
  #used = new Map<string, number>();
  #start = Date.now();
  /** Quotas to enforce. */
  limits: Partial<Record<Bucket, number>> = {};

  clear(): void {
    this.#used.clear();
    this.#start = Date.now();
    this.limits = {};
  }

  /** Counts one request; says the headers, and whether it is refused. */
  count(bucket: Bucket, user: string | undefined): { headers: Record<string, string>; refused: boolean; wait: number } {
    const now = Date.now();
    if (now - this.#start >= WINDOW_SECONDS * 1000) {
      this.#used.clear();
      this.#start = now;
    }
    const key = `${bucket} ${user ?? ''}`;
    const used = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, used);
    const limit = this.limits[bucket];
    const quota = limit ?? QUOTAS[user ? 'free' : 'anonymous'][bucket];
    const left = limit === undefined ? Math.max(1, quota - used) : Math.max(0, quota - used);
    const wait = Math.ceil((this.#start + WINDOW_SECONDS * 1000 - now) / 1000);
    return { headers: rateHeaders(bucket, quota, left, wait), refused: limit !== undefined && used > limit, wait };
  }
}

/** `ratelimit: "api";r=497;t=168` and its policy. */
export const rateHeaders = (bucket: Bucket, quota: number, left: number, wait: number): Record<string, string> => ({
  ratelimit: `"${bucket}";r=${left};t=${wait}`,
  'ratelimit-policy': `"fixed window";"${bucket}";q=${quota};w=${WINDOW_SECONDS}`,
});
