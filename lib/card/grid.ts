import { type Cell, EMPTY_CELL, textOf } from './cell.ts';
import type { InlineReader } from './inline-text.ts';
import type { MarkdownTable } from './markdown-table.ts';
import { readNumber } from './read-number.ts';
import type { TableRows } from './table-rows.ts';

/** A table with every place filled, spans laid out. */
export interface Grid {
  /** Rows of equally many cells. */
  rows: GridRow[];
  columns: number;
  /** How many rows at the top are header. */
  headRows: number;
  caption: string;
}

export interface GridRow {
  cells: Cell[];
  /** 1-based line of the card. */
  line: number;
}

const MAX_COLUMNS = 200;
const MAX_CELLS = 60_000;

export function markdownGrid(table: MarkdownTable, inline: InlineReader): Grid {
  const rows = table.rows.map(({ cells, line }) => ({
    line,
    cells: Array.from({ length: table.columns }, (_, column) => {
      const text = cells[column];
      return text ? inline.read(text) : EMPTY_CELL;
    }),
  }));
  return { rows, columns: table.columns, headRows: 1, caption: '' };
}

export function htmlGrid({ rows, caption }: TableRows): Grid {
  const grid: Cell[][] = rows.map(() => []);
  const lines = rows.map(({ line }) => line);
  let filled = 0;
  rows.forEach(({ cells }, r) => {
    let c = 0;
    for (const { cell, colspan, rowspan } of cells) {
      while (grid[r]?.[c] !== undefined) c++;
      const down = Math.min(rowspan, rows.length - r);
      const across = Math.min(colspan, MAX_COLUMNS - c);
      for (let y = 0; y < down && filled < MAX_CELLS; y++)
        for (let x = 0; x < across; x++, filled++) {
          const row = grid[r + y];
          if (row) row[c + x] = y === 0 && x === 0 ? cell : { ...cell, spanned: true };
        }
      c += across;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const full = grid.map((row, r) => ({
    line: lines[r] ?? 0,
    cells: Array.from({ length: columns }, (_, c) => row[c] ?? EMPTY_CELL),
  }));
  return { rows: full, columns, headRows: headRows(rows, full), caption };
}

/** The rows of a `thead`, or of `th` alone; else the first row, and the next while it only splits up what spans above. */
function headRows(rows: TableRows['rows'], full: readonly GridRow[]): number {
  let head = rows.findIndex((row) => !(row.head || (row.cells.length > 0 && row.cells.every(({ cell }) => cell.head))));
  if (head === -1) head = rows.length > 1 ? 1 : 0;
  if (head > 0) return Math.min(head, rows.length);
  head = 1;
  const wide =
    rows[0]?.cells.some(({ colspan, rowspan }) => colspan > 1 || rowspan > 1) && (rows[0]?.cells.length ?? 0) > 1;
  if (wide && full[1]?.cells.every((cell) => readNumber(textOf(cell)).kind !== 'number')) head = 2;
  return Math.min(head, rows.length);
}
