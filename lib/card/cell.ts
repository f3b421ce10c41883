/** The text of one table cell, header, caption or note, whatever it was written in. */
export interface Cell {
  /** Never empty; `<br>` and block elements begin a new line. */
  lines: string[];
  /** Footnote marks that hang on it: `*`, `†`, `1`. */
  marks: string[];
  /** All of it is struck through. */
  struck: boolean;
  /** A header cell by its markup. */
  head: boolean;
  /** It stands here only because a cell beside or above spans this place. */
  spanned: boolean;
  /** It spans several columns. */
  wide: boolean;
}

export const EMPTY_CELL: Cell = { lines: [''], marks: [], struck: false, head: false, spanned: false, wide: false };

/** The cell's text on one line. */
export const textOf = (cell: Cell | undefined): string => cell?.lines.join(' ') ?? '';

/** Superscript digits that are a mark, not an exponent (`τ²`). */
const superscripts = /(?<![τΤ])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=$|[\s),.;:])/gu;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const trailing = /(?:\s*(?:[*†‡§¶]|\[\^[\w-]{1,20}\]|\[\d{1,2}\]|(?<=[\p{L}\p{N}.)%\s])#))+$/u;

/** Takes the footnote marks off a text: superscript digits, and asterisks, daggers and hashes at its end. */
export function takeMarks(text: string, marks: string[]): string {
  if (!/[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶\]#]/u.test(text)) return text;
  let rest = text.replace(superscripts, (digits) => {
    marks.push([...digits].map((digit) => DIGITS.indexOf(digit)).join(''));
    return '';
  });
  const end = trailing.exec(rest);
  if (end && end.index > 0) {
    marks.push(...Array.from(end[0].matchAll(/[*†‡§¶#]+|\[\^?([\w-]+)\]/gu), ([mark, name]) => name ?? mark));
    rest = rest.slice(0, end.index);
  }
  return rest.trim();
}

const squeeze = (text: string) => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** What a `<sup>` holds when it is a footnote's mark rather than text set small. */
export const isMark = (text: string): boolean =>
  /^[([]?(?:\d{1,2}|[*†‡§¶#]{1,3}|[a-z])(?:,\s?(?:\d{1,2}|[a-z*†‡]))*[)\]]?$/u.test(text);

/** Gathers text, line breaks and marks while markup is being read, and makes a {@link Cell} of them. */
export class CellText {
  readonly #lines: string[] = [''];
  readonly #marks: string[] = [];
  #sup: string | undefined;
  #supDepth = 0;
  #struck = 0;
  #struckText = '';
  #hidden = 0;
  #length = 0;
  readonly #limit: number;

  constructor(limit = 4000) {
    this.#limit = limit;
  }

  /** True once there was more text than a cell may hold. */
  get full(): boolean {
    return this.#length > this.#limit;
  }

  open(tag: string): void {
    if (tag === 'sup') {
      if (this.#supDepth++ === 0) this.#sup = '';
    } else if (tag === 'del' || tag === 's' || tag === 'strike') this.#struck++;
    else if (tag === 'script' || tag === 'style') this.#hidden++;
    else if (breaks.has(tag)) this.break();
    else if (tag === 'sub') this.text(' ');
  }

  close(tag: string): void {
    if (tag === 'sup') {
      if (this.#supDepth > 0 && --this.#supDepth === 0) this.#endSup();
    } else if (tag === 'del' || tag === 's' || tag === 'strike') this.#struck = Math.max(0, this.#struck - 1);
    else if (tag === 'script' || tag === 'style') this.#hidden = Math.max(0, this.#hidden - 1);
    else if (breaks.has(tag) && tag !== 'br') this.break();
  }

  text(text: string): void {
    if (this.#hidden > 0 || this.full) return;
    this.#length += text.length;
    if (this.#struck > 0) {
      this.#struckText += text;
      return;
    }
    if (this.#sup !== undefined) this.#sup += text;
    else this.#lines[this.#lines.length - 1] += text;
  }

  break(): void {
    if (this.full) return;
    if (this.#sup !== undefined) this.#sup += '\n';
    else if (this.#lines.at(-1)?.trim()) this.#lines.push('');
  }

  #endSup(): void {
    const text = this.#sup ?? '';
    this.#sup = undefined;
    // `τ<sup>2</sup>` is a name with an exponent.
    if (text.trim() === '2' && /[τΤ]$/.test(this.#lines.at(-1) ?? '')) {
      this.#lines[this.#lines.length - 1] += '²';
      return;
    }
    if (isMark(text.trim()) && this.#lines.some((line) => line.trim() !== '')) {
      this.#marks.push(
        ...text
          .trim()
          .replace(/[()[\]]/g, '')
          .split(/,\s?/),
      );
      return;
    }
    const [first = '', ...more] = text.split('\n');
    this.#lines[this.#lines.length - 1] += first;
    this.#lines.push(...more);
  }

  cell(head = false): Cell {
    if (this.#sup !== undefined) this.#endSup();
    const marks = [...this.#marks];
    const lines = this.#lines
      .map((line) => takeMarks(squeeze(line), marks))
      .filter((line, index) => line !== '' || index === 0);
    if (lines.length > 1 && lines[0] === '') lines.shift();
    // What is struck through counts only where there is nothing else.
    const struck = lines.every((line) => line === '') && this.#struckText.trim() !== '';
    return { lines: struck ? [squeeze(this.#struckText)] : lines, marks, struck, head, spanned: false, wide: false };
  }
}

const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'blockquote',
]);
