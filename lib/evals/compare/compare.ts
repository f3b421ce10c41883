import type { ItemCount } from '../checks/side.ts';
import type { Dot } from '../explanation.ts';
import type { Message, Phrase } from '../message.ts';
import type { Group, GroupBenchmark, Verdict } from '../report.ts';
import type { Score } from '../score.ts';

/** All that is reported of one model for one row. */
export interface CompareCell {
  /** As in the model's report: nothing is dropped, rounded or joined. */
  scores: Score[];
  verdicts: Verdict[];
  standing: Group['standing'];
  summary: Message;
  /** The lowest and the highest value, where there are several. */
  spread: { low: Score; high: Score } | null;
  /** Each score with the interval that its number of items leaves. */
  dots: Dot[];
}

/** One benchmark and task, or one setup of it, across the models. */
export interface CompareRow {
  key: string;
  dataset: string;
  task: string;
  name: string;
  benchmark?: GroupBenchmark;
  lowerIsBetter: boolean;
  /** The words of the setup that the row is about; null where all setups stand together. */
  setup: string | null;
  /** One for each model, in the order of the columns; null for a model of which nothing is reported. */
  cells: (CompareCell | null)[];
}

export type Outcome = 'higher' | 'lower' | 'within' | 'equal' | 'unknown' | 'not-comparable';

/** What can be said of two models on one row. */
export interface TwoModels {
  row: CompareRow;
  a: Score;
  b: Score;
  /** Of `a` against `b`; `higher` and `lower` only beyond chance. */
  outcome: Outcome;
  /** The sentence for the reader. */
  message: Message;
  /** What only one of the two says of its setup. */
  oneSided: Phrase[];
  /** Pairs of reports that could have been compared; the closest was. */
  pairs: number;
  deltaPoints: number | null;
  deltaItems: number | null;
  items: ItemCount | null;
  /** Gaps below it are seen in 95 of 100 cases, in points. */
  within: number | null;
  z: number | null;
  p: number | null;
  adjustedP: number | null;
}
