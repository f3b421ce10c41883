import { run } from '../evals/in-slices.ts';
import { type HtmlPiece, readHtml } from './html-tables.ts';
import { bareLine, listItem, type MarkdownTable, readMarkdownTable } from './markdown-table.ts';
import type { TableRows } from './table-rows.ts';

/** One piece of a card that matters for reading scores, with the 1-based line that it begins on. */
export type Block =
  | { kind: 'heading'; level: number; text: string; line: number }
  | { kind: 'text'; text: string; line: number }
  | { kind: 'table'; table: MarkdownTable | TableRows; line: number };

/** Far more than any card has; what comes after is left out. */
const MAX_BLOCKS = 40_000;
const MAX_TABLES = 2000;
/** Characters of HTML. */
const MAX_HTML = 300_000;
/** Lines between two pauses, some milliseconds. */
const LINES_A_STEP = 5000;
/** A line of text is cut here: longer ones are data, not notes. */
const LONGEST_TEXT = 3000;

/**
 * Cuts a card's body into headings, tables, and the lines of text around them, in one pass over its lines. Code and
 * comments are left out, as they are on the page.
 *
 * @param first 1-based line of the card that the body begins on.
 * @returns `cut` is the first line that was not read in full.
 */
export const readBlocks = (body: string, first: number): { blocks: Block[]; cut: number | undefined } =>
  run(blockSteps(body, first));

/** {@link readBlocks} that may pause. */
export function* blockSteps(
  body: string,
  first: number,
): Generator<undefined, { blocks: Block[]; cut: number | undefined }> {
  const blocks: Block[] = [];
  const lines = body.split('\n');
  let cut: number | undefined;
  let fence: string | undefined;
  let inList = false;
  let paragraph: { text: string; line: number } | undefined;
  const endParagraph = () => {
    if (paragraph) blocks.push({ kind: 'text', ...paragraph });
    paragraph = undefined;
  };
  let tables = 0;
  let htmlSize = 0;
  for (let at = 0, steps = 0; at < lines.length; at++) {
    if (++steps % LINES_A_STEP === 0) yield;
    if (blocks.length > MAX_BLOCKS || tables > MAX_TABLES || htmlSize > MAX_HTML) {
      cut = first + at;
      break;
    }
    const { text, indent } = bareLine(lines[at] ?? '');
    const line = first + at;
    if (fence !== undefined) {
      if (text.startsWith(fence) && text.replaceAll(fence.charAt(0), '').trim() === '') fence = undefined;
      continue;
    }
    if (text === '') {
      endParagraph();
      continue;
    }
    const opens = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (opens && !(opens.startsWith('`') && text.slice(opens.length).includes('`'))) {
      endParagraph();
      fence = opens;
      continue;
    }
    if (text.startsWith('<!--')) {
      endParagraph();
      while (at < lines.length && !(lines[at] ?? '').includes('-->')) at++;
      continue;
    }
    // Four blanks make code, except below a list item and inside a paragraph.
    if (indent >= 4 && !inList && !paragraph) continue;
    if (indent < 4) inList = listItem.test(text) || (inList && indent > 0);
    const heading = /^(#{1,6})(?:\s+|$)/.exec(text);
    if (heading) {
      endParagraph();
      const words = text.slice(heading[0].length).replace(/\s+#+$/, '');
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: words.slice(0, LONGEST_TEXT), line });
      inList = false;
      continue;
    }
    if (paragraph && /^(?:=+|-+)$/.test(text)) {
      blocks.push({ kind: 'heading', level: text.startsWith('=') ? 1 : 2, text: paragraph.text, line: paragraph.line });
      paragraph = undefined;
      continue;
    }
    const table = readMarkdownTable(lines, at);
    if (table) {
      endParagraph();
      if (table.cut) cut ??= line;
      tables++;
      blocks.push({ kind: 'table', table: fromLine(table, first), line });
      at += table.rows.length;
      continue;
    }
    // A tag begins a block of HTML, a link in angle brackets does not.
    if (/^<(?!https?:)/.test(text) || text.includes('<table')) {
      endParagraph();
      const html = readHtml(lines, at);
      htmlSize += html.size;
      if (html.cut) cut ??= line;
      tables += html.pieces.filter(({ kind }) => kind === 'table').length;
      for (const piece of html.pieces) blocks.push(blockOf(piece, first));
      at = html.end;
      continue;
    }
    const item = listItem.test(text);
    if (item) endParagraph();
    if (paragraph && paragraph.text.length < LONGEST_TEXT) paragraph.text += `\n${text.slice(0, LONGEST_TEXT)}`;
    else if (!paragraph) paragraph = { text: text.slice(0, LONGEST_TEXT), line };
  }
  endParagraph();
  return { blocks, cut };
}

function blockOf(piece: HtmlPiece, first: number): Block {
  const line = first + piece.line;
  if (piece.kind === 'table') return { kind: 'table', table: fromLine(piece.table, first), line };
  return piece.kind === 'heading'
    ? { kind: 'heading', level: piece.level, text: piece.text, line }
    : { kind: 'text', text: piece.text, line };
}

/** The same table with its lines counted from the first of the card. */
function fromLine<T extends MarkdownTable | TableRows>(table: T, first: number): T {
  return { ...table, rows: table.rows.map((row) => ({ ...row, line: first + row.line })) };
}
