import type { EntryStart } from '../../messaging/draft-messages.ts';
import { cut } from '../finding.ts';
import type { Score } from '../score.ts';
import { pullRequestUrl } from './links.ts';

/** As much of a text, and of a short one, as a draft keeps; a card may hold anything. */
const LONG = 4_000;
const SHORT = 500;

/**
 * What a draft begins with when a score is taken as it stands: its fields, and where each was read. A figure of the
 * model card has the card as its source; a row that names no source begins without one, because the file that it stands
 * in is no evidence for itself.
 * @param mainSha head of main that the report was read at
 */
export function draftStart(score: Score, repo: string, mainSha: string | undefined): EntryStart {
  const { dataset, task, revision, valueText, notes, date, dateIsDefault, source, origins } = score;
  const origin = origins.find((one) => one.cell) ?? origins[0];
  const { kind, cell, quote, line, path, pullRequest } = origin ?? {};
  const from = cell ? { url: `https://huggingface.co/${repo}`, name: 'Model Card' } : source;
  return {
    dataset,
    task,
    valueText,
    ...(revision !== undefined && { revision }),
    ...(notes && { notes: cut(notes, LONG) }),
    // A day that the Hub filled in is nobody's day of measurement.
    ...(date !== undefined && !dateIsDefault && { date: date.slice(0, 10) }),
    ...(from && { source: from }),
    evidence: {
      kind: cell ? 'card' : 'report',
      ...(quote && { quote: cut(quote, LONG) }),
      ...(line && { line }),
      ...(mainSha && (cell || kind === 'main') && { commit: mainSha }),
      ...(!cell && path && { file: cut(path, SHORT) }),
      ...(pullRequest && { stated: [['pull request', pullRequestUrl(repo, pullRequest)]] }),
      ...(cell && {
        row: cut(cell.row, LONG),
        column: cut(cell.column, LONG),
        section: cell.section.slice(-20).map((heading) => cut(heading, SHORT)),
        footnotes: cell.footnotes.slice(0, 50).map((note) => cut(note, LONG)),
        ...(cell.table && { table: cell.table }),
      }),
    },
  };
}
