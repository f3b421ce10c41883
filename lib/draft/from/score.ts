import { cut } from '../../evals/finding.ts';
import type { Score } from '../../evals/score.ts';
import { fileUrl, pullRequestUrl } from '../../evals/view/links.ts';
import type { EntryStart } from './evidence.ts';

/** The page of a model, which is the source of what its card says. */
const modelUrl = (repo: string) => `https://huggingface.co/${repo}`;

/**
 * An entry that begins with a row of the panel: a cell of the model card where the score stands in one, else what a
 * file or pull request says, with its own source.
 * @param commit head of main that the card was read at
 */
export function fromScore(score: Score, repo: string, commit?: string): EntryStart {
  const { dataset, task, revision, valueText, notes, date, dateIsDefault, source, origins } = score;
  const inCard = origins.find(({ cell }) => cell);
  const origin = inCard ?? origins[0];
  const cell = inCard?.cell;
  const place = origin && !cell ? fileUrl(repo, origin, undefined) : undefined;
  const from = cell ? { url: modelUrl(repo), name: 'Model Card' } : (source ?? (place ? { url: place } : undefined));
  return {
    dataset,
    task,
    ...(revision === undefined ? {} : { revision }),
    valueText,
    ...(notes ? { notes: cut(notes, 2000) } : {}),
    // The day of a commit is not the day of the measurement.
    ...(date === undefined || dateIsDefault ? {} : { date: date.slice(0, 10) }),
    ...(from ? { source: from } : {}),
    evidence: {
      kind: cell ? 'card' : 'report',
      ...(origin?.quote === undefined ? {} : { quote: origin.quote }),
      ...(origin?.line === undefined ? {} : { line: origin.line }),
      ...(cell
        ? {
            row: cut(cell.row, 500),
            column: cut(cell.column, 500),
            section: cell.section.slice(-5).map((heading) => cut(heading, 300)),
            footnotes: cell.footnotes.slice(0, 10).map((note) => cut(note, 500)),
            ...(cell.table === null ? {} : { table: cell.table }),
            ...(commit === undefined ? {} : { commit }),
          }
        : {
            ...(origin?.path === undefined ? {} : { file: origin.path }),
            ...(origin?.pullRequest === undefined
              ? {}
              : { stated: [['pull request', pullRequestUrl(repo, origin.pullRequest)]] as [string, string][] }),
          }),
    },
  };
}
