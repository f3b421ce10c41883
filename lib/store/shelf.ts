import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { recordOf } from './record-of.ts';

/** How much a shelf holds, in items and in bytes of JSON (UTF-8), and the clock that says what was used last. */
export interface ShelfLimits {
  count: number;
  bytes: number;
  now(): number;
}

/** A bounded, least-recently-used part of one storage area. What is read back is unknown until a schema has read it. */
export interface Shelf {
  get(key: string): Promise<unknown>;
  /** Everything on the shelf, in no order; it does not count as use. */
  all(): Promise<unknown[]>;
  /** Puts it on the shelf, and takes off what was not used for longest. What is larger than the shelf is not kept. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
  size(): Promise<{ count: number; bytes: number }>;
}

/** A use is written down when the one known is older than this: LRU needs no more, and reads stay reads. */
const USE_MS = 60 * 60_000;

type Index = Map<string, { used: number; bytes: number }>;

const indexSchema = recordOf(z.object({ used: z.number(), bytes: z.number() }));

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** What a text of ours says; undefined for anything else that may lie there. */
function parsed(kept: unknown): unknown {
  try {
    return typeof kept === 'string' ? JSON.parse(kept) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Items lie there as JSON text: a text is handed to the browser at once, while an object is copied field by field,
 * 100 ms for a report of 1,400 scores in which the worker does nothing else.
 *
 * A shelf in `storage.local` (disk) or `storage.session` (memory, closed to content scripts), under its own prefix.
 */
export function createShelf(area: 'local' | 'session', prefix: string, limits: ShelfLimits): Shelf {
  const indexKey = `${prefix}$`;
  const itemKey = (key: string) => `${prefix}:${key}`;
  const storage = () => browser.storage[area];
  let reading: Promise<Index> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** Read once in a worker's life. A lost or unreadable index is made again from the items themselves. */
  const index = () => {
    reading ??= storage()
      .get(indexKey)
      .then(async (kept) => {
        const read = indexSchema.safeParse(kept[indexKey]);
        if (read.success) return new Map(Object.entries(read.data));
        const items = Object.entries(await storage().get(null)).filter(([key]) => key.startsWith(itemKey('')));
        return new Map(
          items.map(([key, kept]) => [key.slice(itemKey('').length), { used: 0, bytes: bytesOf(String(kept)) }]),
        );
      });
    return reading;
  };

  /** One change at a time, each on top of the one before. */
  const inTurn = (change: (items: Index) => Promise<void>): Promise<void> => {
    const changing = last.then(async () => change(await index()));
    last = changing.catch(() => undefined);
    return changing;
  };

  const save = (items: Index, more: Record<string, unknown> = {}) =>
    storage().set({ ...more, [indexKey]: Object.fromEntries(items) });

  /** Takes off the items that were not used for longest, until both limits hold. */
  const makeRoom = async (items: Index, count: number, bytes: number) => {
    const oldestFirst = [...items].sort(([, a], [, b]) => a.used - b.used);
    let sum = oldestFirst.reduce((total, [, item]) => total + item.bytes, 0);
    const gone: string[] = [];
    for (const [key, item] of oldestFirst) {
      if (items.size <= count && sum <= bytes) break;
      items.delete(key);
      sum -= item.bytes;
      gone.push(itemKey(key));
    }
    if (gone.length > 0) await storage().remove(gone);
  };

  return {
    async get(key) {
      const value = parsed((await storage().get(itemKey(key)))[itemKey(key)]);
      if (value === undefined) return undefined;
      void inTurn(async (items) => {
        const item = items.get(key);
        if (!item || limits.now() - item.used < USE_MS) return;
        item.used = limits.now();
        await save(items);
      }).catch(() => undefined);
      return value;
    },
    async all() {
      const keys = [...(await index()).keys()].map(itemKey);
      const kept = keys.length > 0 ? Object.values(await storage().get(keys)) : [];
      return kept.map(parsed).filter((value) => value !== undefined);
    },
    set: (key, value) =>
      inTurn(async (items) => {
        const text = JSON.stringify(value);
        const bytes = bytesOf(text);
        items.delete(key);
        if (bytes > limits.bytes) {
          await storage().remove(itemKey(key));
          return save(items);
        }
        await makeRoom(items, limits.count - 1, limits.bytes - bytes);
        items.set(key, { used: limits.now(), bytes });
        try {
          await save(items, { [itemKey(key)]: text });
        } catch {
          // The browser's own quota, which all that we keep shares: half of this shelf makes room.
          await makeRoom(items, Math.floor(limits.count / 2), Math.floor(limits.bytes / 2));
          await save(items, items.has(key) ? { [itemKey(key)]: text } : {});
        }
      }),
    remove: (key) =>
      inTurn(async (items) => {
        if (!items.delete(key)) return;
        await storage().remove(itemKey(key));
        await save(items);
      }),
    clear: () =>
      inTurn(async (items) => {
        // The index may not know of all: what the reader wants gone is gone.
        const all = Object.keys(await storage().get(null)).filter((key) => key.startsWith(itemKey('')));
        await storage().remove([...all, indexKey]);
        items.clear();
      }),
    async size() {
      await last;
      const items = [...(await index()).values()];
      return { count: items.length, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}
