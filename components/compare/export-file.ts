import type { CompareRow, TwoModels } from '../../lib/evals/compare/compare.ts';
import { compareBibtex } from '../../lib/evals/compare/compare-bibtex.ts';
import { compareCsv } from '../../lib/evals/compare/compare-csv.ts';
import { toCompareJson } from '../../lib/evals/compare/compare-json.ts';
import { compareMarkdown } from '../../lib/evals/compare/compare-markdown.ts';
import type { Report } from '../../lib/evals/report.ts';
import type { Say } from '../../lib/evals/say.ts';
import type { ExportFormat } from './compare-state.ts';

interface Table {
  models: readonly string[];
  rows: readonly CompareRow[];
  reports: readonly (Report | undefined)[];
  differing: readonly TwoModels[];
  say: Say;
}

/** The compare table as a file of the reader's choice. */
export function exportFile(format: ExportFormat, { models, rows, reports, differing, say }: Table) {
  const files = {
    csv: () => ({ name: 'crosscheck.csv', type: 'text/csv', text: compareCsv(rows, reports, say) }),
    markdown: () => ({
      name: 'crosscheck.md',
      type: 'text/markdown',
      text: compareMarkdown(models, rows, reports, say),
    }),
    json: () => ({
      name: 'crosscheck.json',
      type: 'application/json',
      text: `${JSON.stringify(toCompareJson(models, rows, reports, differing, say), null, 2)}\n`,
    }),
    bibtex: () => ({ name: 'crosscheck.bib', type: 'application/x-bibtex', text: compareBibtex(rows, reports) }),
  };
  return files[format]();
}
