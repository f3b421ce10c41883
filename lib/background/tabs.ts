import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { PageSeen } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/senders.ts';
import { pageSeenSchema } from './schemas.ts';

/** What we know of a tab. */
export interface TabState {
  page: PageSeen;
  /** The document that the panel's script was put into last; the panel may not have spoken yet. */
  injected?: string;
  /** Documents in which a panel has spoken, the one on show last. The others may come back by the back button. */
  living: string[];
}

/** Not every browser names documents: where it does not, all of a tab's documents are one. */
export const documentOf = (sender: Sender) => sender.documentId ?? '';

/** Repositories are one whatever their case: the Hub compares ids without it. */
export const sameRepo = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();

/** The repository that a page shows: the header knows its right spelling, the address is there sooner. */
export const repoOf = (page: PageSeen) => (page.kind === 'model' ? (page.facts?.repo ?? page.repo) : undefined);

export interface Tabs {
  get(tabId: number): Promise<TabState | undefined>;
  /**
   * Keeps what changed; a tab that was unknown shows "other" until it says more. Who asks after the call sees the change,
   * written or not.
   */
  change(tabId: number, change: Partial<TabState>): Promise<void>;
  forget(tabId: number): Promise<void>;
  /** Ids of the tabs for which this holds. */
  where(holds: (state: TabState) => boolean): Promise<number[]>;
}

const KEY = 'tabs';

const stateSchema: z.ZodMiniType<TabState> = z.object({
  page: pageSeenSchema,
  injected: z.exactOptional(z.string()),
  living: z.array(z.string()),
});

/**
 * Which tab shows what, in `storage.session`: a worker that was killed finds it again, a browser restart (after which
 * tab ids mean nothing) clears it. Read once in a worker's life; only the background writes it.
 */
export function createTabs(): Tabs {
  let reading: Promise<Map<number, TabState>> | undefined;
  const load = () => {
    reading ??= browser.storage.session.get(KEY).then((kept) => {
      const read = z.looseObject({}).safeParse(kept[KEY]);
      const states = Object.entries(read.success ? read.data : {}).flatMap(([id, value]) => {
        const state = stateSchema.safeParse(value);
        return state.success ? [[Number(id), state.data] as const] : [];
      });
      return new Map(states);
    });
    return reading;
  };
  const save = (states: Map<number, TabState>) => browser.storage.session.set({ [KEY]: Object.fromEntries(states) });
  return {
    get: async (tabId) => (await load()).get(tabId),
    async change(tabId, change) {
      const states = await load();
      states.set(tabId, { page: { kind: 'other' }, living: [], ...states.get(tabId), ...change });
      await save(states);
    },
    async forget(tabId) {
      const states = await load();
      if (states.delete(tabId)) await save(states);
    },
    where: async (holds) => [...(await load())].filter(([, state]) => holds(state)).map(([tabId]) => tabId),
  };
}
