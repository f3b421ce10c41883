import { differentItemsError, type Sample, sameItemsError } from '../stats/compare.ts';
import { holm } from '../stats/holm.ts';
import { twoSidedP } from '../stats/normal.ts';
import { equalAfterRounding } from '../stats/rounding.ts';
import { type Difference, differences } from './differences.ts';
import { type Level, type Noise, noiseOf, type Pair } from './pair.ts';
import { looksLikeFraction, onOtherScales, outside } from './scale.ts';
import type { ItemCount, Side } from './side.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * Makes every pair of each group ready for the checks: how the setups differ, what chance leaves, and, once all are
 * known, how likely the largest gaps of the whole page are by chance alone.
 */
export function preparePairs(
  groups: readonly (readonly Side[])[],
  repo: string | undefined,
  thresholds: Thresholds,
): Pair[][] {
  // Scores whose words say the same are compared once, and copies of one number are one measurement.
  const known = new Map<string, Difference[]>();
  const family = new Map<string, number>();
  const keys = new Map<Pair, string>();
  const pairs = groups.map((sides, group) => {
    const copies = new Map<number, number>();
    for (const { value } of sides) copies.set(value, (copies.get(value) ?? 0) + 1);
    const made: Pair[] = [];
    for (const [index, a] of sides.entries()) {
      for (let other = index + 1; other < sides.length; other++) {
        const b = sides[other];
        if (!b) continue;
        const pair = makePair(a, b, known, repo, thresholds);
        pair.copies = a.value === b.value ? (copies.get(a.value) ?? 1) : 1;
        made.push(pair);
        if (!pair.noise || pair.delta === 0 || pair.differences.some(({ stated }) => stated)) continue;
        const key = familyKey(group, pair);
        keys.set(pair, key);
        family.set(key, pair.noise.p);
      }
    }
    return made;
  });
  const order = [...family.keys()];
  const adjusted = holm(order.map((key) => family.get(key) ?? 1));
  const byKey = new Map(order.map((key, index) => [key, adjusted[index]]));
  for (const pair of pairs.flat()) {
    pair.family = order.length;
    pair.adjusted = byKey.get(keys.get(pair) ?? '');
    pair.level = levelOf(pair);
  }
  return pairs;
}

function familyKey(group: number, { a, b, noise }: Pair): string {
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  return `${group} ${low.value} ${low.unit} ${high.value} ${high.unit} ${noise?.items.n} ${noise?.runs}`;
}

function makePair(
  a: Side,
  b: Side,
  known: Map<string, Difference[]>,
  repo: string | undefined,
  thresholds: Thresholds,
): Pair {
  const key = `${a.signature}\n${b.signature}`;
  let found = known.get(key);
  if (!found) {
    found = differences(a, b);
    known.set(key, found);
  }
  const delta = Number(Math.abs(a.value - b.value).toPrecision(12));
  const factor = looksLikeFraction(a) && looksLikeFraction(b) && a.task?.scale ? 100 : 1;
  return {
    a,
    b,
    delta,
    equal: equalAfterRounding(a.value, a.unit, b.value, b.unit),
    factor,
    differences: found,
    otherScale: onOtherScales(a, b),
    noise: onOtherScales(a, b) ? undefined : noiseBetween(a, b, delta * factor, factor),
    level: null,
    adjusted: undefined,
    family: 0,
    copies: 1,
    repo,
    thresholds,
  };
}

/** Nothing where the number of items or the scale is unknown, or one value lies on another scale. */
function noiseBetween(a: Side, b: Side, points: number, factor: number): Noise | undefined {
  const max = a.task?.scale?.[1];
  if (!a.items || !b.items || max !== 100 || a.task?.scale?.[0] !== 0) return undefined;
  if (outside(a) || outside(b)) return undefined;
  const sample = (side: Side, { n }: ItemCount): Sample => ({
    p: (side.value * factor) / 100,
    n,
    runs: side.runs,
    unit: (side.unit * factor) / 100,
  });
  const [x, y] = [sample(a, a.items), sample(b, b.items)];
  const sameItems = a.items.n === b.items.n;
  const error = 100 * (sameItems ? sameItemsError(x, y) : differentItemsError(x, y));
  const items = a.items.n <= b.items.n ? a.items : b.items;
  return noiseOf(items, points, error, twoSidedP(points / error), [a.runs, b.runs], sameItems);
}

function levelOf({ noise, adjusted, thresholds, delta, factor }: Pair): Level {
  if (thresholds.rule === 'points') return delta * factor > thresholds.fixedPoints ? 1 : 0;
  if (!noise) return null;
  const p = adjusted ?? noise.p;
  if (p < thresholds.warningP) return 2;
  return p < thresholds.noticeP ? 1 : 0;
}
