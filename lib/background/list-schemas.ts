import * as z from 'zod/mini';
import type { ListQuery } from '../evals/list/list.ts';
import { nothing, repoId } from './plain-schemas.ts';

/** A word of the Hub's own filters; it ends up in a query string, encoded. */
const word = z.string().check(z.minLength(1), z.maxLength(200));

export const listQuerySchema: z.ZodMiniType<ListQuery> = z.object({
  search: z.exactOptional(word),
  author: z.exactOptional(z.string().check(z.regex(/^[\w.-]{1,96}$/))),
  pipelineTag: z.exactOptional(word),
  filters: z.array(word).check(z.maxLength(20)),
  apps: z.exactOptional(z.array(word).check(z.maxLength(20))),
  providers: z.exactOptional(z.array(word).check(z.maxLength(20))),
  parameters: z.exactOptional(word),
  sort: z.enum(['trendingScore', 'downloads', 'likes', 'createdAt', 'lastModified']),
  page: z.int().check(z.nonnegative(), z.lte(10_000)),
});

/** Reads the messages of pins and lists. */
export const listSchemas = {
  readPins: nothing,
  pin: z.object({ repo: repoId, pinned: z.boolean(), dataset: z.exactOptional(repoId) }),
  writePins: z.array(repoId).check(z.maxLength(60)),
  openCompare: z.object({ repo: z.exactOptional(repoId) }),
  readList: listQuerySchema,
  hideChips: nothing,
  readHistory: z.object({
    repo: repoId,
    path: z.string().check(z.regex(/^\.eval_results\/.+\.ya?ml$/i), z.maxLength(300)),
    pullRequest: z.exactOptional(z.int().check(z.positive())),
    dataset: word,
    task: word,
  }),
  readReview: z.object({ repo: repoId, pullRequest: z.int().check(z.positive()) }),
};
