import type { Message } from '../message.ts';
import type { Group } from '../report.ts';

/** How the Hub's own list of models is sorted, in the words of its API. */
export type ListSort = 'trendingScore' | 'downloads' | 'likes' | 'createdAt' | 'lastModified';

/** What a page that lists models asks the Hub for, as its address says it. */
export interface ListQuery {
  search?: string;
  author?: string;
  pipelineTag?: string;
  /** Tags that every model of the list has: library, language, licence, dataset and others. */
  filters: string[];
  apps?: string[];
  providers?: string[];
  /** `min:3B,max:24B`, as the Hub writes it. */
  parameters?: string;
  sort: ListSort;
  /** Which page of thirty, from 0. */
  page: number;
}

/** One score of a card: what is reported of one benchmark and task, in short. */
export interface CardChip {
  dataset: string;
  task: string;
  /** What the chip calls it: the benchmark, with the task where that says more. */
  name: string;
  /** The value as written; where the reports have several, the lowest and the highest. */
  values: [string] | [string, string];
  standing: Group['standing'];
  /** What the group's scores say of one another. */
  summary: Message;
  reports: number;
}

/** What the card of one model gets; a model without any score is not in the answer. */
export interface CardScores {
  repo: string;
  chips: CardChip[];
  /** Scores of all benchmarks, those without a chip too. */
  scores: number;
}
