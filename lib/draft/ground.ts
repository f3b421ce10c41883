import type { Message } from '../evals/message.ts';
import type { Report } from '../evals/report.ts';

/** A results file as it stands at one revision. */
export interface GroundFile {
  /** `.eval_results/hle.yaml` */
  path: string;
  /** The whole text; absent where it could not be read (the ground is then not complete). */
  text?: string;
}

/** An open pull request, draft ones included, as far as a draft has to know it. */
export interface GroundPullRequest {
  number: number;
  title: string;
  /** Missing for deleted users. */
  author?: string;
  status: 'open' | 'draft';
  /** ISO time. */
  createdAt?: string;
  /** Results files that it adds, changes or deletes. */
  paths: string[];
}

/** A pull request that was closed without being merged. */
export interface GroundClosed {
  number: number;
  title: string;
  author?: string;
  /** Who closed it, where the Hub says so. */
  closedBy?: string;
  /** ISO time. */
  closedAt?: string;
  /** What it claimed, where its files were read; else the title alone speaks. */
  values?: Array<{ dataset: string; task: string; valueText: string; notes?: string }>;
}

/** What is read afresh for a draft of either kind. It fails closed: nothing is sent unless it is `complete`. */
export interface AnyGround {
  repo: string;
  /** Epoch milliseconds when it was read. */
  at: number;
  /** True only when main and every open pull request were read in full. */
  complete: boolean;
  /** What could not be read; never empty when the ground is not complete. */
  missing: Message[];
  /** Head commit of main. */
  head?: string;
  pullRequests: GroundPullRequest[];
  /** Closed ones that touched the same files or speak of evaluation; absent when they were not looked at. */
  closed?: GroundClosed[];
}

/** What a drafted `eval.yaml` is checked against. */
export interface SpecGround extends AnyGround {
  /** The dataset has one on main already. */
  stands: boolean;
  /** The YAML at the head of the dataset's card; absent where there is none, or it was not read. */
  card?: string;
}

/** The dataset of a drafted entry, as its own `eval.yaml` and the Hub's list of benchmarks say. */
export interface GroundBenchmark {
  dataset: string;
  /** On the Hub's list of benchmarks. `unknown`: the list could not be read. */
  official: boolean | 'unknown';
  /** `tasks[].id` of its `eval.yaml`; absent when that could not be read, or when there is none. */
  tasks?: string[];
  /** Why its `eval.yaml` could not be read: `closed` to this reader (gated), or it `failed`. Absent where there is none. */
  unread?: 'closed' | 'failed';
  /** ISO time; a measurement cannot be older. */
  createdAt?: string;
}

/** The leaderboard of one drafted benchmark and task. */
export interface GroundBoard {
  dataset: string;
  task: string;
  /** Values of other models, in the board's own unit. */
  values: number[];
}

/** All that a draft of scores is checked against. Plain data, safe to send. */
export interface DraftGround extends AnyGround {
  /** The report with every open pull request looked into. */
  report: Report;
  /** Every results file on main (or on the head of {@link updating}). */
  files: GroundFile[];
  /** For the datasets and tasks that the draft names, as far as they were read. */
  benchmarks: GroundBenchmark[];
  boards: GroundBoard[];
  /** The reader's own open pull request that the draft adds to: its head, and the results files on it. */
  updating?: { number: number; head: string; files: GroundFile[] };
}
