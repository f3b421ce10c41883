import * as z from 'zod/mini';
import { keptItem } from './kept-item.ts';

/** More than anyone puts away by hand; the oldest give way. About 25 bytes each. */
const MOST = 2_000;

/** Shape version of what is kept: keys as `dismissalKey` makes them, the youngest last. */
const VERSION = 1;

const schema = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(MOST));

export interface DismissalStore {
  read(): Promise<ReadonlySet<string>>;
  add(keys: readonly string[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** The verdicts that the reader has put away. What cannot be read counts as none. */
export function createDismissals(): DismissalStore {
  const item = keptItem('dismissed', { version: VERSION, parse: (kept) => schema.safeParse(kept).data ?? [] });
  const change = async (changed: (keys: string[]) => string[]): Promise<void> => {
    await item.change((keys) => changed(keys).slice(-MOST));
  };
  return {
    read: async () => new Set(await item.read()),
    add: (more) => change((keys) => [...keys.filter((one) => !more.includes(one)), ...more]),
    remove: (gone) => change((keys) => keys.filter((one) => !gone.includes(one))),
  };
}
