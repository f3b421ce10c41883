import { Tokenizer } from 'htmlparser2';

/** What is heard of HTML while it is read: its tags and texts, in order. */
export interface HtmlEvents {
  /** Names in lower case; attributes as written, references in them unread. */
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  close(tag: string): void;
  text(text: string): void;
}

/**
 * The tokenizer of an HTML parser without its tree: which elements an end tag closes on the way matters to nobody here,
 * who hears of cells and rows alone. The tree would be 3 kB of the background, and its time grows with the square of
 * the depth. Character references stay as written, for {@link decodeReferences}.
 */
export class HtmlReader {
  readonly #tokenizer: Tokenizer;
  /** What was written and may still be asked for, with the place where each piece begins. */
  #pieces: { at: number; text: string }[] = [];
  #written = 0;
  /** The end of what was heard last. */
  #heard = 0;

  constructor({ open, close, text }: HtmlEvents) {
    let tag = '';
    let name = '';
    let value = '';
    let attributes: Record<string, string> = {};
    const ends = () => open(tag, attributes);
    const nothing = () => undefined;
    this.#tokenizer = new Tokenizer(
      { decodeEntities: false },
      {
        onopentagname: (from, to) => {
          tag = this.#take(from, to).toLowerCase();
          attributes = {};
        },
        onattribname: (from, to) => {
          name = this.#take(from, to).toLowerCase();
          value = '';
        },
        onattribdata: (from, to) => {
          value += this.#take(from, to);
        },
        onattribend: () => {
          // Of two with one name the first counts.
          if (!Object.hasOwn(attributes, name)) attributes[name] = value;
        },
        onopentagend: ends,
        onselfclosingtag: ends,
        onclosetag: (from, to) => close(this.#take(from, to).toLowerCase()),
        // Of an end tag that the text ends in, the library makes a text that begins anywhere.
        ontext: (from, to) => text(this.#take(Math.max(from, this.#heard), to)),
        onattribentity: nothing,
        ontextentity: nothing,
        oncdata: nothing,
        oncomment: nothing,
        ondeclaration: nothing,
        onprocessinginstruction: nothing,
        onend: nothing,
      },
    );
  }

  write(text: string): void {
    this.#pieces.push({ at: this.#written, text });
    this.#written += text.length;
    this.#tokenizer.write(text);
  }

  end(): void {
    this.#tokenizer.end();
  }

  /** The text between two places; what lies before them is not asked for again. */
  #take(from: number, to: number): string {
    this.#heard = to;
    const done = this.#pieces.findIndex(({ at, text }) => at + text.length > from);
    if (done > 0) this.#pieces.splice(0, done);
    return this.#pieces.map(({ at, text }) => text.slice(Math.max(0, from - at), Math.max(0, to - at))).join('');
  }
}
