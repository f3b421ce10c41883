import { z } from 'zod';

/**
 * A `.eval_results/*.yaml` file in the Hub's role, written from the published spec and the recorded answers. It is
 * the tests' own: the project's reading of the same files must not share a mistake with the judge.
 */
export const resultsSchema = z.array(
  z.object({
    dataset: z.object({ id: z.string(), task_id: z.string(), revision: z.string().optional() }),
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
  }),
);

export type ResultEntry = z.infer<typeof resultsSchema>[number];
