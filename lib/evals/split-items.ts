/** A stretch of a text that looks like one item of its outermost list, or like something that has no place there. */
export interface TextItem {
  kind: 'item' | 'stray';
  /** Column of its dash, from 0. */
  column: number;
  text: string;
  /** 1-based line that it begins on. */
  line: number;
  /** Offset of its first character. */
  offset: number;
}

/** A line with content: its indentation, and the dash of a list item. Not blank, not a comment, directive or marker. */
const CONTENT = /^( *)(?![ \t\r]*(?:#|$))(?!%|(?:---|\.\.\.)\s*$)(-(?=[ \t\r]|$)|\t)?/;
const MARKER = /^(?:---|\.\.\.)\s*$/;
/** What is indented further than this belongs to whatever is open. */
const MAX_INDENT = 200;
/** Lines between two pauses; about a millisecond. */
const SLICE = 1000;

/**
 * Cuts a text apart at the items of its outermost block list, so that each can be read by itself. Safe because no
 * item's content may stand at its dash's column or left of it: quotes, brackets and block scalars that were left open
 * end there as well. A text with no such list has no items. Pauses (`yield`) about every millisecond.
 */
export function* splitItems(text: string): Generator<undefined, TextItem[]> {
  const items: TextItem[] = [];
  let column: number | undefined;
  let open: Omit<TextItem, 'text'> | undefined;
  let line = 0;
  const close = (end: number) => {
    if (open) items.push({ ...open, text: text.slice(open.offset, end) });
    open = undefined;
  };
  for (let offset = 0; offset < text.length; ) {
    if (++line % SLICE === 0) yield;
    const newline = text.indexOf('\n', offset);
    const end = newline === -1 ? text.length : newline + 1;
    const head = text.slice(offset, Math.min(newline === -1 ? end : newline, offset + MAX_INDENT));
    const [, spaces, sign] = CONTENT.exec(head) ?? [];
    if (spaces !== undefined) {
      const dash = sign === '-';
      if (dash && spaces.length <= (column ?? Number.POSITIVE_INFINITY)) column = spaces.length;
      // A tab is never an item's own indentation, but may stand inside a text that goes over several lines.
      if (column === undefined || sign === '\t' ? !open : spaces.length <= column) {
        close(offset);
        open = { kind: dash ? 'item' : 'stray', column: spaces.length, line, offset };
      }
    } else if (MARKER.test(head)) close(offset);
    offset = end;
  }
  close(text.length);
  return column === undefined ? [] : items;
}

/**
 * Whether a text is a block list that {@link splitItems} cuts exactly where YAML does, and whose items know nothing of
 * one another: no anchors, no directives, no further documents.
 */
export function isPlainList(text: string, [first]: readonly TextItem[]): boolean {
  return first?.kind === 'item' && !/(?:^|[\s[{,:])[&*][^\s,[\]{}]/.test(text) && !/^%|\n(?:---|\.\.\.|%)/.test(text);
}
