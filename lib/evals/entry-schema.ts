import { z } from 'zod';

/**
 * One entry of a results file, as the Hub reads it: https://huggingface.co/docs/hub/eval-results. Unknown keys are left
 * out, as the Hub does; a wrong type anywhere makes the entry unreadable, as the Hub does too.
 */
export const entrySchema = z.object({
  dataset: z.object({
    id: z.string().min(1),
    task_id: z.string().min(1),
    revision: z.string().optional(),
  }),
  value: z.number(),
  date: z.string().optional(),
  source: z
    .object({
      url: z.string(),
      name: z.string().optional(),
      user: z.string().optional(),
      org: z.string().optional(),
    })
    .optional(),
  notes: z.string().optional(),
  verifyToken: z.string().optional(),
});
