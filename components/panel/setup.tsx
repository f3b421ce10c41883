import type { Score } from '../../lib/evals/score.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';

/**
 * What the entry's author says of the setup, in the author's words: notes are part of a score's identity, and what we
 * read out of them is our inference. Words that were found elsewhere (path, source) follow.
 */
export function Setup({ score }: { score: Score }) {
  const say = useSay();
  const elsewhere = score.variant.tags.filter(({ from }) => from !== 'notes').map(({ quote }) => quote);
  const words = [score.notes, ...new Set(elsewhere)].filter((text): text is string => Boolean(text?.trim()));
  if (words.length === 0) return <span className="cc-meta">{say('panelNoSetup')}</span>;
  return <Foreign text={words.join(' · ')} most={ROW_TEXT} />;
}
