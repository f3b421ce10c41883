/**
 * How long the Hub asks us to wait after a 429, in milliseconds: the `t` of `RateLimit: "api";r=0;t=168` and
 * `Retry-After` (seconds or a date), whichever is later, and one second on top (hub-docs, rate-limits.md).
 * One minute when it says neither; never above an hour.
 */
export function waitOf(headers: Headers, now: number): number {
  const window = /;\s*t=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
  const after = headers.get('retry-after')?.trim();
  const waits = [
    window === undefined ? Number.NaN : Number(window) * 1000,
    after === undefined ? Number.NaN : /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now,
  ].filter((wait) => Number.isFinite(wait) && wait >= 0);
  const wait = waits.length > 0 ? Math.max(...waits) + 1000 : 60_000;
  return Math.min(wait, 3_600_000);
}
