import { lookupBenchmark } from '../benchmarks/index.ts';
import type { Cause, Dot, Explanation, NoiseAccount, Proof } from '../explanation.ts';
import { run } from '../in-slices.ts';
import type { Verdict } from '../report.ts';
import type { Score, VariantTag } from '../score.ts';
import { wilson } from '../stats/wilson.ts';
import { brief, hitsOf, type JudgeContext, sidesOf } from './index.ts';
import { gap, gapItems, type Hit, type Pair } from './pair.ts';
import { copiesIn, preparePairs } from './prepare.ts';
import type { Side } from './side.ts';
import { defaultThresholds } from './thresholds.ts';

/**
 * Everything behind the verdict on two scores of a group: ranked causes with the words and lines they rest on, the
 * formula with its numbers, the values with their intervals.
 * @param verdict the page's word on the pair; carries what depends on the page's other comparisons
 * @returns nothing when one of the two is not among the scores
 */
export function explain(
  scores: readonly Score[],
  verdict: Pick<Verdict, 'a' | 'b' | 'adjustedP' | 'comparisons'>,
  context: JudgeContext = {},
): Explanation | undefined {
  const sides = sidesOf({ scores }, context);
  const [a, b] = [verdict.a, verdict.b].map((id) => sides.find(({ score }) => score.id === id));
  if (!a || !b) return undefined;
  const thresholds = { ...defaultThresholds, ...context.thresholds };
  const pair = run(preparePairs([[a, b]], context.repo, thresholds, context.page))[0]?.[0];
  if (!pair) return undefined;
  pair.copies = (a.value === b.value && copiesIn(sides).get(a.value)) || [];
  if (verdict.adjustedP !== undefined && verdict.comparisons !== undefined) {
    pair.adjusted = verdict.adjustedP;
    pair.family = verdict.comparisons;
    pair.level = verdict.adjustedP < thresholds.warningP ? 2 : verdict.adjustedP < thresholds.noticeP ? 1 : 0;
  }
  return {
    a: a.score.id,
    b: b.score.id,
    ...(a === b ? aboutOne(a) : aboutTwo(pair)),
    dots: sides.map((side) => dotOf(side, side === a || side === b)).sort((x, y) => x.value - y.value),
    copies: sides
      .filter((side) => side !== a && side !== b && (side.value === a.value || side.value === b.value))
      .map(({ score }) => score.id),
    caveats: (lookupBenchmark(a.score.dataset)?.caveats ?? []).map(({ key, source, date }) => ({
      message: { key },
      source,
      date,
    })),
  };
}

/** A score that is in question by itself: its verdict is the whole cause. */
const aboutOne = ({ score }: Side): Pick<Explanation, 'question' | 'causes' | 'noise'> => ({
  question: { key: 'explainAlone', args: [score.valueText] },
  causes: [],
  noise: null,
});

const aboutTwo = (pair: Pair): Pick<Explanation, 'question' | 'causes' | 'noise'> => ({
  question: {
    key: pair.equal ? 'explainSame' : 'explainWhy',
    args: [pair.a.score.valueText, pair.b.score.valueText],
  },
  causes: hitsOf(pair).map((hit) => causeOf(hit, pair)),
  noise: account(pair),
});

function causeOf({ code, severity, message }: Hit, pair: Pair): Cause {
  // As the check chooses: what both sides state speaks before what one of them leaves open.
  const ofCode = pair.differences.filter((each) => each.code === code);
  const difference = ofCode.find(({ stated }) => stated) ?? ofCode[0];
  const proofs = [
    ...proofsOf(pair.a, difference?.a ?? (code === 'I1' ? pair.a.modelTags : []), code),
    ...proofsOf(pair.b, difference?.b ?? (code === 'I1' ? pair.b.modelTags : []), code),
  ];
  return { code, severity, message: brief(message()), proofs };
}

/** The words of one side with the place where they stand; the place alone when the value itself is the proof. */
function proofsOf({ score }: Side, tags: readonly VariantTag[], code: Hit['code']): Proof[] {
  const origin = score.origins[0];
  if (!origin) return [];
  if (tags.length > 0) return tags.map(({ quote, from }) => ({ score: score.id, quote, from, origin }));
  if (code === 'V0' && score.variant.rest)
    return [{ score: score.id, quote: score.variant.rest, from: 'notes', origin }];
  if (/^[SPR]/.test(code)) return [{ score: score.id, quote: score.valueText, origin }];
  return [];
}

function account(pair: Pair): NoiseAccount | null {
  const { noise, adjusted, family } = pair;
  const count = gapItems(pair);
  if (!noise || count === undefined) return null;
  const { items, error, within, z, p, runs } = noise;
  return {
    points: gap(pair),
    items: count,
    n: items.n,
    of: items.of,
    about: items.about ?? false,
    source: items.source,
    date: items.date ?? null,
    runs,
    error,
    within,
    z,
    p,
    adjusted: adjusted === undefined ? null : { p: adjusted, comparisons: family },
    formula: formula(pair, noise.sameItems, z),
    reference: 'https://arxiv.org/abs/2512.21326',
  };
}

/** Formula 3 (or 5, for different items) with the pair's numbers in it. */
function formula({ a, b, factor }: Pair, sameItems: boolean, z: number): string {
  const [x, y] = [a.value * factor, b.value * factor];
  const short = (value: number) => String(Number(value.toFixed(2)));
  const counts = [a, b].map(({ items }) => items?.n ?? 0);
  const mean = (x + y) / 2;
  const variance = sameItems
    ? `${short(mean)}·${short(100 - mean)}/${counts[0]} · (1/${a.runs} + 1/${b.runs})`
    : `${short(x)}·${short(100 - x)}/${counts[0]} + ${short(y)}·${short(100 - y)}/${counts[1]}`;
  return `z = |${short(x)} − ${short(y)}| / √(${variance}) = ${short(z)}`;
}

/** A score on the line of its group. */
export function dotOf({ score, value, items, task }: Side, asked: boolean): Dot {
  const [least, most] = task?.scale ?? [];
  const known = items !== undefined && least === 0 && most !== undefined && value >= 0 && value <= most;
  const interval = known ? wilson(value / most, items.n) : undefined;
  return {
    score: score.id,
    valueText: score.valueText,
    value,
    interval: interval && most !== undefined ? [interval.low * most, interval.high * most] : null,
    asked,
  };
}
