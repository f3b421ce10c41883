import { lookupBenchmark } from '../benchmarks/index.ts';
import type { CardLine, OtherFigure, Score } from '../score.ts';
import { equalAfterRounding, lastDigit } from '../stats/rounding.ts';
import type { PageFacts } from './page-facts.ts';
import type { Side } from './side.ts';

/** What this model's own card says of a score that a file reports. */
export type CardWord =
  /** The card gives this very number. */
  | { kind: 'stated' }
  /** The card gives another number to this model, and this one to another model on the same line. */
  | { kind: 'beside'; line: CardLine; other: OtherFigure; doubtful: boolean }
  /** The card speaks of the benchmark, in other numbers. */
  | { kind: 'different' }
  /** The whole card was read, and none of its tables speaks of the benchmark. */
  | { kind: 'silent' };

/** The lines of the card that the scores of a group stand in. */
export function cardLinesOf(scores: readonly Score[]): CardLine[] {
  return scores.flatMap(({ value, valueText, origins }) =>
    origins.flatMap(({ cell }) =>
      cell ? [{ row: cell.row, column: cell.column, value, valueText, beside: cell.beside }] : [],
    ),
  );
}

/**
 * Whether a figure is this number, or one of the two is the other with fewer digits; a fraction may stand for its
 * percents. Narrower than equality after rounding: who quotes 82 does not write 83.
 * @param unit One unit in the last digit of `value` as written.
 */
export function saysNumber(
  { value, unit }: { value: number; unit: number },
  figure: { value: number; valueText: string },
): boolean {
  const digit = lastDigit(figure.valueText) || 0;
  return [1, 100, 0.01].some((scale) =>
    equalAfterRounding(value, Math.max(unit, digit * scale), figure.value * scale, 0),
  );
}

/**
 * What the card says of one score. The figure of another model counts only where the digits are the same ones: a coarse
 * number is near to too many.
 */
export function cardWord(side: Side, lines: readonly CardLine[], page: PageFacts | undefined): CardWord | undefined {
  if (side.fromCard) return undefined;
  const doubtful = (page?.doubtful ?? []).filter(({ dataset }) => dataset === side.score.dataset);
  if ([...lines, ...doubtful].some((line) => saysNumber(side, line))) return { kind: 'stated' };
  // A row that was not understood may be the one that states it: then nothing is known.
  if (page?.unclear.some((text) => holdsNumber(side, text))) return undefined;
  for (const [all, isDoubtful] of [[lines, false] as const, [doubtful, true] as const]) {
    for (const line of all) {
      const other = line.beside.find(({ value }) => value === side.value);
      if (other) return { kind: 'beside', line, other, doubtful: isDoubtful };
    }
  }
  if (lines.length + doubtful.length > 0) return { kind: 'different' };
  return page?.cardIsWhole && isKnown(side.score.dataset) ? { kind: 'silent' } : undefined;
}

/** Benchmarks whose names in cards are known well enough to say that a card has none of them. */
const isKnown = (dataset: string) => (lookupBenchmark(dataset)?.status ?? 'reported') !== 'reported';

const holdsNumber = (side: Side, text: string) =>
  Array.from(text.matchAll(/\d+(?:\.\d+)?/g), ([digits]) => ({ value: Number(digits), valueText: digits })).some(
    (figure) => saysNumber(side, figure),
  );

/** Whether a link leads to the card of this repository: to its page, or to its README. */
export function leadsToCard(link: string | undefined, repo: string | undefined): boolean {
  const [, id, rest = ''] =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)([^?#]*)/i.exec(link?.trim() ?? '') ?? [];
  if (repo === undefined || id?.toLowerCase() !== repo.toLowerCase()) return false;
  return /^\/?$|^\/(?:blob|resolve|raw)\/[^/]+\/README\.md$|^\/tree\/[^/]+\/?$/i.test(rest);
}
