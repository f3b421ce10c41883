import type { Severity } from '../report.ts';
import type { Difference } from './differences.ts';
import { type Check, gap, gapItems, type Hit, type Pair, RANK, severityOf } from './pair.ts';
import { items, points, setup } from './words.ts';

/** The sentence about a gap that a stated difference of setup stands beside. */
function stated(pair: Pair, difference: Difference, severity: Severity): Hit {
  const { a, b, equal } = pair;
  const texts = [a.score.valueText, b.score.valueText];
  const count = gapItems(pair);
  const { code } = difference;
  const base = { code, severity, comparable: false, rank: RANK.setup[code] };
  const words = setup(difference);
  if (equal) return { ...base, message: { key: 'verdictSetupEqual', args: [...texts, words] } };
  if (count === undefined || !pair.noise)
    return { ...base, message: { key: 'verdictSetupPlain', args: [...texts, words, points(gap(pair))] } };
  const tools = difference.kind === 'tools' && a.score.dataset.toLowerCase() === 'cais/hle';
  return {
    ...base,
    message: {
      key: tools ? 'verdictSetupTools' : 'verdictSetup',
      args: [...texts, words, points(gap(pair)), items(count, pair.noise.items)],
    },
  };
}

/** One side is silent, or the words are loose: the gap is judged by noise and the difference named beside it. */
function unsure(pair: Pair, difference: Difference): Hit {
  const { a, b, level } = pair;
  const texts = [a.score.valueText, b.score.valueText];
  const count = gapItems(pair);
  const { code } = difference;
  const rank = difference.kind === 'shots' ? RANK.oneSided.shots : RANK.oneSided[code];
  const base = { code, severity: severityOf(level), comparable: true, rank };
  const words = setup(difference);
  if (count === undefined || !pair.noise)
    return { ...base, message: { key: 'verdictMaybePlain', args: [...texts, words, points(gap(pair))] } };
  return {
    ...base,
    message: {
      key: level === 0 ? 'verdictMaybeWithin' : 'verdictMaybeBeyond',
      args: [...texts, words, points(gap(pair)), items(count, pair.noise.items)],
    },
  };
}

/** A check that looks for one code among the differences of setup. */
export function setupCheck(
  code: Difference['code'],
  severity: (pair: Pair, difference: Difference) => Severity,
): Check {
  return {
    codes: [code],
    pair(pair) {
      const mine = pair.differences.filter((difference) => difference.code === code);
      const clear = mine.find((difference) => difference.stated);
      if (clear) return stated(pair, clear, severity(pair, clear));
      const [first] = mine;
      return first && unsure(pair, first);
    },
  };
}
