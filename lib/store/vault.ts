/** One secret value. Unlike `browser.storage` it belongs to the extension's own origin. */
export interface Vault {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
  remove(): Promise<void>;
}

const NAME = 'vault';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser could not open its storage.'));
  });

/**
 * A vault in IndexedDB. A content script's IndexedDB is that of the page it runs in, so in every browser only the
 * extension's own pages and background can open this one. `storage.local` cannot promise that: Firefox leaves it open to
 * content scripts (MDN, StorageArea.setAccessLevel).
 */
export function createVault(key: string): Vault {
  const inStore = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(NAME);
    const database = await done(opening);
    try {
      const transaction = database.transaction(NAME, mode);
      const complete = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('The browser could not keep it.'));
      });
      const [result] = await Promise.all([done(act(transaction.objectStore(NAME))), complete]);
      return result;
    } finally {
      database.close();
    }
  };
  return {
    get: () => inStore<unknown>('readonly', (store) => store.get(key)),
    set: async (value) => void (await inStore('readwrite', (store) => store.put(value, key))),
    remove: async () => void (await inStore('readwrite', (store) => store.delete(key))),
  };
}
