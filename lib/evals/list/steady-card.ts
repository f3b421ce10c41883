import type { CardChip, CardScores } from './list.ts';

const keyOf = ({ dataset, task }: CardChip) => `${dataset} ${task}`;

const said = ({ values, standing, reports }: CardChip) => JSON.stringify([values, standing, reports]);

/**
 * What a card goes on to show when a later answer speaks of its model again. Which benchmarks are common depends on the
 * list that was asked for; as long as nothing that is known has changed, the chips stay the ones that the reader sees.
 */
export function steadyCard(before: CardScores | undefined, now: CardScores): CardScores {
  if (!before || before.scores !== now.scores) return now;
  const shown = new Map(before.chips.map((chip) => [keyOf(chip), said(chip)]));
  const isSame = now.chips.every((chip) => (shown.get(keyOf(chip)) ?? said(chip)) === said(chip));
  return isSame ? before : now;
}
