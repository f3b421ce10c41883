import type { Report } from '../report.ts';
import type { Say } from '../say.ts';
import { verdictJson } from '../view/report-json.ts';
import type { CompareRow, TwoModels } from './compare.ts';
import { permalinkOf } from './permalink.ts';

/** The compare table as JSON for scripts. What is not reported is null; sentences are in the reader's language. */
export function toCompareJson(
  models: readonly string[],
  rows: readonly CompareRow[],
  reports: readonly (Report | undefined)[],
  differing: readonly TwoModels[],
  say: Say,
) {
  return {
    models: models.map((id, column) => {
      const report = reports[column];
      return {
        id,
        at: report ? new Date(report.at).toISOString() : null,
        commit: report?.facts?.sha ?? null,
        gaps: report?.gaps.map(({ loader, reason, message }) => ({ loader, reason, message: say(message) })) ?? null,
      };
    }),
    rows: rows.map((row) => ({
      dataset: row.dataset,
      task: row.task,
      setup: row.setup,
      benchmark: row.benchmark ?? null,
      lowerIsBetter: row.lowerIsBetter,
      cells: row.cells.map((cell, column) => {
        const report = reports[column];
        if (!cell || !report) return null;
        return {
          standing: cell.standing,
          summary: say(cell.summary),
          scores: cell.scores.map(({ id, value, valueText, notes, date, verified, source, variant, ...score }) => ({
            id,
            value,
            valueText,
            notes: notes ?? null,
            date: date ?? null,
            verified,
            source: source ?? null,
            variant,
            interval: cell.dots.find((dot) => dot.score === id)?.interval ?? null,
            permalink: permalinkOf({ id, value, valueText, verified, variant, ...score }, report) ?? null,
          })),
          verdicts: cell.verdicts.map((verdict) => verdictJson(verdict, say)),
        };
      }),
    })),
    differences: differing.map(({ row, a, b, outcome, message, oneSided, items, ...measured }) => ({
      dataset: row.dataset,
      task: row.task,
      setup: row.setup,
      values: [a.valueText, b.valueText],
      outcome,
      text: say(message),
      oneSided: oneSided.map((phrase) => say(phrase)),
      n: items?.n ?? null,
      ...measured,
    })),
  };
}
