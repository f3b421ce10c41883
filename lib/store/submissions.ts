import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { SubmissionRecord } from '../draft/submission-log.ts';
import type { Area } from './drafts.ts';

/** Shape version of what is kept: records, the oldest first. */
const VERSION = 1;

const status = z.enum(['open', 'draft', 'merged', 'closed', 'unknown']);

const record: z.ZodMiniType<SubmissionRecord> = z.object({
  key: z.string(),
  draft: z.string(),
  // Until there were drafts of two kinds, the log held models alone and did not say so.
  repoType: z._default(z.enum(['model', 'dataset']), 'model'),
  repo: z.string(),
  pullRequest: z.int().check(z.positive()),
  added: z.boolean(),
  title: z.string(),
  account: z.string(),
  at: z.number(),
  status,
  statusAt: z.number(),
  closedByMe: z.exactOptional(z.literal(true)),
  claims: z.array(
    z.object({ dataset: z.string(), task: z.string(), valueText: z.string(), notes: z.exactOptional(z.string()) }),
  ),
});

export interface SubmissionStore {
  /** The oldest first. */
  read(): Promise<SubmissionRecord[]>;
  /** One record for each confirm: the same key again replaces the first. */
  put(record: SubmissionRecord): Promise<void>;
}

const kept = z.object({ version: z.literal(VERSION), records: z.array(z.unknown()) });

const KEY = 'submissions';

/**
 * The log of what was sent. It is never shortened: the brakes count in it. A record that cannot be read stays where it
 * is; a log of a later version is left alone, and nothing is added to it.
 */
export function createSubmissions(area: Pick<Area, 'get' | 'set'> = browser.storage.local): SubmissionStore {
  let last: Promise<unknown> = Promise.resolve();
  const raw = async (): Promise<unknown[]> => {
    const value = (await area.get(KEY))[KEY];
    return value === undefined ? [] : kept.parse(value).records;
  };
  return {
    read: async () => (await raw().catch(() => [])).flatMap((one) => record.safeParse(one).data ?? []),
    put(next) {
      const writing = last.then(async () => {
        const records = await raw();
        const at = records.findIndex((one) => record.safeParse(one).data?.key === next.key);
        const before = record.safeParse(records[at]).data;
        // That the reader closed it is never forgotten by a later look.
        const whole = { ...next, ...(before?.closedByMe && { closedByMe: before.closedByMe }) };
        await area.set({ [KEY]: { version: VERSION, records: at < 0 ? [...records, next] : records.with(at, whole) } });
      });
      last = writing.catch(() => undefined);
      return writing;
    },
  };
}
