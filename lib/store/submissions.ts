import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import type { SubmissionRecord } from '../draft/submission-log.ts';

/** Shape version of what is kept: records, the oldest first. */
const VERSION = 1;

const status = z.enum(['open', 'draft', 'merged', 'closed', 'unknown']);

const record: z.ZodMiniType<SubmissionRecord> = z.object({
  key: z.string(),
  draft: z.string(),
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

/** The log of what was sent. It is never shortened: the brakes count in it. One that cannot be read is kept as it is. */
export function createSubmissions(): SubmissionStore {
  const item = storage.defineItem<unknown>('local:submissions', { version: VERSION });
  let last: Promise<unknown> = Promise.resolve();
  const raw = async (): Promise<unknown[]> => {
    const kept = await item.getValue();
    return Array.isArray(kept) ? kept : [];
  };
  return {
    read: async () => (await raw()).flatMap((one) => record.safeParse(one).data ?? []),
    put(next) {
      const writing = last.then(async () => {
        const kept = await raw();
        const at = kept.findIndex((one) => record.safeParse(one).data?.key === next.key);
        await item.setValue(at < 0 ? [...kept, next] : kept.with(at, next));
      });
      last = writing.catch(() => undefined);
      return writing;
    },
  };
}
