import { Parser } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Cell, CellText } from './cell.ts';

/** Inline markdown longer than this is read as it stands: the library takes time that grows with the square of it. */
const LONGEST = 1500;
/** Characters that can mean anything in inline markdown. */
const markup = /[\\*_`<&[\]!~^$|]|:\/\//;

/** Markup that is more than one pair of asterisks around all of it (`**84.0**`), or footnote asterisks at the end. */
const rich = /[\\_`<&[\]!~^$|]|:\/\/|^(?!(\*{1,3})[^\s*](?:[^*]*[^\s*])?\1$)(?![^*]+\*{1,3}$)/;
const simple = /^(\*{1,3})([^*]+)\1$/;

/** Reads inline markdown, and counts what it gives to the library, which is slow: about 3 characters a microsecond. */
export class InlineReader {
  readonly #memory = new Map<string, Cell>();
  #left: number;

  /** @param budget Characters that may go through the library; beyond it markup stays as text. */
  constructor(budget: number) {
    this.#left = budget;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }

  read(text: string): Cell {
    const known = this.#memory.get(text);
    if (known) return known;
    const cell = this.#read(text);
    this.#memory.set(text, cell);
    return cell;
  }

  #read(text: string): Cell {
    const into = new CellText();
    if (!markup.test(text)) into.text(text);
    else if (!rich.test(text)) into.text(simple.exec(text)?.[2] ?? text);
    else if (text.length > LONGEST || this.#left < 0) into.text(text.slice(0, LONGEST).replace(/[*_`\\]/g, ''));
    else {
      this.#left -= text.length;
      const html = new Parser(
        { onopentag: (tag) => into.open(tag), onclosetag: (tag) => into.close(tag), ontext: (data) => into.text(data) },
        { decodeEntities: true },
      );
      gather(fromMarkdown(text, options), into, html);
      html.end();
    }
    return into.cell();
  }
}

/** Cells and lines are inline text: what looks like a list, heading, quote or code block is none. */
const options = {
  extensions: [
    {
      disable: {
        null: [
          'list',
          'headingAtx',
          'setextUnderline',
          'thematicBreak',
          'blockQuote',
          'codeIndented',
          'codeFenced',
          'definition',
          'htmlFlow',
        ],
      },
    },
  ],
};

type Root = ReturnType<typeof fromMarkdown>;

function gather(node: Root | Root['children'][number], into: CellText, html: Parser): void {
  if (node.type === 'text') into.text(node.value);
  else if (node.type === 'inlineCode') into.text(node.value);
  else if (node.type === 'html') html.write(node.value);
  else if (node.type === 'break') into.break();
  else if ('children' in node) for (const child of node.children) gather(child, into, html);
}
