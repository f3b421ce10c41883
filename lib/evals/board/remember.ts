import type { Group, Report } from '../report.ts';
import type { Score } from '../score.ts';
import type { BoardRow, HiddenEntry, RowMemory } from './board.ts';

/**
 * Carries over to a board what stored reports of models say of its benchmark and task: conflicts, dates, and entries that
 * the board does not show because it keeps one of each model. As far as is known: models without a stored report have
 * none of it.
 */
export function remember(
  rows: BoardRow[],
  dataset: string,
  task: string | undefined,
  reports: readonly Report[],
): { remembered: number; absent: HiddenEntry[] } {
  const absent: HiddenEntry[] = [];
  let remembered = 0;
  let byModel: Map<string, BoardRow> | undefined;
  for (const report of reports) {
    const group = report.groups.find(
      (one) => one.dataset.toLowerCase() === dataset.toLowerCase() && one.task === task && one.scores.length > 0,
    );
    if (!group) continue;
    remembered++;
    // Few boards have a model whose report is stored: thousands of rows are not listed for nothing.
    byModel ??= new Map(rows.map((row) => [row.modelId.toLowerCase(), row]));
    const row = byModel.get(report.repo.toLowerCase());
    if (row) row.memory = memoryOf(row, group, report);
    else absent.push(...group.scores.flatMap((score) => entryOf(report.repo, score)));
  }
  return { remembered, absent };
}

function memoryOf(row: BoardRow, { scores, standing, summary }: Group, { repo, at }: Report): RowMemory {
  const shown = scores.find((score) => isShown(score, row));
  return {
    at,
    standing,
    summary,
    ...(shown?.date !== undefined && { date: shown.date }),
    ...(shown?.dateIsDefault && { dateIsDefault: true }),
    hidden: scores.filter((score) => score !== shown).flatMap((score) => entryOf(repo, score)),
  };
}

/** The very entry that a row shows: the same value at the same place. */
function isShown({ value, notes, origins }: Score, row: BoardRow): boolean {
  return (
    value === row.value &&
    (notes ?? '') === (row.notes ?? '') &&
    origins.some(({ path, pullRequest }) => path === row.filename && pullRequest === row.pullRequest)
  );
}

/** A results file's entry; what only the card states was never up for the board. */
function entryOf(modelId: string, { value, valueText, variant, origins }: Score): HiddenEntry[] {
  const origin = origins.find(({ kind }) => kind === 'main' || kind === 'pull-request');
  if (!origin) return [];
  return [
    {
      modelId,
      value,
      valueText,
      variant,
      ...(origin.pullRequest !== undefined && { pullRequest: origin.pullRequest }),
      ...(origin.path !== undefined && { path: origin.path }),
    },
  ];
}
