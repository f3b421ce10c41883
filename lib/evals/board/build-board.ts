import { type BenchmarkTask, lookupBenchmark, resolveTask } from '../benchmarks/index.ts';
import { benchmarkOf } from '../build.ts';
import { itemsOf } from '../checks/side.ts';
import type { Report } from '../report.ts';
import { standardError, wilson } from '../stats/wilson.ts';
import { readVariant } from '../variant/index.ts';
import type { Board, BoardAnswerRow, BoardRow, ScaleDoubt } from './board.ts';
import { remember } from './remember.ts';

/** What the Hub answered for one leaderboard, and what is at hand besides. */
export interface BoardParts {
  dataset: string;
  task?: string | undefined;
  at: number;
  rows: readonly BoardAnswerRow[];
  unreadable: number;
  /** What the answer's rows say of the direction. */
  lowerIsBetter?: boolean | undefined;
  /** Reports of models that are in the store; none is asked for. */
  reports: readonly Report[];
}

/** A board of percents has at most this share of its values below {@link PERCENT}: formula 7 of the discrepancies. */
const SHARE = 0.8;
const PERCENT = 1.5;

/** Puts one leaderboard together. Values stay as the Hub gives them; what is made of them stands beside. */
export function buildBoard(parts: BoardParts): Board {
  const { dataset, task, at, unreadable } = parts;
  const known = task === undefined ? undefined : resolveTask(dataset, task);
  const above = parts.rows.filter(({ value }) => value > PERCENT).length;
  // The row itself is not one of the others.
  const percents = parts.rows.length > 1 && above >= SHARE * (parts.rows.length - 1);
  const setupOf = createSetupReader(parts, known);
  const hasPercents = known?.scale?.[0] === 0 && known.scale[1] === 100;
  const rows = parts.rows.map((row) =>
    measured(row, setupOf(row), hasPercents, scaleDoubt(row.value, known?.scale, percents)),
  );
  const { absent, remembered } = remember(rows, dataset, task, parts.reports);
  const benchmark = benchmarkOf({ dataset, task: task ?? '' });
  return {
    dataset,
    ...(task !== undefined && { task }),
    at,
    ...(benchmark && { benchmark }),
    ...(known?.scale && { scale: [known.scale[0], known.scale[1]] }),
    ...directionOf(parts),
    rows,
    unreadable,
    remembered,
    absent,
    gaps: [],
  };
}

interface Setup {
  variant: BoardRow['variant'];
  n: number | undefined;
}

/** Reads setups and their number of items; thousands of rows have the same few words, which are read once. */
function createSetupReader({ dataset, task }: BoardParts, known: BenchmarkTask | undefined) {
  const read = new Map<string, Setup>();
  return ({ notes, filename, source }: BoardAnswerRow): Setup => {
    const { name = '' } = source ?? {};
    // With lengths, so that no text of one can pass for the other.
    const key = `${filename.length} ${name.length} ${filename}${name}${notes ?? ''}`;
    let setup = read.get(key);
    if (!setup) {
      const variant = readVariant({ notes, path: filename, sourceName: source?.name, dataset, task });
      setup = { variant, n: itemsOf(variant.tags, known)?.n };
      read.set(key, setup);
    }
    return setup;
  };
}

function measured(
  row: BoardAnswerRow,
  { variant, n }: Setup,
  hasPercents: boolean,
  doubt: ScaleDoubt | undefined,
): BoardRow {
  const made: BoardRow = { ...row, variant };
  if (doubt) made.doubt = doubt;
  if (n === undefined) return made;
  made.n = n;
  if (!hasPercents || doubt) return made;
  const p = row.value / 100;
  const { low, high } = wilson(p, n);
  // As for pairs of reports: off 0 and 1, where the plain formula knows no noise at all.
  const edge = 1 / (n + 4);
  made.error = 100 * standardError(Math.min(1 - edge, Math.max(edge, p)), n);
  made.low = 100 * low;
  made.high = 100 * high;
  return made;
}

/** Whether a value may not be on the scale of its board; `percents` where the other values say that it has a scale to 100. */
function scaleDoubt(
  value: number,
  scale: readonly [number, number] | undefined,
  percents: boolean,
): ScaleDoubt | undefined {
  const [least, most] = scale ?? [];
  if (least !== undefined && most !== undefined && (value < least || value > most)) return 'outside';
  if (value <= 0 || value > 1) return undefined;
  return (scale === undefined ? percents : most === 100) ? 'fraction' : undefined;
}

function directionOf({ dataset, task, rows, lowerIsBetter }: BoardParts): Pick<Board, 'direction' | 'directionFrom'> {
  if (lowerIsBetter !== undefined) return { direction: lowerIsBetter ? 'lower' : 'higher', directionFrom: 'hub' };
  const benchmark = lookupBenchmark(dataset);
  if (benchmark?.lowerIsBetter) return { direction: 'lower', directionFrom: 'table' };
  const metric = task === undefined ? undefined : resolveTask(dataset, task)?.metric;
  if (metric !== undefined && /^(accuracy|resolved|pass\^\d|nDCG@\d+)$/.test(metric))
    return { direction: 'higher', directionFrom: 'table' };
  const ranked = rows.toSorted((a, b) => a.rank - b.rank);
  const [first, last] = [ranked[0]?.value, ranked.at(-1)?.value];
  if (first === undefined || last === undefined || first === last)
    return { direction: 'unknown', directionFrom: 'nowhere' };
  const falling = ranked.every(({ value }, index) => value <= (ranked[index - 1]?.value ?? value));
  const rising = ranked.every(({ value }, index) => value >= (ranked[index - 1]?.value ?? value));
  if (!falling && !rising) return { direction: 'unknown', directionFrom: 'nowhere' };
  return { direction: falling ? 'higher' : 'lower', directionFrom: 'order' };
}
