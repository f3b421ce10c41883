import type { Message, Phrase } from '../message.ts';
import type { Group, Report, Verdict } from '../report.ts';
import type { Origin, Score } from '../score.ts';
import { agrees, worst } from '../standing.ts';

/** What the reported scores say of a figure in the card; `new`: nobody reports it yet. */
export type CellStatus = 'agrees' | 'differs' | 'apart' | 'new';

/** One score that the card states, with all that is needed to find its cell again in the rendered card. */
export interface CellMark {
  /** {@link Score.id} */
  score: string;
  status: CellStatus;
  /** The figure as written, what is said of it and against whom: the mark's accessible name. */
  name: Message;
  valueText: string;
  /** The table's number in the card, from 1. */
  table: number;
  /** Place in the table, from 0, header rows counted. */
  rowIndex: number;
  columnIndex: number;
  /** The labels that the figure was read by. */
  row: string;
  column: string;
  /** The row as read, its cells parted by bars; absent where it is not known. */
  quote?: string;
}

const NAMES = { agrees: 'marksAgrees', differs: 'marksDiffers', apart: 'marksApart' } as const;

/** The marks of a report: one for each cell of the card that a score was read from, in the card's order. */
export function cellMarks({ groups }: Pick<Report, 'groups'>): CellMark[] {
  const marks = groups.flatMap((group) =>
    group.scores.flatMap((score) => {
      const cells = score.origins.filter(({ cell }) => cell?.table && cell.rowIndex !== null);
      const standing = cells.length > 0 ? standingOfCell(score, group) : undefined;
      return standing ? cells.flatMap((origin) => markOf(score, origin, standing)) : [];
    }),
  );
  return marks.sort((a, b) => a.table - b.table || a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex);
}

type Standing = { status: CellStatus; name: Message };

function markOf(score: Score, { cell, quote }: Origin, standing: Standing): CellMark[] {
  if (!cell || cell.table === null || cell.rowIndex === null || cell.columnIndex === null) return [];
  const { table, rowIndex, columnIndex, row, column } = cell;
  return [
    {
      score: score.id,
      ...standing,
      valueText: score.valueText,
      ...{ table, rowIndex, columnIndex, row, column },
      ...(quote !== undefined && { quote }),
    },
  ];
}

/**
 * How a score of the card stands to what is reported on main, in pull requests and on the leaderboard. The loudest word
 * counts: a difference before an agreement, and "not comparable" only where there is nothing else. A figure that is
 * reported as it stands does not differ by a score of a setup that may be another one; where it differs all the same,
 * both places are named. Undefined where the reader has put away all that there was to say, or where there were too many
 * to compare.
 */
export function standingOfCell(score: Score, { scores, verdicts }: Pick<Group, 'scores' | 'verdicts'>) {
  const says = (status: keyof typeof NAMES, other: Score): Standing => ({
    status,
    name: { key: NAMES[status], args: [score.valueText, placeOf(other)] },
  });
  const stands = score.origins.some(isReported);
  const reported = new Map(
    scores.filter(({ id, origins }) => id !== score.id && origins.some(isReported)).map((other) => [other.id, other]),
  );
  if (!stands && reported.size === 0) {
    return { status: 'new', name: { key: 'marksNew', args: [score.valueText] } } satisfies Standing;
  }
  const otherOf = ({ a, b }: Verdict) => reported.get(a === score.id ? b : a);
  const spoken = verdicts.filter(
    (verdict) => (verdict.a === score.id) !== (verdict.b === score.id) && otherOf(verdict),
  );
  const open = spoken.filter(({ dismissed }) => !dismissed);
  const find = (holds: (verdict: Verdict) => boolean) => {
    const verdict = worst(open.filter(holds));
    return verdict && otherOf(verdict);
  };
  // Where no word is said of two scores of one value, there was nothing to say.
  const silent = () => {
    const named = new Set(spoken.flatMap(({ a, b }) => [a, b]));
    return [...reported.values()].find(({ id, value }) => !named.has(id) && value === score.value);
  };
  const repeated = stands ? score : (find(({ code }) => code === 'R1') ?? silent());
  const differing = find(
    (verdict) => verdict.comparable && !agrees(verdict) && !(repeated && verdict.code.startsWith('V')),
  );
  if (differing && repeated) {
    const args = [score.valueText, placeOf(repeated), placeOf(differing)];
    return { status: 'differs', name: { key: 'marksAgreesDiffers', args } } satisfies Standing;
  }
  if (differing) return says('differs', differing);
  const same = repeated ?? find(agrees);
  if (same) return says('agrees', same);
  const apart = find(() => true);
  return apart && says('apart', apart);
}

const isReported = ({ kind }: Origin) => kind === 'main' || kind === 'pull-request' || kind === 'leaderboard';

/** Where a reported score stands, in a word; main before the leaderboard before the lowest pull request. */
function placeOf({ origins }: Score): Phrase {
  if (origins.some(({ kind }) => kind === 'main')) return { key: 'marksMain' };
  const number = origins.find(({ kind }) => kind === 'pull-request')?.pullRequest;
  return number === undefined ? { key: 'marksBoard' } : { key: 'marksPullRequest', args: [`${number}`] };
}
