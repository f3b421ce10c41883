import type { Message } from './message.ts';
import type { CardLine, FoundEntry, LoaderName, Score } from './score.ts';

export type Severity = 'none' | 'info' | 'notice' | 'warning' | 'error';

/** Codes of findings and verdicts: `../shared/discrepancies.md` 3.6 (S1 … B2). `V0`: notes differ and were not understood. `D0`: values differ, n unknown. */
export type CheckCode =
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'I1'
  | 'I2'
  | 'V0'
  | 'V1'
  | 'V2'
  | 'V3'
  | 'V4'
  | 'R1'
  | 'D0'
  | 'L1'
  | 'L2'
  | 'N0'
  | 'N1'
  | 'N2'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'P4'
  | 'P5'
  | 'P6'
  | 'B1'
  | 'B2';

/** What we say of two scores of one group. A hint with its evidence, never a truth. */
export interface Verdict {
  /** {@link Score.id} of the two; the same id twice where one score is in question by itself. */
  a: string;
  b: string;
  code: CheckCode;
  severity: Severity;
  /** False when a difference between the two says nothing about the model. */
  comparable: boolean;
  /** |a − b| in points of the entries' own scale; null where the scales are in question. */
  deltaPoints: number | null;
  /** The gap in items of the benchmark; null while n is unknown. */
  deltaItems: number | null;
  /** Items of the task; null while unknown. */
  n: number | null;
  z: number | null;
  /** Two-sided p-value of this pair by itself. */
  p: number | null;
  /** Runs a score that z counts with, as declared or as the digits imply. */
  runs?: [a: number, b: number];
  /** p adjusted for the comparisons of the whole page (Holm). */
  adjustedP?: number;
  comparisons?: number;
  /** Codes that hold too, weaker than {@link code}. */
  secondary: CheckCode[];
  /** The sentence for the reader. */
  message: Message;
  /** The reader has put it away; it no longer counts for the group's standing. Set by `withDismissed`. */
  dismissed?: true;
}

/** What the benchmark table knows of a group's benchmark and task; absent when it does not know the dataset. */
export interface GroupBenchmark {
  /** The benchmark's name as the field writes it, `GPQA`. */
  name: string;
  /** True when the dataset is on the Hub's own list of benchmarks, so that it hosts a leaderboard. */
  official: boolean;
  /** How many items the task has, and where that number was read. */
  items?: { n: number; of: 'questions' | 'tasks' | 'pages'; source: string; about?: boolean };
}

/** All scores of one benchmark and task. */
export interface Group {
  dataset: string;
  task: string;
  benchmark?: GroupBenchmark;
  scores: Score[];
  /** One for each pair that is worth a word, the highest severity first. */
  verdicts: Verdict[];
  /** What the group's one line says. */
  summary: Message;
  /**
   * The severity of that line, with the four meanings of the interface; `dismissed` where the reader has put away
   * every word that its scores do not agree.
   */
  standing: 'single' | 'agree' | 'differs' | 'not-comparable' | 'scale' | 'dismissed';
  /** Scores, the last ones, that no verdict compares with others because the group is too big; absent for none. */
  notCompared?: number;
}

/** Something wrong with one file or entry. Bad input is never an exception. */
export interface Finding {
  path: string;
  /** Absent for main. */
  pullRequest?: number;
  /** 1-based; null when the text was not read, or the whole file is meant. */
  line: number | null;
  code: CheckCode;
  severity: Severity;
  /** The rule, stable and greppable: `schema/required`, `yaml/syntax`, `file/too-large` … */
  rule: string;
  message: Message;
  /** The field, in the Hub's own notation: `[0].dataset.task_id`. Absent when the whole file is meant. */
  at?: string;
  /** The text of the bad line, cut at 200 characters. */
  text?: string;
  /** What the Hub's API says of the file, verbatim. */
  hubSays?: string;
  /** The line of a card whose benchmark is named and not which part of it; absent for all other findings. */
  stated?: CardLine & { dataset: string };
  seenBy: LoaderName;
}

export type GapReason =
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'sign-in'
  | 'gated'
  | 'no-access'
  | 'forbidden'
  | 'disabled'
  | 'repo-missing'
  | 'entry-missing'
  | 'revision-missing'
  | 'server'
  | 'unexpected'
  | 'too-large'
  | 'aborted';

/** A loader that could not answer, or could not answer in full. */
export interface Gap {
  loader: LoaderName;
  reason: GapReason;
  message: Message;
  /** The pull request or path that it is about; absent when the whole loader failed. */
  pullRequest?: number;
  path?: string;
  /** Epoch milliseconds; for `rate-limited`. */
  retryAt?: number;
  /** For developers and the "details" link: what exactly came back. Never holds a token or a header. */
  detail?: string;
}

/** An open pull request that we know of. */
export interface PullRequest {
  number: number;
  title?: string;
  /** Missing for deleted users. */
  author?: string;
  /** ISO time. */
  createdAt?: string;
  status: 'draft' | 'open' | 'closed' | 'merged' | 'unknown';
  /** Commit that its ref points to. */
  head?: string;
  /** `read`: its changes were looked into; `named`: only the API speaks of it; `unread`: left for the reader to ask for. */
  looked: 'read' | 'named' | 'unread';
}

/** What the Hub says of the repository itself. */
export interface RepoFacts {
  /** With the Hub's own spelling, after a redirect of a legacy id. */
  id: string;
  gated: false | 'auto' | 'manual';
  private: boolean;
  disabled: boolean;
  /** Head commit of main. */
  sha?: string;
  tags: string[];
  baseModels: string[];
  lastModified?: string;
}

export type LoaderState = 'pending' | 'ok' | 'gap' | 'off';

/** What one loader has to say so far; plain data, safe to store and to send. */
export interface Evidence {
  entries: FoundEntry[];
  findings: Finding[];
  gaps: Gap[];
  pullRequests: PullRequest[];
  /** Open pull requests that were not even listed: the Hub lists them page by page. Absent when there are none. */
  unlistedPullRequests?: number;
  facts?: RepoFacts;
}

/** A benchmark of the Hub's own list that nobody states a score of this model for. */
export interface LackingBenchmark {
  dataset: string;
  /** Its main task. */
  task: string;
  name: string;
}

/** All that anyone reports for one repository, at one moment. Every snapshot is complete in itself. */
export interface Report {
  /** Shape version; see `lib/store/reports.ts`. */
  version: 1;
  repo: string;
  /** Epoch milliseconds when the youngest of its parts was read. */
  at: number;
  /** True when it comes from the store and is still being checked. */
  stored: boolean;
  loaders: Record<LoaderName, LoaderState>;
  facts?: RepoFacts;
  groups: Group[];
  /** Official benchmarks of the fields that this model is measured in, without a score. */
  lacking?: LackingBenchmark[];
  findings: Finding[];
  gaps: Gap[];
  pullRequests: PullRequest[];
  /** Open pull requests beyond those in {@link pullRequests}; see {@link Evidence.unlistedPullRequests}. */
  unlistedPullRequests?: number;
}
