import * as z from 'zod/mini';
import type { Message } from '../evals/message.ts';
import { whatFits } from '../evals/what-fits.ts';
import type { Settings } from '../messaging/protocol.ts';
import { hiddenSchema, MIGRATIONS, offSchema, placeSchema, thresholdsSchema, VERSION } from './preferences.ts';

const KIND = 'crosscheck-settings';

const envelope = z.looseObject({ kind: z.literal(KIND), version: z.int().check(z.positive()) });
const settings = z.object({ place: placeSchema, off: offSchema, thresholds: thresholdsSchema, hidden: hiddenSchema });

/** The settings as a file: JSON that says what it is and which shape it has. */
export function writeSettingsFile({ place, off, thresholds, hidden }: Settings): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, place, off, thresholds, hidden }, null, 2)}\n`;
}

/** Reads a settings file of this or an older version. Either all of it can be read, or every reason why not is said. */
export function readSettingsFile(text: string): { settings: Settings } | { errors: Message[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { errors: [{ key: 'settingsFileNotJson', args: [error instanceof Error ? error.message : ''] }] };
  }
  const outer = envelope.safeParse(raw);
  if (!outer.success) return { errors: [{ key: 'settingsFileOther' }] };
  const { version } = outer.data;
  if (version > VERSION) return { errors: [{ key: 'settingsFileNewer', args: [String(version), String(VERSION)] }] };
  let shape: unknown = outer.data;
  for (let next = version + 1; next <= VERSION; next++) shape = MIGRATIONS[next]?.(shape) ?? shape;
  const read = settings.safeParse(shape);
  if (read.success) return { settings: read.data };
  return {
    errors: read.error.issues.map((issue) => ({
      key: 'settingsFileField',
      args: [issue.path.join('.') || '–', whatFits(issue)],
    })),
  };
}
