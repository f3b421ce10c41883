import type { Message } from '../evals/message.ts';
import type { Draft } from './draft.ts';

/** The form's fields, and what belongs to none of them. */
export type DraftField =
  | 'repo'
  | 'dataset'
  | 'task'
  | 'revision'
  | 'valueText'
  | 'notes'
  | 'date'
  | 'source.url'
  | 'source.name'
  | 'source.user'
  | 'source.org'
  | 'checkpoint'
  | 'updates'
  | 'text'
  | 'draft';

/** `error` blocks; `warning` must be accepted by the reader ({@link Draft.answers}); `notice` is only said. */
export type ProblemLevel = 'error' | 'warning' | 'notice';

/** Where a problem's evidence stands; the interface makes the link of it. */
export type ProblemLink =
  | { kind: 'pull-request'; number: number }
  | { kind: 'file'; path: string; pullRequest?: number; line?: number }
  /** A score of the ground's report, by its id. */
  | { kind: 'score'; id: string }
  | { kind: 'url'; url: string };

/** One thing that a check says of a draft. */
export interface Problem {
  /** Stable as long as what it speaks of stays the same, so that an accepted warning does not cover another one. */
  id: string;
  /** Name of the check that says it. */
  check: string;
  field: DraftField;
  /** {@link DraftEntry.id}; absent when it is about the whole draft. */
  entry?: string;
  level: ProblemLevel;
  message: Message;
  /** 1-based line of the drafted file. */
  line?: number;
  links?: ProblemLink[];
  /** A change that the reader may take with one click; never made unasked. */
  offer?: { field: DraftField; text: string; message: Message };
}

const weight: Record<ProblemLevel, number> = { error: 0, warning: 1, notice: 2 };

/** The errors first, then the warnings; those of one level as they were. */
export const errorsFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => weight[a.level] - weight[b.level]);

/** What still forbids sending: errors, and warnings that the reader has not accepted. */
export const blocking = (problems: readonly Problem[], draft: Pick<Draft, 'answers'>): Problem[] =>
  problems.filter(
    ({ id, level }) => level === 'error' || (level === 'warning' && !draft.answers.accepted.includes(id)),
  );
