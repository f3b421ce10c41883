import type { Report } from '../../lib/evals/report.ts';
import { type GatherOptions, gather } from '../../lib/loaders/gather.ts';
import type { EvidenceCache } from '../../lib/loaders/loader.ts';
import type { LocalHub } from '../hub/start-hub.ts';

export interface MemoryCache extends EvidenceCache {
  kept: Map<string, { value: unknown; privacy: 'public' | 'secret' }>;
}

/** A cache that passes values through JSON, as storage does. */
export function memoryCache(): MemoryCache {
  const kept: MemoryCache['kept'] = new Map();
  return {
    kept,
    get: async (key) => kept.get(key)?.value,
    set: async (key, value, privacy) => void kept.set(key, { value: JSON.parse(JSON.stringify(value)), privacy }),
  };
}

/** Gathers from a local Hub as the extension would; waits between tries take no time. */
export function readerOf(local: LocalHub, cache: MemoryCache = memoryCache()) {
  return {
    cache,
    read: (repo: string, options: Partial<GatherOptions> = {}): Promise<Report> =>
      gather(repo, { fetch, base: local.url, now: Date.now, sleep: async () => undefined, cache, ...options }),
    /** Paths asked for since the last time, without the hop that a browser makes by itself. */
    asked(): string[] {
      return local.requests
        .splice(0)
        .map(({ path }) => decodeURIComponent(path))
        .filter((path) => !path.startsWith('/api/resolve-cache/'));
    },
  };
}

/** A browser's fetch with the session cookie of a user of the local Hub. */
export function fetchAs(session: string): typeof fetch {
  return (url, init) => fetch(url, { ...init, headers: { cookie: `token=${session}` } });
}

/** All scores of a report as `value @ where`, in order. */
export function scoreLines({ groups }: Report): string[] {
  return groups.flatMap(({ scores }) =>
    scores.map(({ valueText, origins }) => {
      const places = origins.map(
        ({ kind, pullRequest, line }) => `${pullRequest ? `#${pullRequest}` : kind}:${line ?? '?'}`,
      );
      return `${valueText} @ ${places.join(' ')}`;
    }),
  );
}
