import { visibleText } from '../../lib/evals/view/visible-text.ts';

/** Text that somebody else wrote: its invisible and direction-turning characters shown, its direction kept to itself. */
export function Foreign({ text }: { text: string }) {
  return <bdi className="cc-foreign">{visibleText(text)}</bdi>;
}
