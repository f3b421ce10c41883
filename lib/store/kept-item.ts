import { browser } from 'wxt/browser';

/** One thing that is kept in `storage.local`, read and changed. */
export interface KeptItem<T> {
  read(): Promise<T>;
  /** One change at a time: each begins with what the one before has written. Answers what holds now. */
  change(changed: (now: T) => T): Promise<T>;
}

interface KeptItemOptions<T> {
  /** The shape that is written today; what is kept says its own in a number beside it (`pins$: { v: 1 }`). */
  version: number;
  /** How the shape of each version is made from the one before. */
  migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Reads what is kept, or anything else that stands there; undefined when there is nothing. Never throws. */
  parse(kept: unknown): T;
}

/**
 * A versioned item of the storage. A shape that cannot be migrated is read as it is; nothing is written before the reader
 * changes something, so that what cannot be understood is not lost. The library that WXT brings does the same and more,
 * in ten times the size.
 */
export function keptItem<T>(key: string, { version, migrations = {}, parse }: KeptItemOptions<T>): KeptItem<T> {
  const metaKey = `${key}$`;
  const area = () => browser.storage.local;
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<T> => {
    const { [key]: kept, [metaKey]: meta } = await area().get([key, metaKey]);
    return parse(kept === undefined || kept === null ? undefined : migrated(kept, versionOf(meta)));
  };
  const migrated = (kept: unknown, from: number): unknown => {
    let shape = kept;
    try {
      for (let next = from + 1; next <= version; next++) shape = migrations[next]?.(shape) ?? shape;
    } catch {
      return kept;
    }
    return shape;
  };
  return {
    read,
    change(changed) {
      const writing = last.then(async () => {
        const value = changed(await read());
        await area().set({ [key]: value, [metaKey]: { v: version } });
        return value;
      });
      last = writing.catch(() => undefined);
      return writing;
    },
  };
}

/** What was written before versions were is of the first. */
function versionOf(meta: unknown): number {
  const version = typeof meta === 'object' && meta !== null && 'v' in meta ? meta.v : undefined;
  return typeof version === 'number' ? version : 1;
}
