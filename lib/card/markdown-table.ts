import { delimiterColumns, splitRow } from './split-row.ts';

/** A GFM table, its rows still as written. */
export interface MarkdownTable {
  /** Header first; `line` counts as the given lines do. */
  rows: { text: string; line: number }[];
  columns: number;
  /** A row was too long to be read in full. */
  cut: boolean;
}

/** A row is cut here, in characters. */
const LONGEST_ROW = 20_000;
const MAX_COLUMNS = 200;

/** A line of a card without quote marks and indentation. */
export interface BareLine {
  text: string;
  indent: number;
}

/** Takes `>` marks and indentation off a line. */
export function bareLine(line: string): BareLine {
  const mark = line.trimStart().startsWith('>') ? /^(?:[ \t]{0,3}>[ \t]?)+/.exec(line.slice(0, 200)) : null;
  const rest = mark ? line.slice(mark[0].length) : line;
  const text = rest.trimStart();
  const lead = rest.slice(0, rest.length - text.length);
  return { text: text.trimEnd(), indent: lead.includes('\t') ? 4 : lead.length };
}

export const listItem = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** What ends a table besides a blank line: the beginning of another block. */
const endsTable = (text: string) => /^(?:#{1,6}\s|`{3}|~{3}|<\/?[a-z!])/i.test(text) || listItem.test(text);

/** Reads the table whose header stands on a line; undefined when none does. The delimiter row is left out. */
export function readMarkdownTable(lines: readonly string[], at: number): MarkdownTable | undefined {
  const head = bareLine(lines[at] ?? '').text.slice(0, LONGEST_ROW);
  if (!head.includes('|') && !(lines[at + 1] ?? '').includes('|')) return undefined;
  const columns = delimiterColumns(bareLine(lines[at + 1] ?? '').text);
  if (columns === 0 || columns > MAX_COLUMNS || splitRow(head).length !== columns) return undefined;
  const table: MarkdownTable = { rows: [], columns, cut: false };
  for (let row = at; row < lines.length; row++) {
    if (row === at + 1) continue;
    const { text } = bareLine(lines[row] ?? '');
    if (text === '' || (row > at && endsTable(text))) break;
    if (text.length > LONGEST_ROW) table.cut = true;
    table.rows.push({ text: text.slice(0, LONGEST_ROW), line: row });
  }
  return table;
}
