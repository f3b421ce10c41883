import type { Block } from './blocks.ts';
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
}

const MAX_NOTES = 60;

/** Reads what stands around the block at an index. */
export function surroundingsOf(
  blocks: readonly Block[],
  index: number,
  caption: string,
  inline: InlineReader,
): Surroundings {
  const words = (text: string) =>
    text
      .slice(0, 1500)
      .split('\n')
      .map((line) => inline.read(line.replace(/^(?:[-*+]|\d+[.)])\s+/, '')).lines.join(' '))
      .join(' ');
  const section: string[] = [];
  let level = 7;
  const above: string[] = [];
  let near = true;
  for (let at = index - 1; at >= 0 && level > 1; at--) {
    const block = blocks[at];
    if (block?.kind === 'heading' && block.level < level) {
      section.unshift(words(block.text));
      level = block.level;
      near = false;
    } else if (block?.kind === 'text' && near && above.length < 3) above.push(words(block.text));
    else if (block?.kind === 'table') near = false;
  }
  return {
    section,
    above: caption === '' ? above : [caption, ...above],
    below: notesBelow(blocks, index, words),
    kind: kindOf(caption, above, section),
  };
}

/** Notes come below the table, and below further tables of the same section; a heading that says so may stand above them. */
function notesBelow(blocks: readonly Block[], index: number, words: (text: string) => string): string[] {
  const notes: string[] = [];
  let own: number | undefined;
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block?.kind === 'heading') {
      own = block.level;
      break;
    }
  }
  for (let at = index + 1; at < blocks.length && notes.length < MAX_NOTES; at++) {
    const block = blocks[at];
    if (
      block?.kind === 'heading' &&
      !/note|method|detail|setting|footnote|remark/i.test(block.text) &&
      block.level <= (own ?? 6)
    )
      break;
    if (block?.kind === 'text') for (const line of block.text.split('\n')) notes.push(words(line));
  }
  return notes;
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
