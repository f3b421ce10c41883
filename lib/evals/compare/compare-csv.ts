import type { Report } from '../report.ts';
import type { Say } from '../say.ts';
import { toCsv } from '../view/csv.ts';
import { originText } from '../view/origin-text.ts';
import type { CompareRow } from './compare.ts';
import { setupWords } from './compare-rows.ts';
import { permalinkOf } from './permalink.ts';

const COLUMNS = [
  'dataset',
  'task',
  'model',
  'value',
  'value_as_written',
  'setup',
  'notes',
  'date',
  'verified',
  'source_name',
  'source_url',
  'origins',
  'standing',
  'permalink',
  'permalink_is_pinned',
] as const;

/** The compare table as CSV, one row a score, benchmark by benchmark; a model of which nothing is reported has no row. */
export function compareCsv(rows: readonly CompareRow[], reports: readonly (Report | undefined)[], say: Say): string {
  const lines = rows.flatMap(({ dataset, task, cells }) =>
    cells.flatMap((cell, column) => {
      const report = reports[column];
      if (!cell || !report) return [];
      return cell.scores.map((score) => {
        const link = permalinkOf(score, report);
        return {
          dataset,
          task,
          model: report.repo,
          value: score.value,
          value_as_written: score.valueText,
          setup: setupWords(score),
          notes: score.notes,
          date: score.date,
          verified: score.verified,
          source_name: score.source?.name,
          source_url: score.source?.url,
          origins: score.origins.map((origin) => originText(origin, say)).join('; '),
          standing: cell.standing,
          permalink: link?.url,
          permalink_is_pinned: link?.pinned,
        };
      });
    }),
  );
  return toCsv(COLUMNS, lines);
}
