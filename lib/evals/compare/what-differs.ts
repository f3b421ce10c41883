import { type Difference, differences } from '../checks/differences.ts';
import { sample, tidy } from '../checks/prepare.ts';
import { looksLikeFraction, onOtherScales, outside } from '../checks/scale.ts';
import { makeSide, type Side } from '../checks/side.ts';
import { defaultThresholds } from '../checks/thresholds.ts';
import { items as inItems, points as inPoints, setup } from '../checks/words.ts';
import type { Message } from '../message.ts';
import { differentItemsError } from '../stats/compare.ts';
import { holm } from '../stats/holm.ts';
import { twoSidedP, Z95 } from '../stats/normal.ts';
import { equalAfterRounding } from '../stats/rounding.ts';
import type { CompareCell, CompareRow, TwoModels } from './compare.ts';

/** Reports of one model that are paired with those of the other; more are in the cell. */
const MOST_PAIRED = 12;

interface Pairing {
  a: Side;
  b: Side;
  differences: Difference[];
}

/**
 * What differs between two models, row by row: only reports of one setup are compared, of these the closest two, so
 * that no gap is picked for its size; all tests of the table count together (Holm).
 *
 * The two models answered the same questions, and a paired test would need their answers question by question
 * (https://arxiv.org/abs/2411.00640). Without them the unpaired bound √(p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂) stands: it may miss a
 * difference and hardly invents one.
 */
export function whatDiffers(
  rows: readonly CompareRow[],
  columns: readonly [number, number],
  noticeP = defaultThresholds.noticeP,
): TwoModels[] {
  const tested = rows.flatMap((row) => {
    const [x, y] = [row.cells[columns[0]], row.cells[columns[1]]];
    return x && y ? [compare(row, x, y)] : [];
  });
  const ps = tested.flatMap(({ p }) => p ?? []);
  const adjusted = holm(ps);
  let at = 0;
  return tested.map((two) => {
    if (two.p === null) return two;
    return worded(two, adjusted[at++] ?? 1, ps.length, noticeP);
  });
}

function compare(row: CompareRow, x: CompareCell, y: CompareCell): TwoModels {
  const pairings = sidesOf(x).flatMap((a) => sidesOf(y).map((b) => ({ a, b, differences: differences(a, b) })));
  const comparable = pairings.filter(
    ({ a, b, differences }) => !differences.some(({ stated }) => stated) && !onOtherScales(a, b),
  );
  const fewest = Math.min(...comparable.map(({ differences }) => differences.length));
  const gap = ({ a, b }: Pairing) => Math.abs(a.value - b.value);
  const likest = comparable
    .filter(({ differences }) => differences.length === fewest)
    .reduce<Pairing | undefined>((best, next) => (best && gap(best) <= gap(next) ? best : next), undefined);
  if (likest) return measure(row, likest, comparable.length);
  return apart(row, x, y, pairings);
}

/** Scores that are not in question by themselves: for their scale, or because they name another model. */
function sidesOf({ scores, verdicts }: CompareCell): Side[] {
  const asked = new Set(
    verdicts
      .filter(({ a, b, severity }) => a === b && (severity === 'warning' || severity === 'error'))
      .map(({ a }) => a),
  );
  return scores
    .filter(({ id }) => !asked.has(id))
    .slice(0, MOST_PAIRED)
    .map((score) => makeSide(score, undefined));
}

const NOTHING = { deltaPoints: null, deltaItems: null, items: null, within: null, z: null, p: null, adjustedP: null };

/** No two reports of one setup: says in what they differ. */
function apart(row: CompareRow, x: CompareCell, y: CompareCell, pairings: readonly Pairing[]): TwoModels {
  const [first] = pairings;
  const [a, b] = [first?.a.score ?? x.scores[0], first?.b.score ?? y.scores[0]];
  if (!a || !b) throw new Error('A cell without a score was compared');
  const stated = pairings.flatMap((pairing) => {
    const difference = pairing.differences.find((one) => one.stated);
    return difference ? [{ pairing, difference }] : [];
  })[0];
  const base = { row, outcome: 'not-comparable' as const, oneSided: [], pairs: 0, ...NOTHING };
  if (!stated) {
    const key = first ? 'compareOtherScale' : 'compareInQuestion';
    return { ...base, a, b, message: { key, args: [a.valueText, b.valueText] } };
  }
  const [one, other] = [stated.pairing.a.score, stated.pairing.b.score];
  const args = [one.valueText, other.valueText, setup(stated.difference)];
  return { ...base, a: one, b: other, message: { key: 'compareApart', args } };
}

function measure(row: CompareRow, { a, b, differences }: Pairing, pairs: number): TwoModels {
  const factor = looksLikeFraction(a) && looksLikeFraction(b) && a.task?.scale ? 100 : 1;
  const delta = tidy(Math.abs(a.value - b.value) * factor);
  const texts = [a.score.valueText, b.score.valueText];
  const oneSided = differences.map(setup);
  const base = { row, a: a.score, b: b.score, oneSided, pairs, ...NOTHING, deltaPoints: delta };
  if (equalAfterRounding(a.value, a.unit, b.value, b.unit)) {
    const message: Message =
      a.value === b.value ? { key: 'compareSame', args: texts.slice(0, 1) } : { key: 'compareEqual', args: texts };
    return { ...base, outcome: 'equal', message };
  }
  const [least, most] = a.task?.scale ?? [];
  if (!a.items || !b.items || least !== 0 || most !== 100 || outside(a) || outside(b)) {
    const key = a.items && b.items ? 'compareUnknownScale' : 'compareUnknown';
    return { ...base, outcome: 'unknown', message: { key, args: [...texts, inPoints(delta)] } };
  }
  const [x, y] = [sample(a, a.items, factor), sample(b, b.items, factor)];
  const error = 100 * differentItemsError(x, y);
  const items = a.items.n <= b.items.n ? a.items : b.items;
  // A printed gap stands for all gaps that round to it, as in `prepare.ts`.
  const p = twoSidedP(Math.max(0, delta - 25 * (x.unit + y.unit)) / error);
  return {
    ...base,
    outcome: 'within',
    message: { key: 'compareEqual', args: texts },
    deltaItems: (delta / 100) * items.n,
    items,
    within: Z95 * error,
    z: delta / error,
    p,
  };
}

/** The sentence of a tested pair, once all tests of the table are known. */
function worded(two: TwoModels, adjustedP: number, comparisons: number, noticeP: number): TwoModels {
  const { a, b, p, deltaPoints, deltaItems, items, within } = two;
  const limit = inPoints(Number((within ?? 0).toFixed((within ?? 0) < 1 ? 2 : 1)));
  const args: Message['args'] = [
    a.valueText,
    b.valueText,
    inPoints(deltaPoints ?? 0),
    ...(items ? [inItems(deltaItems ?? 0, items)] : []),
  ];
  if (adjustedP < noticeP) {
    const outcome = a.value > b.value ? 'higher' : 'lower';
    return { ...two, adjustedP, outcome, message: { key: 'compareBeyond', args: [...args, limit] } };
  }
  const alone = (p ?? 1) >= noticeP;
  const message: Message = alone
    ? { key: 'compareWithin', args: [...args, limit] }
    : { key: 'compareWithinFamily', args: [...args, String(comparisons)] };
  return { ...two, adjustedP, outcome: 'within', message };
}
