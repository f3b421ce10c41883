import type { EntryStart } from '../../messaging/draft-messages.ts';
import type { Score } from '../score.ts';
import { isFromCard } from './from-card.ts';

/** As much of a text as a draft keeps of it; a card may hold anything. */
const cut = (text: string, most = 4_000) => text.slice(0, most);

/** What a draft begins with when a score is taken as it stands: its fields, and where each was read. */
export function draftStart(score: Score, repo: string, mainSha: string | undefined): EntryStart {
  const { dataset, task, revision, valueText, notes, date, dateIsDefault, source } = score;
  const [origin] = score.origins;
  const cell = score.origins.find((one) => one.cell)?.cell;
  const fromCard = isFromCard(score);
  const evidence: EntryStart['evidence'] = {
    kind: fromCard ? 'card' : 'report',
    ...(origin?.quote && { quote: cut(origin.quote) }),
    ...(origin?.line && { line: origin.line }),
    ...(mainSha && origin?.kind !== 'pull-request' && { commit: mainSha }),
    ...(fromCard &&
      cell && {
        row: cut(cell.row),
        column: cut(cell.column),
        section: cell.section.slice(0, 20).map((heading) => cut(heading, 500)),
        footnotes: cell.footnotes.slice(0, 50).map((note) => cut(note)),
        ...(cell.table && { table: cell.table }),
      }),
  };
  const ofCard = { url: `https://huggingface.co/${repo}`, name: 'Model Card' };
  return {
    dataset,
    task,
    valueText,
    ...(revision !== undefined && { revision }),
    ...(notes !== undefined && { notes: cut(notes) }),
    // A day that the Hub filled in is nobody's day of measurement.
    ...(date !== undefined && !dateIsDefault && { date }),
    ...(fromCard ? { source: ofCard } : source && { source }),
    evidence,
  };
}
