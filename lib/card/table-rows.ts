import type { Cell } from './cell.ts';

/** A table as its markup gives it, before spans are laid out. */
export interface TableRows {
  /** `head`: in a `thead`; `group`: the `thead` or `tbody` that it is in, which no `rowspan` reaches out of. */
  rows: { cells: SpanCell[]; line: number; head: boolean; group: number }[];
  caption: string;
}

export interface SpanCell {
  cell: Cell;
  colspan: number;
  rowspan: number;
}
