import { lookupTask } from '../../evals/benchmarks/index.ts';
import { judgeGroup } from '../../evals/checks/index.ts';
import { timesHundred } from '../../evals/checks/words.ts';
import { isYamlNumber } from '../yaml-number.ts';
import { boardOf } from './board-of.ts';
import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts } from './check.ts';

/** Is the value on the scale of its board? Asked with both numbers shown; the conversion is the reader's to take. */
export const scale: DraftCheck = {
  name: 'scale',
  check: (question) => question.entries.flatMap((entry) => askedOfScale(entry, question)),
};

/** What is asked of one entry's scale, whatever stands beside it: nothing, or one question. */
export function askedOfScale({ entry, fields, score }: EntryInQuestion, { ground }: DraftInQuestion): ProblemFacts[] {
  if (!score) return [];
  const base = { entry: entry.id, field: 'valueText' as const };
  const [least, most] = lookupTask(fields.dataset, fields.task)?.scale ?? [];
  if (least !== undefined && most !== undefined && (score.value < least || score.value > most)) {
    const args = [score.valueText, String(least), String(most)];
    return [{ ...base, level: 'error', message: { key: 'findingOutOfBounds', args } }];
  }
  const board = boardOf(ground, fields);
  const asked = judgeGroup([score], { board }).find(({ code }) => code === 'S4');
  if (asked) return [{ ...base, level: 'warning', message: asked.message, ...offer(timesHundred(score.valueText)) }];
  if (most === undefined && board && mostlyFractions(board) && score.value > 1.5 && score.value <= 100) {
    const fraction = dividedByHundred(score.valueText);
    const message = { key: 'problemScaleOfFractions' as const, args: [score.valueText, fraction] };
    return [{ ...base, level: 'warning', message, ...offer(fraction) }];
  }
  return [];
}

const offer = (text: string): Pick<ProblemFacts, 'offer'> =>
  isYamlNumber(text) ? { offer: { field: 'valueText', text, message: { key: 'offerConvert', args: [text] } } } : {};

const mostlyFractions = (board: readonly number[]) =>
  board.length >= 3 && board.filter((value) => value >= 0 && value <= 1).length >= 0.8 * board.length;

/** The number with its decimal point two places to the left: `41.2` becomes `0.412`. */
export function dividedByHundred(text: string): string {
  const [whole = '', rest = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`;
}
