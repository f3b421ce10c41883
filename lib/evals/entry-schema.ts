import * as z from 'zod/mini';

/**
 * One entry of a results file, as the Hub reads it: https://huggingface.co/docs/hub/eval-results. Unknown keys are left
 * out, as the Hub does; a wrong type anywhere makes the entry unreadable, as the Hub does too.
 */
export const entrySchema = z.object({
  dataset: z.object({
    id: z.string().check(z.minLength(1)),
    task_id: z.string().check(z.minLength(1)),
    revision: z.optional(z.string()),
  }),
  value: z.number(),
  date: z.optional(z.string()),
  source: z.optional(
    z.object({
      url: z.string(),
      name: z.optional(z.string()),
      user: z.optional(z.string()),
      org: z.optional(z.string()),
    }),
  ),
  notes: z.optional(z.string()),
  verifyToken: z.optional(z.string()),
});
