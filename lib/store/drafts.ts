import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Draft } from '../draft/draft.ts';
import type { LostDraft } from '../messaging/draft-messages.ts';
import { draftIdSchema, draftSchema } from './draft-schema.ts';

const PREFIX = 'draft:';

/** Shape version of a draft. */
const VERSION = 1;

/** How the shape of each version is made from the one before. None yet: 1 is the first. */
export const DRAFT_MIGRATIONS: Record<number, (old: unknown) => unknown> = {};

const versioned = z.looseObject({ version: z.int().check(z.positive()) });

export interface DraftStore {
  /** All that can be read, the one changed last first. */
  list(): Promise<Draft[]>;
  read(id: string): Promise<Draft | undefined>;
  /** Resolves once it is kept; rejects when the browser could not keep it, or when this id holds what cannot be read. */
  write(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
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

/** Drafts in `storage.local`, each under a key of its own, so that one that cannot be read does not lose the others. */
export function createDrafts(): DraftStore {
  const keyOf = (id: string) => PREFIX + id;
  const raw = async (id: string): Promise<unknown> => (await browser.storage.local.get(keyOf(id)))[keyOf(id)];
  const all = async () =>
    Object.entries(await browser.storage.local.get(null))
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, kept]) => ({ id: key.slice(PREFIX.length), kept, draft: readKeptDraft(kept) }));
  return {
    list: async () =>
      (await all())
        .flatMap(({ draft }) => draft ?? [])
        .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1)),
    read: async (id) => readKeptDraft(await raw(id)),
    async write(draft) {
      const before = await raw(draft.id);
      if (before !== undefined && !readKeptDraft(before)) throw new Error(`The draft ${draft.id} cannot be read.`);
      await browser.storage.local.set({ [keyOf(draft.id)]: draftSchema.parse(draft) });
    },
    async remove(id) {
      if (draftIdSchema.safeParse(id).success) await browser.storage.local.remove(keyOf(id));
    },
    lost: async () =>
      (await all()).filter(({ draft }) => !draft).map(({ id, kept }) => ({ id, text: JSON.stringify(kept) ?? '' })),
  };
}
