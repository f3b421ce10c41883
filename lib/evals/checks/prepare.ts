import { differentItemsError, type Sample, sameItemsError } from '../stats/compare.ts';
import { holm } from '../stats/holm.ts';
import { twoSidedP, Z95 } from '../stats/normal.ts';
import { equalAfterRounding } from '../stats/rounding.ts';
import { type Difference, differences } from './differences.ts';
import type { PageFacts } from './page-facts.ts';
import type { Level, Noise, Pair } from './pair.ts';
import { looksLikeFraction, onOtherScales, outside } from './scale.ts';
import type { ItemCount, Side } from './side.ts';
import type { Thresholds } from './thresholds.ts';

/** Gives equal texts equal small numbers. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/** More scores than one page holds; makes one number of two. */
const WIDE = 1 << 20;

/**
 * Makes every pair of each group ready for the checks: how the setups differ, what chance leaves, and, once all are
 * known, how likely the largest gaps of the whole page are by chance alone. Scores whose words say the same are
 * compared once, and copies of one number are one measurement in the count of comparisons. Pauses (`yield`) after each
 * score has met the others of its group.
 */
export function* preparePairs(
  groups: readonly (readonly Side[])[],
  repo: string | undefined,
  thresholds: Thresholds,
  page?: PageFacts,
): Generator<undefined, Pair[][]> {
  const words = numbering();
  const measurements = numbering();
  const compared = new Map<number, Difference[]>();
  const family = new Map<number, number>();
  const members: { pair: Pair; key: number }[] = [];
  const pairs: Pair[][] = [];
  for (const [group, sides] of groups.entries()) {
    const copies = copiesIn(sides);
    const wordsOf = sides.map(({ signature }) => words(signature));
    const measured = sides.map(({ value, unit, items, runs }) =>
      measurements(`${group} ${value} ${unit} ${items?.n} ${runs}`),
    );
    const made: Pair[] = [];
    for (const [i, a] of sides.entries()) {
      for (let j = i + 1; j < sides.length; j++) {
        const b = sides[j];
        if (!b) continue;
        const key = (wordsOf[i] ?? 0) * WIDE + (wordsOf[j] ?? 0);
        let found = compared.get(key);
        if (!found) {
          found = differences(a, b);
          compared.set(key, found);
        }
        const same = (a.value === b.value && copies.get(a.value)) || [];
        // One author gives two figures and names one setup: the other is said by its silence.
        const told =
          a.fromCard && b.fromCard && a.value !== b.value ? found.map((one) => ({ ...one, stated: true })) : found;
        const pair = { ...makePair(a, b, told, same, repo, thresholds), page };
        made.push(pair);
        if (!pair.noise || pair.delta === 0 || told.some(({ stated }) => stated)) continue;
        const [x, y] = [measured[i] ?? 0, measured[j] ?? 0];
        const member = Math.min(x, y) * WIDE + Math.max(x, y);
        members.push({ pair, key: member });
        family.set(member, pair.noise.p);
      }
      yield;
    }
    pairs.push(made);
  }
  const keys = [...family.keys()];
  const adjusted = holm([...family.values()]);
  const byKey = new Map(keys.map((key, index) => [key, adjusted[index]]));
  for (const { pair, key } of members) {
    pair.family = keys.length;
    pair.adjusted = byKey.get(key);
  }
  for (const group of pairs) {
    for (const pair of group) pair.level = levelOf(pair);
    markEchoes(group);
  }
  return pairs;
}

/** The scores that files give, by their number. */
export function copiesIn(sides: readonly Side[]): Map<number, Side[]> {
  const copies = new Map<number, Side[]>();
  for (const side of sides) {
    if (side.fromCard) continue;
    const known = copies.get(side.value);
    if (known) known.push(side);
    else copies.set(side.value, [side]);
  }
  return copies;
}

function markEchoes(pairs: readonly Pair[]): void {
  const twins = new Set<Side>();
  for (const { a, b, equal, differences } of pairs)
    if (a.fromCard !== b.fromCard && equal && !differences.some(({ stated }) => stated)) twins.add(a.fromCard ? a : b);
  for (const pair of pairs) {
    const { a, b, equal } = pair;
    if (!equal && (twins.has(a) || twins.has(b))) pair.echo = 'twin';
    else if (a.fromCard && b.fromCard) pair.echo = 'card';
  }
}

function makePair(
  a: Side,
  b: Side,
  differences: Difference[],
  copies: readonly Side[],
  repo: string | undefined,
  thresholds: Thresholds,
): Pair {
  const otherScale = onOtherScales(a, b);
  const [fractionA, fractionB] = [looksLikeFraction(a), looksLikeFraction(b)];
  const factor = fractionA && fractionB && a.task?.scale ? 100 : 1;
  return {
    a,
    b,
    delta: tidy(Math.abs(a.value - b.value)),
    equal: equalAfterRounding(a.value, a.unit, b.value, b.unit),
    factor,
    differences,
    otherScale,
    noise: otherScale ? undefined : noiseBetween(a, factor, b, factor),
    converted: otherScale ? noiseBetween(a, fractionA ? 100 : 1, b, fractionB ? 100 : 1) : undefined,
    level: null,
    adjusted: undefined,
    family: 0,
    copies,
    echo: undefined,
    repo,
    thresholds,
  };
}

/** Without the dust of binary fractions: 80.1 − 71.1 is 9. */
export const tidy = (value: number) => Math.round(value * 1e10) / 1e10;

/** Nothing where the number of items or the scale is unknown, or one value lies on another scale. */
function noiseBetween(a: Side, factorA: number, b: Side, factorB: number): Noise | undefined {
  const [least, most] = a.task?.scale ?? [];
  if (!a.items || !b.items || least !== 0 || most !== 100 || outside(a) || outside(b)) return undefined;
  const [x, y] = [sample(a, a.items, factorA), sample(b, b.items, factorB)];
  const sameItems = a.items.n === b.items.n;
  const error = 100 * (sameItems ? sameItemsError(x, y) : differentItemsError(x, y));
  const points = tidy(100 * Math.abs(x.p - y.p));
  const items = a.items.n <= b.items.n ? a.items : b.items;
  const rounding = 25 * (x.unit + y.unit);
  return {
    items,
    error,
    within: Z95 * error,
    z: points / error,
    p: twoSidedP(Math.max(0, points - rounding) / error),
    runs: [a.runs, b.runs],
    sameItems,
  };
}

/** A side as the tests see it. */
export const sample = ({ value, unit, runs }: Side, { n }: ItemCount, factor: number): Sample => ({
  p: (value * factor) / 100,
  n,
  runs,
  unit: (unit * factor) / 100,
});

function levelOf({ noise, adjusted, thresholds, delta, factor }: Pair): Level {
  if (thresholds.rule === 'points') return delta * factor > thresholds.fixedPoints ? 1 : 0;
  if (!noise) return null;
  const p = adjusted ?? noise.p;
  if (p < thresholds.warningP) return 2;
  return p < thresholds.noticeP ? 1 : 0;
}
