import type { Report } from '../evals/report.ts';
import type { Score } from '../evals/score.ts';
import type { EntryStart } from '../messaging/draft-messages.ts';

/** As much of a text as a draft keeps of it; a card may hold anything. */
const cut = (text: string, most = 4_000) => text.slice(0, most);

/** What a draft begins with that claims a score of the card, the cell as its evidence; undefined for a score of elsewhere. */
export function cardStart(score: Score, { repo, facts }: Pick<Report, 'repo' | 'facts'>): EntryStart | undefined {
  const origin = score.origins.find(({ cell }) => cell);
  if (!origin?.cell) return undefined;
  const { dataset, task, revision, valueText, notes } = score;
  const { section, table, row, column, footnotes } = origin.cell;
  return {
    dataset,
    task,
    valueText,
    ...(revision !== undefined && { revision }),
    ...(notes !== undefined && { notes: cut(notes) }),
    source: { url: `https://huggingface.co/${repo}`, name: 'Model Card' },
    evidence: {
      kind: 'card',
      ...(origin.quote !== undefined && { quote: cut(origin.quote) }),
      ...(table !== null && { table }),
      row: cut(row),
      column: cut(column),
      section: section.slice(0, 20).map((heading) => cut(heading, 500)),
      footnotes: footnotes.slice(0, 50).map((note) => cut(note)),
      ...(origin.line !== undefined && { line: origin.line }),
      ...(facts?.sha !== undefined && { commit: facts.sha }),
    },
  };
}
