import * as z from 'zod/mini';
import { nothing, repoId } from './plain-schemas.ts';

const scoreId = z.string().check(z.minLength(1), z.maxLength(100));

/** The data of the messages of marks. */
export const markSchemas = {
  readMarks: nothing,
  showMarks: z.boolean(),
  draftFromCard: z.object({ repo: repoId, scores: z.array(scoreId).check(z.minLength(1), z.maxLength(200)) }),
};
