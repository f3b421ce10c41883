import { browser } from 'wxt/browser';
import type { Area } from './drafts.ts';

/**
 * The storage for what is the reader's own work. The browser's quota is shared with copies of what stands on the Hub:
 * when something does not fit any more, `makeRoom` takes those away, and it is tried once again.
 */
export function roomyArea(makeRoom: () => Promise<unknown>, area: Area = browser.storage.local): Area {
  return {
    get: (keys) => area.get(keys),
    async set(items) {
      try {
        await area.set(items);
      } catch {
        await makeRoom();
        await area.set(items);
      }
    },
    remove: (keys) => area.remove(keys),
    getKeys: async () => (await area.getKeys?.()) ?? Object.keys(await area.get(null)),
  };
}
