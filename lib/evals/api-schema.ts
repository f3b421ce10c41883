import { z } from 'zod';

// Absent and null are the same to us: nothing is lost by reading an answer more kindly than its sender promises.
const text = z.string().nullish();

/** One item of the Hub's `evalResults`: an entry, or a file that the Hub could not read. hub-contract: two shapes. */
export const apiItemSchema = z.object({
  filename: z.string().min(1),
  pullRequest: z.int().positive().nullish(),
  verified: z.unknown().optional(),
  error: text,
  data: z
    .object({
      dataset: z.object({ id: z.string().min(1), task_id: z.string().min(1), revision: text }),
      value: z.number(),
      date: text,
      source: z.object({ url: z.string(), name: text, user: text, org: text }).nullish(),
      notes: text,
      verifyToken: text,
    })
    .nullish(),
});

export type ApiItem = z.infer<typeof apiItemSchema>;
