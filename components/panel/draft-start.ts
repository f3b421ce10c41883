import type { Score } from '../../lib/evals/score.ts';
import { isFromCard } from '../../lib/evals/view/from-card.ts';
import type { EntryStart } from '../../lib/messaging/draft-messages.ts';

/** What a draft begins with when a score is taken as it stands: its fields, and where each was read. */
export function draftStart(score: Score, repo: string, mainSha: string | undefined): EntryStart {
  const { dataset, task, revision, valueText, notes, date, dateIsDefault, source } = score;
  const [origin] = score.origins;
  const cell = score.origins.find((one) => one.cell)?.cell;
  const fromCard = isFromCard(score);
  const evidence: EntryStart['evidence'] = {
    kind: fromCard ? 'card' : 'report',
    ...(origin?.quote && { quote: origin.quote }),
    ...(origin?.line && { line: origin.line }),
    ...(mainSha && origin?.kind !== 'pull-request' && { commit: mainSha }),
    ...(fromCard &&
      cell && {
        row: cell.row,
        column: cell.column,
        section: cell.section,
        footnotes: cell.footnotes,
        ...(cell.table && { table: cell.table }),
      }),
  };
  const ofCard = { url: `https://huggingface.co/${repo}`, name: 'Model Card' };
  return {
    dataset,
    task,
    valueText,
    ...(revision !== undefined && { revision }),
    ...(notes !== undefined && { notes }),
    // A day that the Hub filled in is nobody's day of measurement.
    ...(date !== undefined && !dateIsDefault && { date }),
    ...(fromCard ? { source: ofCard } : source && { source }),
    evidence,
  };
}
