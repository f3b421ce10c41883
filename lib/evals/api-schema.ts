import * as z from 'zod/mini';

// Absent and null are the same to us: nothing is lost by reading an answer more kindly than its sender promises.
const text = z.nullish(z.string());

/** One item of the Hub's `evalResults`: an entry, or a file that the Hub could not read. hub-contract: two shapes. */
export const apiItemSchema = z.object({
  filename: z.string().check(z.minLength(1)),
  pullRequest: z.nullish(z.int().check(z.positive())),
  verified: z.optional(z.unknown()),
  error: text,
  data: z.nullish(
    z.object({
      dataset: z.object({
        id: z.string().check(z.minLength(1)),
        task_id: z.string().check(z.minLength(1)),
        revision: text,
      }),
      value: z.number(),
      date: text,
      source: z.nullish(z.object({ url: z.string(), name: text, user: text, org: text })),
      notes: text,
      verifyToken: text,
    }),
  ),
});

export type ApiItem = z.infer<typeof apiItemSchema>;
