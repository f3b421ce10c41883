import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import type { PanelState } from '../messaging/protocol.ts';

/** What the reader chose, as it is kept. */
export type Preferences = PanelState;

export const DEFAULTS: Preferences = { collapsed: false, place: 'auto' };

export const placeSchema = z.enum(['auto', 'edge']);

const schema: z.ZodType<Preferences> = z.object({ collapsed: z.boolean(), place: placeSchema });

export interface PreferencesStore {
  read(): Promise<Preferences>;
  write(change: Partial<Preferences>): Promise<Preferences>;
}

/** Preferences in `storage.local`. What cannot be read counts as the defaults, and stays until the reader changes something. */
export function createPreferences(): PreferencesStore {
  const item = storage.defineItem<unknown>('local:preferences', { version: 1 });
  const read = async () => {
    const kept = schema.safeParse(await item.getValue());
    return kept.success ? kept.data : DEFAULTS;
  };
  return {
    read,
    async write(change) {
      const preferences = { ...(await read()), ...change };
      await item.setValue(preferences);
      return preferences;
    },
  };
}
