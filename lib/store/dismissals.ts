import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';

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
  const item = storage.defineItem<unknown>('local:dismissed', { version: VERSION });
  // One change at a time: each begins with what the one before has written.
  let last: Promise<unknown> = Promise.resolve();
  const list = async () => schema.safeParse(await item.getValue()).data ?? [];
  const change = (changed: (keys: string[]) => string[]): Promise<void> => {
    const writing = last.then(async () => item.setValue(changed(await list()).slice(-MOST)));
    last = writing.catch(() => undefined);
    return writing;
  };
  return {
    read: async () => new Set(await list()),
    add: (more) => change((keys) => [...keys.filter((one) => !more.includes(one)), ...more]),
    remove: (gone) => change((keys) => keys.filter((one) => !gone.includes(one))),
  };
}
