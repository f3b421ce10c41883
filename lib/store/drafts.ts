import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Draft } from '../draft/draft.ts';
import type { LostDraft } from '../messaging/draft-messages.ts';
import { draftIdSchema, draftSchema } from './draft-schema.ts';

const PREFIX = 'draft:';

/** Shape version of a draft. */
const VERSION = 2;

/** How the shape of each version is made from the one before. */
export const DRAFT_MIGRATIONS: Record<number, (old: unknown) => unknown> = {
  // In version 1 every draft was one of scores, for a model.
  2: (old) => {
    const { plan, ...draft } = old as { plan?: object };
    return { ...draft, version: 2, kind: 'scores', ...(plan && { plan: { repoType: 'model', ...plan } }) };
  },
};

const versioned = z.looseObject({ version: z.int().check(z.positive()) });

/** The part of a storage area that is used here. */
export interface Area {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string): Promise<void>;
  getKeys?(): Promise<string[]>;
}

export interface DraftStore {
  /** All that can be read, the one changed last first. */
  list(): Promise<Draft[]>;
  read(id: string): Promise<Draft | undefined>;
  /**
   * Puts what `make` makes of the draft in its place, one change at a time; nothing comes between its look and its
   * write. Resolves once it is kept. Rejects as `make` throws, when the browser could not keep it, and when what is
   * kept under this id cannot be read.
   */
  change(id: string, make: (before: Draft | undefined) => Draft): Promise<Draft>;
  /** Removes it unless `mayGo` throws. */
  remove(id: string, mayGo?: (draft: Draft | undefined) => void): Promise<void>;
  /** What is kept and cannot be read: it stays as it is until a version comes that can. */
  lost(): Promise<LostDraft[]>;
}

/** A kept draft in the present shape; undefined when it is of a later version, or damaged. */
export function readKeptDraft(kept: unknown, migrations = DRAFT_MIGRATIONS, to = VERSION): Draft | undefined {
  const known = versioned.safeParse(kept);
  if (!known.success || known.data.version > to) return undefined;
  let shape: unknown = known.data;
  try {
    for (let next = known.data.version + 1; next <= to; next++) shape = migrations[next]?.(shape) ?? shape;
  } catch {
    return undefined;
  }
  return draftSchema.safeParse(shape).data;
}

/** The keys of an area. Where they are not to be had alone, they come with the values, which may be megabytes of reports. */
async function keysOf(area: Area): Promise<string[]> {
  const alone = await (async () => area.getKeys?.())().catch(() => undefined);
  return alone ?? Object.keys(await area.get(null));
}

/** Drafts in `storage.local`, each under a key of its own, so that one that cannot be read does not lose the others. */
export function createDrafts(area: Area = browser.storage.local): DraftStore {
  const keyOf = (id: string) => PREFIX + id;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const acting = last.then(act);
    last = acting.catch(() => undefined);
    return acting;
  };
  const raw = async (id: string): Promise<unknown> => (await area.get(keyOf(id)))[keyOf(id)];
  const all = async () => {
    const keys = (await keysOf(area)).filter((key) => key.startsWith(PREFIX));
    const kept = keys.length > 0 ? await area.get(keys) : {};
    return Object.entries(kept).map(([key, value]) => ({
      id: key.slice(PREFIX.length),
      kept: value,
      draft: readKeptDraft(value),
    }));
  };
  return {
    list: async () =>
      (await all())
        .flatMap(({ draft }) => draft ?? [])
        .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1)),
    read: async (id) => readKeptDraft(await raw(id)),
    change: (id, make) =>
      inTurn(async () => {
        const kept = await raw(id);
        const before = readKeptDraft(kept);
        if (kept !== undefined && !before) throw new Error(`The draft ${id} cannot be read.`);
        const next = draftSchema.parse(make(before));
        await area.set({ [keyOf(id)]: next });
        return next;
      }),
    remove: (id, mayGo) =>
      inTurn(async () => {
        mayGo?.(readKeptDraft(await raw(id)));
        if (draftIdSchema.safeParse(id).success) await area.remove(keyOf(id));
      }),
    lost: async () =>
      (await all()).filter(({ draft }) => !draft).map(({ id, kept }) => ({ id, text: JSON.stringify(kept) ?? '' })),
  };
}
