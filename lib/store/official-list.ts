import * as z from 'zod/mini';
import { createShelf, type Shelf } from './shelf.ts';

/** The Hub takes benchmarks onto its list by hand, a few a month. */
const LASTS_MS = 24 * 60 * 60_000;

const KEY = 'list';

const keptSchema = z.object({ at: z.number(), ids: z.array(z.string()) });

/** The Hub's own list of benchmarks, for a day. */
export interface OfficialList extends Pick<Shelf, 'clear'> {
  /** What is kept while it is young enough, else what `ask` answers. When that fails an older list is better than none. */
  read(ask: () => Promise<string[]>): Promise<string[]>;
}

/** @param now epoch milliseconds */
export function createOfficialList(now: () => number): OfficialList {
  const shelf = createShelf('local', 'official', { count: 1, bytes: 100_000, now });
  let asking: Promise<string[]> | undefined;

  const read = async (ask: () => Promise<string[]>) => {
    const kept = keptSchema.safeParse(await shelf.get(KEY).catch(() => undefined)).data;
    if (kept && now() - kept.at >= 0 && now() - kept.at < LASTS_MS) return kept.ids;
    try {
      const ids = await ask();
      await shelf.set(KEY, { at: now(), ids }).catch(() => undefined);
      return ids;
    } catch (error) {
      if (kept) return kept.ids;
      throw error;
    }
  };
  return {
    read(ask) {
      asking ??= read(ask).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    clear: () => shelf.clear(),
  };
}
