import type { Report } from '../report.ts';
import type { Score } from '../score.ts';
import type { CompareRow } from './compare.ts';
import { setupWords } from './compare-rows.ts';
import { permalinkOf } from './permalink.ts';

/** One `@misc` for each score: who states which value of which model, and the link to the commit where it stands. */
export function compareBibtex(rows: readonly CompareRow[], reports: readonly (Report | undefined)[]): string {
  const used = new Map<string, number>();
  const entries = rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      const report = reports[column];
      return report ? (cell?.scores ?? []).map((score) => entry(row, score, report, used)) : [];
    }),
  );
  return `${entries.join('\n\n')}\n`;
}

function entry(row: CompareRow, score: Score, report: Report, used: Map<string, number>): string {
  const { repo } = report;
  const { source, valueText, date } = score;
  const link = permalinkOf(score, report)?.url ?? `https://huggingface.co/${repo}`;
  const setup = setupWords(score);
  const year = /^\d{4}/.exec(date ?? '')?.[0];
  const fields: [string, string | undefined][] = [
    ['title', texText(`${repo}: ${row.name} (${row.task})`)],
    ['author', `{${texText(source?.org ?? source?.user ?? repo.split('/')[0] ?? repo)}}`],
    ['year', year],
    ['date', date && /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : undefined],
    ['howpublished', `\\url{${link}}`],
    ['note', texText([valueText, setup, source?.name].filter(Boolean).join('; '))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${keyOf(repo, row, used)},\n${lines.join(',\n')}\n}`;
}

/** A key of letters, digits and hyphens, numbered where several scores would have the same. */
function keyOf(repo: string, { name, task }: CompareRow, used: Map<string, number>): string {
  const base = `${repo}-${name}-${task}`
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX prints as it was written; what would end a field or start a command does neither. */
function texText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\~^]|[{}$&%#_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}
