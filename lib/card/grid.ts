import { type Cell, EMPTY_CELL, textOf } from './cell.ts';
import type { InlineReader } from './inline-text.ts';
import type { MarkdownTable } from './markdown-table.ts';
import { readNumber } from './read-number.ts';
import { splitRow } from './split-row.ts';
import type { TableRows } from './table-rows.ts';

/** A table with every place filled, spans laid out. Most cells of most tables are never looked at, so each is read when it is. */
export interface Grid {
  rows: number;
  columns: number;
  /** How many rows at the top are header. */
  headRows: number;
  caption: string;
  /** The cell at a place, an empty one outside the table. */
  cell(row: number, column: number): Cell;
  /** 1-based line of the card that a row begins on. */
  line(row: number): number;
}

const MAX_COLUMNS = 200;
const MAX_CELLS = 60_000;
/** No table of results is longer; what is, is data. */
export const MAX_ROWS = 1000;

export function markdownGrid({ rows, columns }: MarkdownTable, inline: InlineReader): Grid {
  const texts = new Map<number, string[]>();
  const cell = (row: number, column: number): Cell => {
    let cells = texts.get(row);
    if (!cells) {
      cells = splitRow(rows[row]?.text ?? '');
      texts.set(row, cells);
    }
    const text = column < columns ? cells[column] : undefined;
    return text ? inline.read(text) : EMPTY_CELL;
  };
  return {
    rows: Math.min(rows.length, MAX_ROWS),
    columns,
    headRows: 1,
    caption: '',
    cell,
    line: (row) => rows[row]?.line ?? 0,
  };
}

export function htmlGrid({ rows: all, caption }: TableRows): Grid {
  const rows = all.slice(0, MAX_ROWS);
  const places: Cell[][] = rows.map(() => []);
  // Rows from each one to the end of its group.
  const ends = rows.map(() => 1);
  for (let r = rows.length - 2; r >= 0; r--)
    if (rows[r]?.group === rows[r + 1]?.group) ends[r] = (ends[r + 1] ?? 0) + 1;
  let filled = 0;
  rows.forEach(({ cells }, r) => {
    let c = 0;
    for (const { cell, colspan, rowspan } of cells) {
      while (places[r]?.[c] !== undefined) c++;
      const down = Math.min(rowspan, ends[r] ?? 1);
      const across = Math.min(colspan, MAX_COLUMNS - c);
      for (let y = 0; y < down && filled < MAX_CELLS; y++)
        for (let x = 0; x < across; x++, filled++) {
          const row = places[r + y];
          if (row) row[c + x] = y === 0 && x === 0 ? cell : { ...cell, spanned: true };
        }
      c += across;
    }
  });
  const columns = Math.max(0, ...places.map((row) => row.length));
  const cell = (row: number, column: number) => places[row]?.[column] ?? EMPTY_CELL;
  const grid = { rows: rows.length, columns, headRows: 1, caption, cell, line: (row: number) => rows[row]?.line ?? 0 };
  return { ...grid, headRows: headRows(rows, grid) };
}

/** The rows of a `thead`, or of `th` alone; else the first row, and the next while it only splits up what spans above. */
function headRows(rows: TableRows['rows'], grid: Grid): number {
  const head = rows.findIndex(
    (row) => !(row.head || (row.cells.length > 0 && row.cells.every(({ cell }) => cell.head))),
  );
  if (head !== 0) return head === -1 ? Math.min(1, rows.length) : head;
  const [first] = rows;
  const split =
    first && first.cells.length > 1 && first.cells.some(({ colspan, rowspan }) => colspan > 1 || rowspan > 1);
  const second = columnsOf(grid).map((column) => readNumber(textOf(grid.cell(1, column))).kind);
  return split && grid.rows > 2 && second.every((kind) => kind !== 'number') ? 2 : 1;
}

/** The indices of a grid's columns. */
export const columnsOf = ({ columns }: Grid): number[] => Array.from({ length: columns }, (_, column) => column);

/** The indices of the rows below the header. */
export const bodyOf = ({ rows, headRows }: Grid): number[] =>
  Array.from({ length: Math.max(0, rows - headRows) }, (_, row) => headRows + row);

/** Some rows of a grid as one of their own, the first of them its header. */
export function partOfGrid(grid: Grid, from: number, to: number): Grid {
  return {
    ...grid,
    rows: to - from,
    headRows: from === 0 ? grid.headRows : 1,
    cell: (row, column) => grid.cell(from + row, column),
    line: (row) => grid.line(from + row),
  };
}
