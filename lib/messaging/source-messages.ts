import type { SourceQuestion } from '../draft/source-look.ts';
import type { SourceAnswer } from '../evals/source-answer.ts';

/** The messages about sources; a part of `Protocol`. */
export interface SourceProtocol {
  /**
   * Panel → background: look at what this score of the report at hand names as its source. One request, to the Hub alone;
   * never rejects for the Hub's sake. Undefined when the report has no such score.
   */
  checkSource(which: { repo: string; score: string }): SourceAnswer | undefined;
  /**
   * Composer → background: the same of a score that is being drafted. The one message with an address in it: our own
   * pages alone send it, and nothing is read but a file of a repository of the Hub that it leads to.
   */
  checkDraftSource(question: SourceQuestion): SourceAnswer;
}
