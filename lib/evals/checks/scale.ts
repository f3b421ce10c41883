import { Z95 } from '../stats/normal.ts';
import { standardError } from '../stats/wilson.ts';
import { type Check, gap, gapItems, type Hit, type Pair, RANK, severityOf } from './pair.ts';
import type { Side } from './side.ts';
import { items, points, timesHundred } from './words.ts';

/** Values up to 1 on a board of percents, or on one whose scale nobody has stated. */
export const looksLikeFraction = ({ value, task }: Side): boolean =>
  value > 0 && value <= 1 && (task?.scale === undefined || task.scale[1] === 100);

/** Not a value of the benchmark's own scale. */
export const outside = ({ value, task }: Side) =>
  task?.scale !== undefined && (value < task.scale[0] || value > task.scale[1]);

/** Half a point, or three standard errors where n is known: how near a converted value must come (formula 7). */
function near(value: number, side: Side): number {
  return Math.max(0.5, side.items ? 300 * standardError(Math.min(1, value / 100), side.items.n) : 0);
}

/** A judge's 10 points beside 100 points. */
function tenfold(low: Side, high: Side): boolean {
  if (low.task?.metric !== 'judge score') return false;
  return (
    low.value > 1 &&
    low.value <= 10 &&
    high.value > 10 &&
    Math.abs(10 * low.value - high.value) <= near(high.value, high)
  );
}

/** One of the two lies on another scale than the other, as far as the values tell. */
export function onOtherScales(a: Side, b: Side): boolean {
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  return outside(a) !== outside(b) || (looksLikeFraction(low) && high.value > 1.5) || tenfold(low, high);
}

function single(side: Side, board: readonly number[] | undefined): Hit | undefined {
  if (!looksLikeFraction(side)) return undefined;
  const { valueText } = side.score;
  const known = side.task?.scale !== undefined;
  const boardSays = board && board.length > 0 && board.filter((value) => value > 1.5).length >= 0.8 * board.length;
  const count = side.items && side.value * side.items.n;
  const exact =
    side.items &&
    count !== undefined &&
    1 / side.items.n > side.unit &&
    Math.abs(Math.round(count) - count) <= (side.unit / 2) * side.items.n + 1e-9;
  const args = [valueText, timesHundred(valueText)];
  return {
    code: 'S4',
    severity: known || boardSays ? 'warning' : 'notice',
    comparable: false,
    rank: RANK.scale,
    noGap: true,
    message: () =>
      exact
        ? { key: 'verdictScaleCount', args: [...args, Math.round(count), side.items?.n ?? 0] }
        : { key: boardSays ? 'verdictScaleBoard' : known ? 'verdictScaleKnown' : 'verdictScaleUnknown', args },
  };
}

function pair(pair: Pair): Hit | undefined {
  const { a, b } = pair;
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  const base = { code: 'S4' as const, comparable: false, rank: RANK.scale, noGap: true };
  const texts = [a.score.valueText, b.score.valueText];
  if (outside(a) !== outside(b)) {
    const [least, most] = a.task?.scale ?? [];
    const stray = outside(a) ? a : b;
    return {
      ...base,
      severity: 'error',
      message: () => ({ key: 'verdictScaleOutside', args: [...texts, stray.score.valueText, `${least}–${most}`] }),
    };
  }
  if (looksLikeFraction(low) && high.value > 1.5) {
    const converted = 100 * low.value;
    const gapAfter = Number(Math.abs(converted - high.value).toPrecision(12));
    const fits = gapAfter <= near(high.value, high);
    const noise = pair.converted;
    const args = [...texts, low.score.valueText, timesHundred(low.score.valueText), points(gapAfter)];
    return {
      ...base,
      severity: fits || low.task?.scale ? 'error' : 'notice',
      message: () =>
        noise
          ? {
              key: noise.z <= Z95 ? 'verdictScalePairWithin' : 'verdictScalePairBeyond',
              args: [...args, items((gapAfter / 100) * noise.items.n, noise.items)],
            }
          : { key: 'verdictScalePair', args },
    };
  }
  if (tenfold(low, high)) {
    const converted = Number((10 * low.value).toPrecision(12));
    return {
      ...base,
      severity: 'error',
      message: () => ({
        key: 'verdictScalePair',
        args: [...texts, low.score.valueText, String(converted), points(Math.abs(converted - high.value))],
      }),
    };
  }
  if (pair.equal || !looksLikeFraction(a) || !looksLikeFraction(b) || a.task?.scale === undefined) return undefined;
  const count = gapItems(pair);
  return {
    code: 'S4',
    comparable: true,
    rank: RANK.scale,
    severity: severityOf(Math.max(1, pair.level ?? 1) as 1 | 2),
    message: () =>
      count === undefined || !pair.noise
        ? { key: 'verdictScaleBoth', args: [...texts, points(gap(pair))] }
        : {
            key: pair.level === 0 ? 'verdictScaleBothWithin' : 'verdictScaleBothBeyond',
            args: [...texts, points(gap(pair)), items(count, pair.noise.items)],
          },
  };
}

/** S4: two scales in one place. The conversion is shown, never made. */
export const scale: Check = { codes: ['S4'], pair, single: (side, { board }) => single(side, board) };
