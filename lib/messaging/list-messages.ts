import type { DraftGround } from '../draft/ground.ts';
import type { RowHistory } from '../evals/history.ts';
import type { CardScores, ListQuery } from '../evals/list/list.ts';
import type { Report } from '../evals/report.ts';

/** The scores of the models on a page, and what the reader pinned. Nothing where the reader has switched chips off. */
export interface ListAnswer {
  models: CardScores[];
  pins: string[];
}

/** Which row, and the file that it stands in. */
export interface HistoryRequest {
  repo: string;
  /** A results file, `.eval_results/gpqa.yaml`. */
  path: string;
  /** Absent for main. */
  pullRequest?: number;
  dataset: string;
  task: string;
}

/** What a pull request is reviewed against: the model's report, and the benchmarks and boards that the pull request names. */
export type ReviewAnswer = { report: Report } & Pick<DraftGround, 'benchmarks' | 'boards'>;

/** The messages of pins, the compare page and the lists of models; a part of `Protocol`. */
export interface ListProtocol {
  /** The pinned models, in the reader's order. */
  readPins(): string[];
  /**
   * Pins a model or takes it off. A page of the Hub may do so with the models that it shows, a benchmark's page (`dataset`)
   * with those on its board. Answers what is pinned now.
   */
  pin(change: { repo: string; pinned: boolean; dataset?: string }): string[];
  /** The whole list anew: another order, or fewer. */
  writePins(repos: string[]): string[];
  /** Background → extension pages: the pins are these now. */
  pinsChanged(repos: string[]): void;
  /** Opens the compare page in a tab of its own, with what is pinned and this model. */
  openCompare(also: { repo?: string }): void;
  /** A page with cards of models → background: their scores, by one request to the Hub at most. */
  readList(query: ListQuery): ListAnswer;
  /** Background → chips of a tab: answers whether they live there. */
  areChipsHere(): boolean;
  /** A pull request's page → background: what its review needs; the page's script makes it. */
  readReview(which: { repo: string; pullRequest: number }): ReviewAnswer;
  /** Background → review of a tab: answers whether it lives there. */
  reviewLives(): boolean;
  /** What a results file said of a benchmark and task, commit by commit; read on request. */
  readHistory(which: HistoryRequest): RowHistory;
  /** A page with chips on its cards → background: no more of them, anywhere. The options page brings them back. */
  hideChips(): void;
}
