import * as z from 'zod/mini';
import { defaultThresholds, type Thresholds } from '../evals/checks/thresholds.ts';
import type { PanelState, Settings, Surface } from '../messaging/protocol.ts';
import { keptItem } from './kept-item.ts';

/** All that the reader chose, as it is kept. */
export type Preferences = PanelState & Settings;

export const DEFAULTS: Preferences = {
  collapsed: false,
  place: 'auto',
  off: [],
  thresholds: defaultThresholds,
  hidden: [],
};

/** Shape version of what is kept and of an exported file. 1: no loaders to choose from. 2: no thresholds. 3: nothing to hide. */
export const VERSION = 4;

export const placeSchema = z.enum(['auto', 'edge']);
/** More names than there are loaders, and the list was not made by us. */
const loader = z.enum(['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index']);
export const offSchema = z.array(loader).check(z.maxLength(20));

const surface: z.ZodMiniType<Surface> = z.enum(['chips', 'marks']);
export const hiddenSchema = z.array(surface).check(z.maxLength(20));

const probability = z.number().check(z.gt(0), z.lte(0.5));
const points = z.number().check(z.gte(0), z.lte(100));
export const thresholdsSchema: z.ZodMiniType<Thresholds> = z.object({
  rule: z.enum(['items', 'points']),
  noticeP: probability,
  warningP: probability,
  harnessPoints: points,
  fixedPoints: points,
});

/** Each by itself: one that cannot be read does not take the others along. */
const schema: z.ZodMiniType<Preferences> = z.object({
  collapsed: z.catch(z.boolean(), DEFAULTS.collapsed),
  place: z.catch(placeSchema, DEFAULTS.place),
  off: z.catch(offSchema, ({ value }) => readable([value].flat(), loader)),
  thresholds: z.catch(thresholdsSchema, DEFAULTS.thresholds),
  hidden: z.catch(hiddenSchema, ({ value }) => readable([value].flat(), surface)),
});

const readable = <T>(items: readonly unknown[], item: z.ZodMiniType<T>): T[] =>
  items.slice(0, 20).flatMap((one) => item.safeParse(one).data ?? []);

/** How the shape of each version is made from the one before. */
export const MIGRATIONS: Record<number, (old: unknown) => unknown> = {
  2: (old) => ({ ...z.looseObject({}).parse(old), off: [] }),
  3: (old) => ({ ...z.looseObject({}).parse(old), thresholds: defaultThresholds }),
  4: (old) => ({ ...z.looseObject({}).parse(old), hidden: [] }),
};

export interface PreferencesStore {
  read(): Promise<Preferences>;
  write(change: Partial<Preferences>): Promise<Preferences>;
}

/**
 * Preferences in `storage.local`. What cannot be read counts as the defaults, and stays where it is until the reader
 * changes something.
 */
export function createPreferences(): PreferencesStore {
  const { read, change } = keptItem('preferences', {
    version: VERSION,
    migrations: MIGRATIONS,
    parse: (kept) => schema.safeParse(kept).data ?? DEFAULTS,
  });
  return { read, write: (changed) => change((now) => ({ ...now, ...changed })) };
}
