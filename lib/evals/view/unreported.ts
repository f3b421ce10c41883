import type { Group, Report } from '../report.ts';
import type { Score } from '../score.ts';
import { standingOfCell } from './cell-status.ts';
import { isFromCard } from './from-card.ts';

/** A score of the card that no file and no pull request reports. */
export interface Unreported {
  group: Group;
  score: Score;
}

/**
 * What the card states and nobody has filed: where there is no reported score of its benchmark and task at all, or only
 * such as were made with another setup.
 */
export function unreported({ groups }: Pick<Report, 'groups'>): Unreported[] {
  return groups.flatMap((group) =>
    group.scores
      .filter((score) => {
        const status = isFromCard(score) ? standingOfCell(score, group)?.status : undefined;
        return status === 'new' || status === 'apart';
      })
      .map((score) => ({ group, score })),
  );
}
