import { CellText } from './cell.ts';
import { HtmlReader } from './html-reader.ts';
import { type MarkdownTable, readMarkdownTable } from './markdown-table.ts';
import { decodeReferences } from './references.ts';
import type { TableRows } from './table-rows.ts';

/** What a stretch of HTML holds that matters here; `line` is the index of the line that it begins on. */
export type HtmlPiece =
  | { kind: 'heading'; level: number; text: string; line: number }
  | { kind: 'text'; text: string; line: number }
  | { kind: 'table'; table: TableRows | MarkdownTable; line: number };

const MAX_SPAN = 200;
const MAX_CELLS = 60_000;
const MAX_NESTED = 12;
/** Characters of one stretch, far more than any card that was seen. */
const MAX_STRETCH = 500_000;
/** Characters between two looks at whether it is enough. */
const CHUNK = 2000;
const LONGEST_REFERENCE = 40;
/** A line that begins with a footnote's mark. */
const NOTE = /^\s*(?:<sup>\s*[^<]{1,3}\s*<\/sup>|[*†‡§¶]|\[\d{1,2}\]|\(\d{1,2}\))\s*\S/i;

interface OpenTable {
  table: TableRows;
  line: number;
  head: boolean;
  group: number;
  caption: CellText | undefined;
  cell: { text: CellText; head: boolean; colspan: number; rowspan: number } | undefined;
}

/**
 * Reads HTML from a line on: to the end of its tables and then to the next blank line, where markdown ends a block of
 * HTML. A nested table is a table of its own, and its text is not its outer cell's.
 *
 * @returns the pieces, in order, the index of the last line read, and how many characters that were.
 */
export function readHtml(
  lines: readonly string[],
  from: number,
): { pieces: HtmlPiece[]; end: number; size: number; cut: boolean } {
  const pieces: HtmlPiece[] = [];
  const open: OpenTable[] = [];
  let at = from;
  let cells = 0;
  let size = 0;
  let cut = false;
  let skipped = 0;
  let text: CellText | undefined;
  let level = 0;

  const endText = () => {
    const words = text?.cell().lines.join('\n').trim();
    if (words)
      pieces.push(
        level > 0 ? { kind: 'heading', level, text: words, line: at } : { kind: 'text', text: words, line: at },
      );
    text = undefined;
    level = 0;
  };
  const endCell = () => {
    const table = open.at(-1);
    if (!table?.cell) return;
    const { text: words, head, colspan, rowspan } = table.cell;
    table.table.rows.at(-1)?.cells.push({ cell: { ...words.cell(head), wide: colspan > 1 }, colspan, rowspan });
    table.cell = undefined;
  };
  const endTable = () => {
    endCell();
    const table = open.pop();
    if (!table) return;
    if (table.caption) table.table.caption = table.caption.cell().lines.join(' ');
    pieces.push({ kind: 'table', table: table.table, line: table.line });
  };
  /** Where text goes: a cell, a caption, or the page; nowhere between the cells of a table. */
  const target = (): CellText | undefined => {
    const table = open.at(-1);
    if (table) return table.cell?.text ?? table.caption;
    text ??= new CellText();
    return text;
  };

  const parser = new HtmlReader({
    open(tag, attributes) {
      if (tag === 'pre') skipped++;
      if (tag === 'table') {
        endText();
        if (open.length >= MAX_NESTED) cut = true;
        else
          open.push({
            table: { rows: [], caption: '' },
            line: at,
            head: false,
            group: 0,
            caption: undefined,
            cell: undefined,
          });
        return;
      }
      const table = open.at(-1);
      if (!table) {
        const heading = /^h([1-6])$/.exec(tag);
        if (heading || tag === 'p' || tag === 'li') endText();
        if (heading) level = Number(heading[1]);
        target()?.open(tag);
        return;
      }
      if (tag === 'thead' || tag === 'tbody' || tag === 'tfoot') {
        table.head = tag === 'thead';
        table.group++;
      } else if (tag === 'caption') table.caption = new CellText();
      else if (tag === 'tr') {
        endCell();
        table.table.rows.push({ cells: [], line: at, head: table.head, group: table.group });
      } else if (tag === 'td' || tag === 'th') {
        endCell();
        if (table.table.rows.length === 0)
          table.table.rows.push({ cells: [], line: at, head: table.head, group: table.group });
        if (++cells > MAX_CELLS) cut = true;
        else
          table.cell = {
            text: new CellText(),
            head: tag === 'th',
            colspan: span(attributes.colspan, 1),
            rowspan: span(attributes.rowspan, MAX_CELLS),
          };
      } else target()?.open(tag);
    },
    close(tag) {
      if (tag === 'pre') skipped = Math.max(0, skipped - 1);
      const table = open.at(-1);
      if (tag === 'table') endTable();
      else if (!table) {
        if (/^h[1-6]$/.test(tag)) endText();
        else text?.close(tag);
      } else if (tag === 'td' || tag === 'th' || tag === 'tr') endCell();
      else if (tag === 'thead') {
        table.head = false;
        table.group++;
      } else if (tag === 'caption' && table.caption) {
        table.table.caption = table.caption.cell().lines.join(' ');
        table.caption = undefined;
      } else target()?.close(tag);
    },
    text(data) {
      if (skipped === 0) target()?.text(decodeReferences(data));
    },
  });

  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    // Outside of tables, markdown's own blocks go on without a blank line.
    if (at > from && open.length === 0 && (/^ {0,3}#{1,6}\s/.test(line) || readMarkdownTable(lines, at))) break;
    if (line.trim() === '') {
      if (open.length === 0) break;
      // A heading after a blank line is markdown's again: the table was never closed.
      if (/^ {0,3}#{1,6}\s/.test(lines[at + 1] ?? '')) break;
      // After a blank line a cell may hold markdown, and so another table.
      const table = readMarkdownTable(lines, at + 1);
      if (table) {
        pieces.push({ kind: 'table', table, line: at + 1 });
        at += table.rows.length + 1;
        continue;
      }
    }
    // A paragraph of notes, one on each line.
    if (at > from && open.length === 0 && level === 0 && NOTE.test(line)) endText();
    for (let from = 0; from < line.length && !cut; ) {
      const to = chunkEnd(line, from);
      parser.write(line.slice(from, to));
      size += Math.min(to, line.length) - from;
      from = to;
      if (size > MAX_STRETCH) cut = true;
    }
    size += 1;
    parser.write('\n');
    if (cut) {
      at++;
      break;
    }
  }
  parser.end();
  while (open.length > 0) endTable();
  endText();
  return { pieces, end: Math.max(from, Math.min(at, lines.length) - 1), size, cut };
}

/** Where to look again whether it is enough: never within a character reference, which would then be two texts. */
function chunkEnd(line: string, from: number): number {
  const to = from + CHUNK;
  const reference = to < line.length ? line.lastIndexOf('&', to) : -1;
  return reference > to - LONGEST_REFERENCE ? reference : to;
}

function span(attribute: string | undefined, rest: number): number {
  const number = Number.parseInt(attribute ?? '1', 10);
  if (number === 0) return rest;
  return number > 0 ? Math.min(number, MAX_SPAN) : 1;
}
