import type { CellMark } from '../../evals/view/cell-status.ts';
import { layOutTable, type Place, textsOf } from './rendered-table.ts';

export type Found = Map<CellMark, HTMLTableCellElement>;

/** Letters and digits alone: how a text is set does not matter, nor a footnote's mark on it. */
const bare = (text: string) =>
  text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')
    .replace(/(?:\s*\[\^?[\w-]{1,20}\])+\s*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Rows at the top that may be header, and rows above a figure among which a new header may stand. */
const HEAD = 8;
const ABOVE = 50;

/**
 * The table that holds these figures, and the cell of each: the one that the reader counted where it holds any, else the
 * only one that does. A figure is found where its row, its labels and its own text are those that were read; a table that
 * was sorted or changed since has none.
 *
 * @param tables as `tablesOf` gives them
 * @param marks those of one table
 */
export function findCells(tables: readonly HTMLTableElement[], marks: readonly CellMark[]): Found {
  const counted = tables[(marks[0]?.table ?? 0) - 1];
  const found = counted && cellsIn(counted, marks);
  if (found && found.size > 0) return found;
  const others = tables
    .filter((table) => table !== counted && mayHold(table, marks))
    .map((table) => cellsIn(table, marks));
  const most = Math.max(0, ...others.map(({ size }) => size));
  const [only, ...more] = others.filter(({ size }) => size === most);
  return only && most > 0 && more.length === 0 ? only : new Map();
}

/** A quick look, so that a card of many tables is not read once for each of them. */
const mayHold = (table: HTMLTableElement, [first]: readonly CellMark[]) =>
  first !== undefined && table.textContent.includes(first.valueText);

function cellsIn(table: HTMLTableElement, marks: readonly CellMark[]): Found {
  const places = layOutTable(table);
  const rows = new Map<number, boolean>();
  const found: Found = new Map();
  for (const mark of marks) {
    const place = places[mark.rowIndex]?.[mark.columnIndex];
    if (!place || !holds(place.cell, mark.valueText)) continue;
    const key = mark.rowIndex;
    const fits = rows.get(key) ?? isRow(places[key] ?? [], mark.quote);
    rows.set(key, fits);
    if (fits && isLabelled(places, mark)) found.set(mark, place.cell);
  }
  return found;
}

/** Whether the figure stands in the cell, and not a longer one that it is a part of. */
function holds(cell: Element, value: string): boolean {
  return textsOf(cell).some((text) => {
    for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
      if (!/[\d.,]$/.test(text.slice(0, at)) && !/^(?:\d|[.,]\d)/.test(text.slice(at + value.length))) return true;
    }
    return false;
  });
}

/** Whether a row reads as the quoted one does. What is set as a formula is drawn otherwise than it is written. */
function isRow(places: readonly Place[], quote: string | undefined): boolean {
  if (quote === undefined) return true;
  const own = places.map(({ cell, spanned }) => (spanned ? ['', ''] : textsOf(cell).map(bare)));
  const pieces = quote.split(' | ');
  // A quote is cut at some length.
  const whole = quote.length < 1000 ? pieces : pieces.slice(0, -1);
  if (pieces.length < own.length || (whole === pieces && pieces.length > own.length)) {
    return [0, 1].some((kind) => bare(quote) === own.map((texts) => texts[kind]).join(''));
  }
  return whole.every((piece, index) => /[$\\]/.test(piece) || (own[index] ?? ['']).includes(bare(piece)));
}

/** Whether the labels that the figure was read by stand above it and beside it. */
function isLabelled(places: readonly (readonly Place[])[], { rowIndex, columnIndex, row, column }: CellMark): boolean {
  const textIn = (some: readonly (Place | undefined)[]) =>
    bare([...new Set(some.map((place) => place?.cell))].map((cell) => (cell ? textsOf(cell)[0] : '')).join(' '));
  const above = (from: number, to: number) => textIn(places.slice(from, to).map((line) => line[columnIndex]));
  const has = (text: string, label: string) =>
    label.split(/[^\p{L}\p{N}]+/u).every((word) => text.includes(bare(word)));
  const top = above(0, Math.min(HEAD, rowIndex));
  const heads = has(top, column) ? top : above(Math.max(0, rowIndex - ABOVE), rowIndex);
  if (has(heads, column)) return true;
  // Where benchmarks are columns, the model's name stands in the row and the benchmark's above.
  return has(textIn(places[rowIndex] ?? []) + heads, column) && has(heads, row);
}
