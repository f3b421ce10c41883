import type { Score } from '../../lib/evals/score.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';

/** The notes, then what was found elsewhere (path, source, the card's row and footnotes) and does not stand in them. */
export function setupWords({ notes = '', variant }: Score): string {
  const elsewhere = variant.tags.filter(({ from, quote }) => from !== 'notes' && !notes.includes(quote));
  return [notes, ...new Set(elsewhere.map(({ quote }) => quote))].filter((text) => text.trim()).join(' · ');
}

/**
 * What the entry's author says of the setup, in the author's words: notes are part of a score's identity, and what we
 * read out of them is our inference. Words that were found elsewhere (path, source) follow.
 */
export function Setup({ score }: { score: Score }) {
  const say = useSay();
  const words = setupWords(score);
  if (!words) return <span className="cc-meta">{say('panelNoSetup')}</span>;
  return <Foreign text={words} most={ROW_TEXT} />;
}
