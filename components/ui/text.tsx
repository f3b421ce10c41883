import { visibleText } from '../../lib/evals/view/visible-text.ts';

/** Characters of a name, and of a longer text, that a row shows; the score's own evidence shows more. */
export const ROW_NAME = 100;
export const ROW_TEXT = 240;

/**
 * Text that somebody else wrote: its invisible and direction-turning characters shown, its direction kept to itself.
 * Nobody reads more than `most` characters of it, and laying out a hundred thousand would hold the page up.
 */
export function Foreign({ text, most = 2000 }: { text: string; most?: number }) {
  return <bdi className="cc-foreign">{visibleText(text, most)}</bdi>;
}
