import type { Draft, DraftEntry, DraftEvidence, ScoresDraft, SpecDraft, SubmissionPlan } from '../draft/draft.ts';
import type { DraftGround, SpecGround } from '../draft/ground.ts';

/** Whose account pull requests are opened with. The token itself stays in the background. */
export interface Account {
  name: string;
  method: 'token' | 'oauth';
  /** Whether the token may open pull requests, as far as the Hub says. */
  canOpen: boolean | 'unknown';
}

/** An entry to begin a draft with: what is known of it, where it was read. */
export type EntryStart = Partial<Omit<DraftEntry, 'id' | 'evidence'>> & { evidence: DraftEvidence };

/** What a draft of scores begins with. */
export interface ScoresStart {
  kind?: 'scores';
  /** `org/name`; absent while the reader has not named the model. */
  repo?: string;
  entries?: EntryStart[];
  /** Open the composer in a tab. Always, when a page of the Hub asks. */
  open?: 'tab';
}

/** What a draft of a dataset's `eval.yaml` begins with. */
export interface SpecStart extends Pick<SpecDraft, 'kind' | 'text' | 'repo'> {
  open?: 'tab';
}

export type DraftStart = ScoresStart | SpecStart;

/** All of a draft that is the reader's to change. */
export type DraftText =
  | Pick<ScoresDraft, 'kind' | 'id' | 'repo' | 'entries' | 'answers' | 'asDraft' | 'updates'>
  | Pick<SpecDraft, 'kind' | 'id' | 'repo' | 'text' | 'answers' | 'asDraft'>;

/** What a draft is checked for. */
export interface GroundRequest {
  repo: string;
  /** The benchmarks of its entries, whose `eval.yaml` and boards are read too. */
  benchmarks?: { dataset: string; task: string }[];
  /** The reader's own open pull request that the draft adds to. */
  updates?: number;
}

/** What was previewed and confirmed; the draft must be the one that it was made from. */
export interface SendRequest {
  id: string;
  plan: SubmissionPlan;
}

/** A draft that is kept although it cannot be read. */
export interface LostDraft {
  id: string;
  /** As JSON. */
  text: string;
}

/** The messages of drafts, their submission and the account; a part of `Protocol`. */
export interface DraftProtocol {
  /** All drafts that can be read, the one changed last first. */
  listDrafts(): Draft[];
  readDraft(id: string): Draft | undefined;
  /** A new draft. A page of the Hub may ask for one of its own repository; the composer then opens in a tab. */
  createDraft(start: DraftStart): Draft;
  /** Autosave of what the reader may change; refused while the draft is being sent and once it was opened. */
  writeDraft(text: DraftText): Draft;
  /** Refused while it is being sent, or in doubt. What was opened stays in the log of submissions. */
  deleteDraft(id: string): void;
  /** Drafts that are kept but cannot be read, as their raw text. */
  listLostDrafts(): LostDraft[];
  /** What a draft is checked against, read anew. Fails closed by its `complete`; never rejects for the Hub's sake. */
  readForDraft(about: GroundRequest): DraftGround;
  /** The same for an `eval.yaml`, by its dataset. */
  readForSpec(dataset: string): SpecGround;
  /** The one confirm. Answers when it is over or waits for something; `draftChanged` tells of the steps between. */
  sendDraft(request: SendRequest): Draft;
  /** Looks on the Hub for what may have been opened, and how an opened pull request stands. */
  lookAgain(id: string): Draft;
  /** Closes the reader's own pull request that this draft opened, with the reason as a comment. */
  closeOwn(request: { id: string; reason: string }): Draft;
  /** All drafts, with how the opened ones stand now; asked when the popup opens. */
  refreshDrafts(): Draft[];
  /** What was sent, as a file's text. */
  exportSubmissions(format: 'csv' | 'json'): string;
  /** Whose account pull requests are opened with; never the token. */
  readAccount(): Account | null;
  /** Asks the Hub whose token this is and keeps it. Rejects when the Hub refuses it or cannot be asked; then nothing changes. */
  saveToken(token: string): Account;
  /** OAuth in a window of the browser; only where the build has a client id. */
  signIn(): Account;
  signOut(): void;
  /** Background → extension pages: a draft has another text or state now. */
  draftChanged(draft: Draft): void;
}
