import type { FoundNumber } from '../evals/source-answer.ts';
import { equalAfterRounding, lastDigit } from '../evals/stats/rounding.ts';

/** Characters of a long line on each side of the number. */
const AROUND = 100;
/** Numbers that are looked at; a file of more is data, not a report. */
const MOST = 200_000;

/**
 * Finds a value in any text: the number itself, one with more digits that rounds to it, or the fraction that it is the
 * percents of. The line that names the benchmark counts before one that does not.
 */
export function findNumber(
  text: string,
  valueText: string,
  namesBenchmark: (line: string) => boolean,
): FoundNumber | undefined {
  const value = Number(valueText);
  const unit = lastDigit(valueText);
  if (!Number.isFinite(value) || Number.isNaN(unit)) return undefined;
  let first: FoundNumber | undefined;
  let looked = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const match of line.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w]|\.\d)/gi)) {
      if (++looked > MOST) return first;
      const [digits] = match;
      const found = Number(digits);
      const isIt = [1, 100].some(
        (scale) => lastDigit(digits) * scale <= unit * (1 + 1e-9) && equalAfterRounding(value, unit, found * scale, 0),
      );
      if (!isIt) continue;
      const from = Math.max(0, match.index - AROUND);
      const quote = line.slice(from, match.index + AROUND).trim();
      if (namesBenchmark(quote)) return { quote, line: index + 1 };
      // 62 is near to many numbers: without the benchmark's name only 62 itself is meant.
      if (unit < 1 || found === value) first ??= { quote, line: index + 1 };
    }
  }
  return first;
}
