import type { RepoRef, RepoType } from '../evals/repo-ref.ts';
import type { Source } from '../evals/score.ts';

/** Where the figures of a draft's entry were read; kept with it, quoted in the pull request's text. Hostile text. */
export interface DraftEvidence {
  kind: 'card' | 'report' | 'file' | 'typed';
  /** The row as read, label and cells parted by bars; or the part of the file that states the value. */
  quote?: string;
  /** Header of the column that the value stands in. */
  column?: string;
  row?: string;
  /** The table's number in the card, from 1. */
  table?: number;
  section?: string[];
  footnotes?: string[];
  /** 1-based line of the card or file. */
  line?: number;
  /** The commit of the card that was read. */
  commit?: string;
  /** Name of the file that was dropped, and its format, `inspect-log`. */
  file?: string;
  format?: string;
  /** What the file states beside the value (n, standard error, shots, …), in its own words; nothing is invented. */
  stated?: Array<[name: string, value: string]>;
}

/** One entry that a draft claims; fields hold what stands in the form, valid or not. */
export interface DraftEntry {
  /** Stable within the draft. */
  id: string;
  dataset: string;
  task: string;
  /** Dataset revision, when pinned. */
  revision?: string;
  /** The value as the reader typed or the evidence states it; written to the file as it stands, never rescaled silently. */
  valueText: string;
  notes?: string;
  /** `YYYY-MM-DD`, the day of the measurement. */
  date?: string;
  source?: Source;
  evidence: DraftEvidence;
}

/** The exact change that was previewed and confirmed. Frozen: what is sent is this and nothing else. */
export interface SubmissionPlan extends RepoRef {
  /**
   * All files, by path in the repository, with their whole new text, and with what stood there at the preview. That is
   * for the eye alone: it is absent for a new file, and for one too long to be kept beside each draft.
   */
  files: Array<{ path: string; text: string; before?: string }>;
  /** Head of the branch that the preview was made on; a moved branch is an answer, not an overwrite. */
  parentCommit: string;
  /** The reader's own open pull request that is added to; absent for a new one. */
  pullRequest?: number;
  title: string;
  /** The pull request's text, with the idempotency mark in it. */
  body: string;
  /** The idempotency mark, `crosscheck:` and a random id; one for each confirm. */
  key: string;
  /** Open it as a draft pull request, which cannot be merged until it is published. */
  asDraft: boolean;
  /** The account that was shown when it was confirmed. */
  account: string;
  confirmedAt: number;
}

/** Where a submission stands. Kept with the draft, so that the background's death loses nothing. */
export type SubmissionState =
  | { step: 'draft' }
  | { step: 'checking-account' | 'checking-duplicates' | 'opening' | 'looking-for-it'; attempt: number; since: number }
  /** Nothing was opened; the reason says what to do. `retryAt` where the Hub said when. */
  | { step: 'stopped'; reason: StopReason; detail?: string; retryAt?: number; at: number }
  /** It is not known whether the Hub took it: it is looked for before anything is sent again. */
  | { step: 'in-doubt'; since: number; detail?: string }
  | {
      step: 'opened';
      pullRequest: number;
      at: number;
      /** As the Hub said last, and when. */
      status: 'open' | 'draft' | 'merged' | 'closed' | 'unknown';
      statusAt: number;
    };

export type StopReason =
  | 'signed-out'
  | 'token-refused'
  | 'other-account'
  | 'forbidden'
  | 'discussions-disabled'
  | 'gated'
  | 'repo-missing'
  | 'main-moved'
  | 'duplicate'
  | 'unchecked'
  | 'brake'
  | 'rate-limited'
  | 'offline'
  | 'server'
  | 'refused'
  | 'unexpected';

/** What drafts of both kinds have. Their content, answers and mode are the reader's to change, and nothing else. */
interface AnyDraft {
  version: 2;
  id: string;
  /** `org/name`; empty until the reader names it. */
  repo: string;
  /** The reader's answers to what only a person knows. */
  answers: {
    /** "Was this checkpoint itself evaluated?" for quantized and derived repositories. */
    checkpointEvaluated?: boolean;
    /** Ids of warnings that were read and accepted. */
    accepted: string[];
  };
  asDraft: boolean;
  /** Add to this open pull request of the reader's own. */
  updates?: number;
  createdAt: number;
  changedAt: number;
  plan?: SubmissionPlan;
  /** Marks of all confirms that may have reached the Hub; looked for before anything is sent again. */
  marks?: string[];
  submission: SubmissionState;
}

/** Scores for one model, not yet sent, or sent. */
export interface ScoresDraft extends AnyDraft {
  kind: 'scores';
  entries: DraftEntry[];
}

/** The `eval.yaml` that would make a benchmark of a dataset that has none. */
export interface SpecDraft extends AnyDraft {
  kind: 'spec';
  /** The whole file, as the reader left it. */
  text: string;
}

export type Draft = ScoresDraft | SpecDraft;

/** Where drafts of a kind go: scores to a model, a specification to a dataset. */
export const repoTypeOf = ({ kind }: Pick<Draft, 'kind'>): RepoType => (kind === 'spec' ? 'dataset' : 'model');

/** The repository that a draft is for. */
export const repoOf = (draft: Pick<Draft, 'kind' | 'repo'>): RepoRef => ({
  repoType: repoTypeOf(draft),
  repo: draft.repo.trim(),
});
