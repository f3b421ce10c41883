import type { Report } from '../report.ts';
import type { Say } from '../say.ts';
import { datasetUrl } from '../view/links.ts';
import { plain } from '../view/markdown.ts';
import type { CompareCell, CompareRow } from './compare.ts';
import { setupWords } from './compare-rows.ts';
import { permalinkOf } from './permalink.ts';

/** The compare table in Markdown: every value as written, with its setup, and a link to where it stands. */
export function compareMarkdown(
  models: readonly string[],
  rows: readonly CompareRow[],
  reports: readonly (Report | undefined)[],
  say: Say,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => {
    const url = datasetUrl(row.dataset);
    const name = url ? `[${plain(row.name)}](${url})` : plain(row.name);
    const head = [name, plain(row.task), row.setup ? plain(row.setup) : ''].filter(Boolean).join(' · ');
    return line([head, ...row.cells.map((cell, column) => cellOf(cell, reports[column], say))]);
  });
  return [
    line([say('compareBenchmark'), ...models.map((id) => `[${plain(id)}](https://huggingface.co/${id})`)]),
    line(['---', ...models.map(() => '---:')]),
    ...body,
    '',
  ].join('\n');
}

function cellOf(cell: CompareCell | null, report: Report | undefined, say: Say): string {
  if (!cell || !report) return '–';
  const values = cell.scores.map((score) => {
    const link = permalinkOf(score, report);
    const value = link ? `[${plain(score.valueText)}](<${link.url}>)` : plain(score.valueText);
    const setup = setupWords(score);
    return setup ? `${value} (${plain(setup)})` : value;
  });
  const conflict = cell.standing === 'agree' || cell.standing === 'single' ? [] : [plain(say(cell.summary))];
  return [...values, ...conflict].join('<br>');
}
