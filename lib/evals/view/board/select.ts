import type { Board, BoardRow } from '../../board/board.ts';

/** Which rows of a board the reader wants to see, and in which order. */
export interface BoardView {
  /** Words that must all occur in the model's id, the notes, the file or the source. */
  text: string;
  who: 'all' | 'verified' | 'author' | 'community';
  /** Most parameters; absent for any size. */
  most?: number | undefined;
  /** The setup as far as it was read out of notes. */
  tools: 'all' | 'with' | 'none';
  /** Rows in doubtful scale, or whose model's stored report has a conflict here. */
  only: 'all' | 'doubt' | 'differs';
  /** First day, `YYYY-MM-DD`; rows without a known date are left out with it. */
  since?: string | undefined;
  /** Leave out models that declare a base model; needs {@link Board.bases}. */
  withoutDerivatives: boolean;
  sort: BoardSort;
  /** The other way round. */
  reversed: boolean;
}

export type BoardSort = 'rank' | 'model' | 'value' | 'size' | 'date' | 'who';

export const wholeBoard: BoardView = {
  text: '',
  who: 'all',
  tools: 'all',
  only: 'all',
  withoutDerivatives: false,
  sort: 'rank',
  reversed: false,
};

/** The rows that pass, in the order that is asked for; equal ones keep the Hub's. */
export function selectRows(board: Pick<Board, 'rows' | 'bases' | 'direction'>, view: BoardView): BoardRow[] {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const bases = view.withoutDerivatives && board.bases ? new Set(board.bases) : undefined;
  const rows = board.rows.filter(
    (row) =>
      (!bases || bases.has(row.modelId.toLowerCase())) &&
      passesWho(row, view.who) &&
      passesTools(row, view.tools) &&
      (view.only !== 'doubt' || row.doubt !== undefined) &&
      (view.only !== 'differs' || isInConflict(row) || isApart(row)) &&
      (view.most === undefined || (row.parameters !== undefined && row.parameters <= view.most)) &&
      (view.since === undefined || (row.memory?.date ?? '') >= view.since) &&
      (words.length === 0 || matches(row, words)),
  );
  const sorted = rows.sort(orders[view.sort](board.direction));
  return view.reversed ? sorted.reverse() : sorted;
}

/** Whether the model's stored report has scores here that differ, or whose scale is in question. */
export const isInConflict = ({ memory }: BoardRow): boolean =>
  memory?.standing === 'differs' || memory?.standing === 'scale';

/** Whether the model's stored report has scores here of setups that cannot be compared. */
export const isApart = ({ memory }: BoardRow): boolean => memory?.standing === 'not-comparable';

function passesWho({ verified, pullRequest }: BoardRow, who: BoardView['who']): boolean {
  if (who === 'all') return true;
  if (who === 'verified') return verified;
  return (who === 'community') === (pullRequest !== undefined);
}

function passesTools({ variant }: BoardRow, tools: BoardView['tools']): boolean {
  if (tools === 'all') return true;
  const said = variant.tags.find(({ kind }) => kind === 'tools')?.value;
  return said !== undefined && (said === 'none') === (tools === 'none');
}

function matches({ modelId, notes, filename, source, pullRequest }: BoardRow, words: readonly string[]): boolean {
  const text = [modelId, notes, filename, source?.name, source?.url, pullRequest === undefined ? '' : `#${pullRequest}`]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

type Order = (direction: Board['direction']) => (a: BoardRow, b: BoardRow) => number;

/** Without a number last, whatever is first. */
const number = (a: number | undefined, b: number | undefined) =>
  (a ?? Number.POSITIVE_INFINITY) === (b ?? Number.POSITIVE_INFINITY)
    ? 0
    : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);

const collator = new Intl.Collator('en', { numeric: true });

const standing = ({ verified, pullRequest }: BoardRow) => (verified ? 0 : pullRequest === undefined ? 1 : 2);

const orders: Record<BoardSort, Order> = {
  rank: () => (a, b) => a.rank - b.rank,
  model: () => (a, b) => collator.compare(a.modelId, b.modelId),
  value: (direction) => (a, b) => (direction === 'lower' ? a.value - b.value : b.value - a.value),
  size: () => (a, b) => number(a.parameters, b.parameters),
  date: () => (a, b) => (b.memory?.date ?? '').localeCompare(a.memory?.date ?? '', 'en'),
  who: () => (a, b) => standing(a) - standing(b) || (a.pullRequest ?? 0) - (b.pullRequest ?? 0),
};

/** How many rows of each kind a board has, in one pass over its thousands. */
export function countRows(rows: readonly BoardRow[]) {
  const counts = {
    all: rows.length,
    verified: 0,
    community: 0,
    author: 0,
    doubt: 0,
    differs: 0,
    apart: 0,
    sized: 0,
    dated: 0,
    hidden: 0,
  };
  for (const row of rows) {
    const { memory } = row;
    if (row.verified) counts.verified++;
    if (row.pullRequest === undefined) counts.author++;
    else counts.community++;
    if (row.doubt !== undefined) counts.doubt++;
    if (row.parameters !== undefined) counts.sized++;
    if (!memory) continue;
    if (isInConflict(row)) counts.differs++;
    if (isApart(row)) counts.apart++;
    if (memory.date !== undefined) counts.dated++;
    counts.hidden += memory.hidden.length;
  }
  return counts;
}
