import { benchmarks, lookupBenchmark } from '../evals/benchmarks/index.ts';
import { saysNumber } from '../evals/checks/card-word.ts';
import type { CardLine, Score } from '../evals/score.ts';
import type { SourceAnswer } from '../evals/source-answer.ts';
import { lastDigit } from '../evals/stats/rounding.ts';
import { benchmarkNames } from './benchmark-names.ts';
import type { CardReading } from './card.ts';
import { findNumber } from './find-number.ts';
import { readCardInSlices } from './read-card.ts';
import { benchmarksIn } from './read-label.ts';

/** What is looked for in a source: a score, and the model that it is filed under. */
export interface Claim extends Pick<Score, 'dataset' | 'task' | 'value' | 'valueText'> {
  model: string;
}

/** The text of a source. */
export interface SourceText {
  text: string;
  /** Path in its repository; its ending tells what it is. */
  path: string;
  /** The model whose card it is; absent for every other file. */
  cardOf?: string;
  /** Only the beginning was read. */
  isCut: boolean;
}

type Line = CardLine & { quote: string; line: number };

/**
 * What a source says of a claimed value: a README by the reader of cards, for the claim's model and for the model whose
 * card it is; whatever its tables leave open, and every other file, by the number alone.
 */
export async function readSource(source: SourceText, claim: Claim): Promise<SourceAnswer> {
  const figure = { value: claim.value, unit: lastDigit(claim.valueText) || 0 };
  if (/\.(?:md|markdown)$/i.test(source.path)) {
    const own = linesOf(await readCardInSlices(source.text, { model: claim.model }), claim);
    const stated = own.find((line) => saysNumber(figure, line));
    if (stated) return { kind: 'states', ...placeOf(stated) };
    const owner = source.cardOf;
    const isOwn = owner === undefined || owner.toLowerCase() === claim.model.toLowerCase();
    const others = isOwn ? [] : linesOf(await readCardInSlices(source.text, { model: owner }), claim);
    const beside = [...own, ...others].flatMap((line) => {
      const column = line.beside.find((other) => saysNumber(figure, other))?.name;
      return column === undefined ? [] : [{ ...line, column }];
    });
    const [line] = [...beside, ...others.filter((other) => saysNumber(figure, other))];
    const [first] = own;
    if (line) return { kind: 'beside', ...placeOf(line), ...(first && { valueText: first.valueText }) };
    if (first) return { kind: 'other', ...placeOf(first), valueText: first.valueText };
  }
  const { dataset } = claim;
  const { mayName } = benchmarkNames(benchmarks);
  const names = (text: string) =>
    mayName(text) &&
    benchmarksIn(text, benchmarks).some(({ dataset: named }) => named === lookupBenchmark(dataset)?.dataset);
  const found = findNumber(source.text, claim.valueText, names);
  if (found) return { kind: 'mentions', ...found };
  return source.isCut ? { kind: 'unread', why: { key: 'sourceCut' } } : { kind: 'silent' };
}

/** The lines of a card that speak of the claim's task, or of its benchmark without saying which task. */
function linesOf({ scores, ambiguous }: CardReading, { dataset, task }: Claim): Line[] {
  const sure = scores.filter((score) => score.dataset === dataset && score.task === task);
  const open = ambiguous.flatMap(({ stated, quote, line }) =>
    stated?.dataset === dataset ? [{ ...stated, quote, line }] : [],
  );
  return [...sure.map(({ where, ...score }) => ({ ...score, row: where.row, column: where.column })), ...open];
}

const placeOf = ({ row, column, quote, line }: Line) => ({ row, column, quote: quote.slice(0, 500), line });
