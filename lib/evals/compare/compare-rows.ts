import { lookupBenchmark } from '../benchmarks/index.ts';
import { dotOf } from '../checks/explain.ts';
import { judgeGroup } from '../checks/index.ts';
import { makeSide } from '../checks/side.ts';
import { tagWords } from '../checks/words.ts';
import type { Group, Report } from '../report.ts';
import type { Score } from '../score.ts';
import { standingOf } from '../standing.ts';
import type { CompareCell, CompareRow } from './compare.ts';

/** Above this many scores of one model on one row a plot would be a smear; the cell still has them all. */
const MOST_DOTS = 40;

/**
 * Lines up the reports of several models by benchmark and task. Benchmarks that the Hub ranks come first, then those
 * that most models have.
 * @param reports in the order of the columns; undefined for a model that is still being read
 * @param bySetup one row for each setup of a task, as far as the setups were understood
 */
export function compareRows(reports: readonly (Report | undefined)[], bySetup = false): CompareRow[] {
  const rows = new Map<string, CompareRow>();
  for (const [column, report] of reports.entries()) {
    for (const group of report?.groups ?? []) {
      for (const { setup, part } of bySetup ? partsOf(group) : [{ setup: null, part: group }]) {
        const key = JSON.stringify([group.dataset.toLowerCase(), group.task, setup]);
        const row = rows.get(key) ?? newRow(key, group, setup, reports.length);
        rows.set(key, row);
        // Two spellings of one dataset are two groups of a report, and one row here.
        row.cells[column] = cellOf(joined(row.cells[column], part, report?.repo));
      }
    }
  }
  const weight = (row: CompareRow) => [Number(row.benchmark?.official ?? false), reportedBy(row)];
  return [...rows.values()].sort((a, b) => {
    const [x, y] = [weight(a), weight(b)];
    const heavier = y.map((part, index) => part - (x[index] ?? 0)).find((difference) => difference !== 0);
    if (!bySetup && heavier !== undefined) return heavier;
    return a.name.localeCompare(b.name, 'en') || a.task.localeCompare(b.task, 'en') || (heavier ?? 0);
  });
}

/** How many models have anything on a row. */
export const reportedBy = ({ cells }: CompareRow): number => cells.filter(Boolean).length;

function newRow(key: string, { dataset, task, benchmark }: Group, setup: string | null, columns: number): CompareRow {
  return {
    key,
    dataset,
    task,
    name: benchmark?.name ?? dataset,
    ...(benchmark && { benchmark }),
    lowerIsBetter: lookupBenchmark(dataset)?.lowerIsBetter ?? false,
    setup,
    cells: Array.from({ length: columns }, () => null),
  };
}

type Part = Pick<Group, 'scores' | 'verdicts' | 'standing' | 'summary'>;

function joined(known: CompareCell | null | undefined, part: Part, repo: string | undefined): Part {
  if (!known) return part;
  const scores = [...known.scores, ...part.scores];
  const verdicts = judgeGroup(scores, { repo });
  return { scores, verdicts, ...standingOf(scores, verdicts) };
}

function cellOf({ scores, verdicts, standing, summary }: Part): CompareCell {
  const ordered = scores.toSorted((a, b) => a.value - b.value);
  const [low, high] = [ordered[0], ordered.at(-1)];
  const several = low !== undefined && high !== undefined && low.value !== high.value;
  return {
    scores,
    verdicts,
    standing,
    summary,
    spread: several ? { low, high } : null,
    dots: scores.slice(0, MOST_DOTS).map((score) => dotOf(makeSide(score, undefined), false)),
  };
}

/** The words of a score's setup in one order; empty where nothing was said, or nothing was understood. */
export function setupWords({ variant }: Pick<Score, 'variant'>): string {
  const tags = variant.tags.filter(({ kind }) => kind !== 'model' && kind !== 'items');
  const said = tags.map((tag) => tagWords([tag])).sort((a, b) => a.localeCompare(b, 'en'));
  return [...new Set(said)].join(' · ');
}

/** A group in parts of one setup each, every part judged by the verdicts between its own scores. */
function partsOf(group: Group): { setup: string; part: Part }[] {
  const bySetup = new Map<string, Score[]>();
  for (const score of group.scores) {
    const tags = score.variant.tags.filter(({ kind }) => kind !== 'model' && kind !== 'items');
    const key = [...new Set(tags.map(({ kind, value }) => `${kind}=${value}`))].sort().join(' ');
    bySetup.set(key, [...(bySetup.get(key) ?? []), score]);
  }
  return [...bySetup.values()].map((scores) => {
    const ids = new Set(scores.map(({ id }) => id));
    const verdicts = group.verdicts.filter(({ a, b, dismissed }) => !dismissed && ids.has(a) && ids.has(b));
    const [first] = scores;
    return {
      setup: first ? setupWords(first) : '',
      part: { scores, verdicts, ...standingOf(scores, verdicts) },
    };
  });
}
