import type { Cell } from './cell.ts';

/** A table as its markup gives it, before spans are laid out. */
export interface TableRows {
  rows: { cells: SpanCell[]; line: number; head: boolean }[];
  caption: string;
}

export interface SpanCell {
  cell: Cell;
  colspan: number;
  rowspan: number;
}
