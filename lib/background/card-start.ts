import { fromScore } from '../draft/from/score.ts';
import type { Report } from '../evals/report.ts';
import type { Score } from '../evals/score.ts';
import type { EntryStart } from '../messaging/draft-messages.ts';

/** What a draft begins with that claims a score of the card, the cell as its evidence; undefined for a score of elsewhere. */
export function cardStart(score: Score, { repo, facts }: Pick<Report, 'repo' | 'facts'>): EntryStart | undefined {
  return score.origins.some(({ cell }) => cell) ? fromScore(score, repo, facts?.sha) : undefined;
}
