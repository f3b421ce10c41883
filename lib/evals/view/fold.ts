import type { Group } from '../report.ts';
import type { Score } from '../score.ts';
import { standingOfCell } from './cell-status.ts';
import { leadingVerdict } from './explanation.ts';
import { isFromCard } from './from-card.ts';

const ROWS = 5;
const GROUPS = 8;
const FILTER_ABOVE = 12;

/** Whether the panel needs a box to filter its groups by text. */
export const needsFilterBox = (groups: readonly Group[]): boolean => groups.length > FILTER_ABOVE;

/** Rows of a group that stay visible while it is folded, and those that wait behind "4 more". */
export interface FoldedRows {
  shown: Score[];
  hidden: Score[];
}

/**
 * Folds a group to its first five rows. Both scores of every conflict, and of the pair that the group's line
 * quotes, stay visible, wherever they stand, and no row
 * is hidden when only one would be: "1 more" takes as much room as the row. Of the card's rows those are hidden first that
 * a file or pull request reports too.
 */
export function foldRows(group: Pick<Group, 'scores' | 'verdicts' | 'summary'>): FoldedRows {
  const { scores, verdicts } = group;
  const quoted = leadingVerdict(group);
  const conflicting = new Set(
    verdicts
      .filter(({ dismissed, severity }) => !dismissed && (severity === 'warning' || severity === 'error'))
      .slice(0, ROWS)
      .concat(quoted && quoted.severity !== 'none' ? [quoted] : [])
      .flatMap(({ a, b }) => [a, b]),
  );
  const repeats = (score: Score) => isFromCard(score) && standingOfCell(score, group)?.status === 'agrees';
  const isShown = (score: Score, index: number) => conflicting.has(score.id) || (index < ROWS && !repeats(score));
  const hidden = scores.filter((score, index) => !isShown(score, index));
  if (hidden.length < 2) return { shown: [...scores], hidden: [] };
  return { shown: scores.filter(isShown), hidden };
}

/** How loud a group is; lower stands higher. */
const RANK: Record<Group['standing'], number> = {
  scale: 0,
  differs: 0,
  'not-comparable': 1,
  dismissed: 2,
  agree: 2,
  single: 2,
};

/** The card alone speaks of it, and does not contradict itself. */
const isQuiet = ({ scores, standing }: Group) => RANK[standing] > 0 && scores.every(isFromCard);

/**
 * Groups for display: as they come while there are at most eight; beyond that those with conflicts first, and the
 * rest folded. With `cardLast`, groups that the card alone speaks of stand below the others and are folded, and are
 * not counted.
 */
export function arrangeGroups(groups: readonly Group[], cardLast = false): { group: Group; folded: boolean }[] {
  const quiet = cardLast ? groups.filter(isQuiet) : [];
  const loud = cardLast ? groups.filter((group) => !isQuiet(group)) : groups;
  const isLong = loud.length > GROUPS;
  const sorted = isLong ? loud.toSorted((a, b) => RANK[a.standing] - RANK[b.standing]) : loud;
  return [
    ...sorted.map((group) => ({ group, folded: isLong && RANK[group.standing] > 0 })),
    ...quiet.map((group) => ({ group, folded: true })),
  ];
}
