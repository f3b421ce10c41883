import type { Block } from './blocks.ts';
import { textOf } from './cell.ts';
import type { InlineReader } from './inline-text.ts';

/** What stands around a table and says what its figures are. */
export interface Surroundings {
  /** Headings above, from the outermost on. */
  section: string[];
  /** The text directly above, nearest first. */
  above: string[];
  /** Remarks below, as far as the section goes. */
  below: string[];
  /** Whether the table is said to be of base or of instruct models. */
  kind: 'base' | 'instruct' | '';
  /** The mode that a heading gives to all of the table: `Non-Reasoning Mode`; empty for none. */
  mode: string;
}

const MAX_NOTES = 60;
/** Blocks that are looked at around one table. */
const REACH = 150;

/** Walks through a card's blocks and knows the headings above the one it stands at. */
export class Section {
  #headings: { level: number; text: string }[] = [];

  pass(block: Block): void {
    if (block.kind !== 'heading') return;
    this.#headings = [
      ...this.#headings.filter(({ level }) => level < block.level),
      { level: block.level, text: block.text },
    ];
  }

  get level(): number {
    return this.#headings.at(-1)?.level ?? 6;
  }

  texts(): string[] {
    return this.#headings.map(({ text }) => text);
  }
}

/** Reads what stands around the table at an index. */
export function surroundingsOf(
  blocks: readonly Block[],
  index: number,
  under: Section,
  caption: string,
  inline: InlineReader,
): Surroundings {
  const words = (text: string) =>
    text
      .slice(0, 1500)
      .split('\n')
      .map((line) => textOf(inline.read(line.replace(/^(?:[-*+]|\d+[.)])\s+/, ''))))
      .join(' ');
  const section = under.texts().map(words);
  const above: string[] = [];
  for (let at = index - 1; at >= 0 && above.length < 3; at--) {
    const block = blocks[at];
    if (block?.kind !== 'text') break;
    above.push(words(block.text));
  }
  return {
    section,
    above: caption === '' ? above : [caption, ...above],
    below: notesBelow(blocks, index, under.level, words),
    kind: kindOf(caption, above, section),
    mode: modeOf([caption, ...[...section].reverse()]),
  };
}

/** Notes come below the table, and below further tables of the same section; a heading that says so may stand above them. */
function notesBelow(blocks: readonly Block[], index: number, level: number, words: (text: string) => string): string[] {
  const notes: string[] = [];
  for (let at = index + 1; at < blocks.length && at < index + REACH && notes.length < MAX_NOTES; at++) {
    const block = blocks[at];
    if (
      block?.kind === 'heading' &&
      block.level <= level &&
      !/note|method|detail|setting|footnote|remark/i.test(block.text)
    )
      break;
    if (block?.kind === 'text') for (const line of block.text.split('\n')) notes.push(words(line));
  }
  return notes;
}

/** The nearest of the texts that names a mode, and only one. */
function modeOf(texts: readonly string[]): string {
  for (const text of texts.slice(0, 3)) {
    const modes = text.match(/(?:\bnon[- ]?)?\b(?:thinking|reasoning)[- ]mode\b/gi);
    if (modes) return modes.length === 1 ? (modes[0] ?? '') : '';
  }
  return '';
}

const base = /\b(?:base|pre-?trained|pre-?train(?:ing)?|foundation)\b/i;
const instruct =
  /\b(?:instruct(?:ion)?(?:[- ]?(?:tuned|following))?|chat|post-?train(?:ed|ing)?|aligned|fine-?tuned|RLHF)\b/i;

/** Base or instruct: the nearest words that say one of the two and not the other. */
function kindOf(caption: string, above: readonly string[], section: readonly string[]): Surroundings['kind'] {
  const texts = [
    caption,
    ...above.filter(
      (text) =>
        base.test(text) &&
        /\b(?:base|pre-?trained)\s+models?\b/i.test(text) &&
        /evaluat|benchmark|result|perform|report|compar/i.test(text),
    ),
    ...[...section].reverse(),
  ];
  for (const text of texts) {
    const [isBase, isInstruct] = [base.test(text), instruct.test(text)];
    if (isBase !== isInstruct) return isBase ? 'base' : 'instruct';
  }
  return '';
}
