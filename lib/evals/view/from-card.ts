import type { Score } from '../score.ts';

/** Stated by the model card alone: no file, pull request or leaderboard has this score. */
export const isFromCard = ({ origins }: Pick<Score, 'origins'>): boolean =>
  origins.length > 0 && origins.every(({ cell }) => cell !== undefined);
