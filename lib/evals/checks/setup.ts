import type { Message } from '../message.ts';
import type { Severity } from '../report.ts';
import type { Difference } from './differences.ts';
import { type Check, gap, gapItems, type Hit, type Pair, RANK, severityOf } from './pair.ts';
import { items, points, setup } from './words.ts';

/** The sentence about a gap that a stated difference of setup stands beside. */
function statedMessage(pair: Pair, difference: Difference): Message {
  const { a, b, equal, noise } = pair;
  const args = [a.score.valueText, b.score.valueText, setup(difference)];
  if (equal) return { key: 'verdictSetupEqual', args };
  const count = gapItems(pair);
  if (count === undefined || !noise) return { key: 'verdictSetupPlain', args: [...args, points(gap(pair))] };
  const tools = difference.kind === 'tools' && a.score.dataset.toLowerCase() === 'cais/hle';
  return {
    key: tools ? 'verdictSetupTools' : 'verdictSetup',
    args: [...args, points(gap(pair)), items(count, noise.items)],
  };
}

/** One side is silent, or the words are loose: the gap is judged by noise and the difference named beside it. */
function unsureMessage(pair: Pair, difference: Difference): Message {
  const { a, b, level, noise } = pair;
  const args = [a.score.valueText, b.score.valueText, setup(difference), points(gap(pair))];
  const count = gapItems(pair);
  if (count === undefined || !noise) return { key: 'verdictMaybePlain', args };
  return {
    key: level === 0 ? 'verdictMaybeWithin' : 'verdictMaybeBeyond',
    args: [...args, items(count, noise.items)],
  };
}

/** A check that looks for one code among the differences of setup. */
export function setupCheck(
  code: Difference['code'],
  severity: (pair: Pair, difference: Difference) => Severity,
): Check {
  return {
    codes: [code],
    pair(pair): Hit | undefined {
      let first: Difference | undefined;
      for (const difference of pair.differences) {
        if (difference.code !== code) continue;
        if (difference.stated) {
          return {
            code,
            severity: severity(pair, difference),
            comparable: false,
            rank: RANK.setup[code],
            message: () => statedMessage(pair, difference),
          };
        }
        first ??= difference;
      }
      if (!first) return undefined;
      const loose = first;
      return {
        code,
        severity: severityOf(pair.level),
        comparable: true,
        rank: loose.kind === 'shots' ? RANK.oneSided.shots : RANK.oneSided[code],
        message: () => unsureMessage(pair, loose),
      };
    },
  };
}
