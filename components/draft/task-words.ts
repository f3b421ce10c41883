import { type Items, lookupBenchmark, resolveTask } from '../../lib/evals/benchmarks/index.ts';
import type { Board } from '../../lib/evals/board/board.ts';
import type { Say } from '../../lib/evals/say.ts';

const itemWords = {
  questions: 'composerQuestions',
  tasks: 'composerTasks',
  pages: 'composerPages',
} as const;

/** "198 questions"; nothing where the number is not known. */
export const sizeWords = (items: Pick<Items, 'n' | 'of'> | undefined, say: Say): string | undefined =>
  items && say(itemWords[items.of], items.n);

/**
 * What is known of a task before a value is typed: how many items, on which scale, and which way is better. What the
 * board itself says stands before our table.
 */
export function taskWords(dataset: string, task: string, board: Board | undefined, say: Say): string[] {
  const known = resolveTask(dataset, task);
  const scale = board?.scale ?? known?.scale;
  const tableSays = lookupBenchmark(dataset)?.lowerIsBetter ? 'lower' : known ? 'higher' : 'unknown';
  const direction = board && board.direction !== 'unknown' ? board.direction : tableSays;
  const directions = {
    higher: 'composerHigherBetter',
    lower: 'composerLowerBetter',
    unknown: 'composerDirectionUnknown',
  } as const;
  return [
    sizeWords(known?.items, say),
    scale ? say('composerScale', `${scale[0]}`, `${scale[1]}`) : say('composerScaleUnknown'),
    say(directions[direction]),
  ].filter((words) => words !== undefined);
}

/** "the board's 141 values run from 22 to 91.4", in the values' own text. */
export function boardWords(board: Board, say: Say): string | undefined {
  const [first, ...rest] = [...board.rows].sort((a, b) => a.value - b.value);
  if (!first) return board.gaps.length > 0 ? undefined : say('composerBoardEmpty');
  const last = rest.at(-1);
  if (!last) return say('composerBoardOne', first.valueText);
  return say('composerBoardRange', `${board.rows.length}`, first.valueText, last.valueText);
}
