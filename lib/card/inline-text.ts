import { type Cell, CellText } from './cell.ts';
import { HtmlReader } from './html-reader.ts';
import { inlineTokens } from './inline-tokens.ts';

/** Inline markdown longer than this is cut: it is no label, no figure and no note. */
const LONGEST = 1500;
/** Characters that can mean anything in inline markdown. */
const markup = /[\\*_`<&[~]/;

/** Reads inline markdown, and counts what has markup in it: two megabytes of that would take half a second. */
export class InlineReader {
  readonly #memory = new Map<string, Cell>();
  #left: number;

  /** @param budget Characters of text with markup that are read as such; beyond it the markup is taken off roughly. */
  constructor(budget: number) {
    this.#left = budget;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }

  read(text: string): Cell {
    const known = this.#memory.get(text);
    if (known) return known;
    const cell = this.#read(text.slice(0, LONGEST));
    this.#memory.set(text, cell);
    return cell;
  }

  #read(text: string): Cell {
    const into = new CellText();
    if (!markup.test(text)) into.text(text);
    else if (this.#left < 0) into.text(text.replace(/[*_`\\]/g, ''));
    else {
      this.#left -= text.length;
      gather(text, into);
    }
    return into.cell();
  }
}

function gather(text: string, into: CellText): void {
  let html: HtmlReader | undefined;
  for (const token of inlineTokens(text)) {
    if (token.kind === 'text') into.text(token.text);
    else if (token.kind === 'delimiter') into.text(token.mark.repeat(token.left));
    else if (token.kind === 'struck') {
      if (token.open) into.open('del');
      else into.close('del');
    } else {
      html ??= new HtmlReader({
        open: (tag) => into.open(tag),
        close: (tag) => into.close(tag),
        text: (data) => into.text(data),
      });
      html.write(token.text);
    }
  }
  html?.end();
}
