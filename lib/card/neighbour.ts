import type { OtherFigure } from '../evals/score.ts';
import type { CardScore } from './card.ts';

/** A claimed figure that the card gives to another model on the same line. */
export interface Neighbour {
  /** What the card states of its own model there. */
  own: CardScore;
  other: OtherFigure;
}

/**
 * Finds the other model's column that a figure was taken from: the card states another figure for this benchmark and
 * task, and this one stands beside it. Undefined when the card states the figure of its own model, or nowhere.
 */
export function neighbourOf(
  scores: readonly CardScore[],
  claim: { dataset: string; task: string; value: number },
): Neighbour | undefined {
  const own = scores.filter(({ dataset, task }) => dataset === claim.dataset && task === claim.task);
  if (own.some(({ value }) => value === claim.value)) return undefined;
  for (const score of own) {
    const other = score.beside.find(({ value }) => value === claim.value);
    if (other) return { own: score, other };
  }
  return undefined;
}
