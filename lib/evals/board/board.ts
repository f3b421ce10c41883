import type { Message } from '../message.ts';
import type { Finding, Gap, Group, GroupBenchmark } from '../report.ts';
import type { Variant } from '../score.ts';

/** One place where a benchmark's page gets its facts from. */
export type BoardLoaderName = 'leaderboard' | 'eval-yaml' | 'official-benchmarks' | 'listed-models';

/** A loader of a benchmark that could not answer. */
export interface BoardGap extends Omit<Gap, 'loader' | 'pullRequest'> {
  loader: BoardLoaderName;
}

/** A dataset on the Hub's own list of benchmarks (`GET /api/datasets?filter=benchmark:official`). */
export interface OfficialBenchmark {
  /** With the Hub's spelling. */
  dataset: string;
  /** The benchmark's name where our table knows it, else the dataset's own. */
  name: string;
}

/** One item of `tasks` in a benchmark's `eval.yaml`: one leaderboard. */
export interface SpecTask {
  id: string;
  config?: string;
  split?: string;
  epochs?: number;
  solvers: string[];
  scorers: string[];
}

/** What a benchmark's `eval.yaml` says, and what is wrong with it. */
export interface BenchmarkSpec {
  dataset: string;
  /** Epoch milliseconds. */
  at: number;
  /**
   * `read`: the file is there; `none`: the dataset has none; `closed`: it cannot be opened by this reader (gated,
   * signed out); `unread`: something else failed, see {@link gaps}.
   */
  file: 'read' | 'none' | 'closed' | 'unread';
  /** On the Hub's own list; `unknown` when the list could not be read. */
  official: boolean | 'unknown';
  name?: string;
  description?: string;
  framework?: string;
  /** The file's tasks in its order, as far as they can be read; where the file is closed, those that our table knows. */
  tasks: SpecTask[];
  findings: Finding[];
  gaps: BoardGap[];
  /** Stored reports of models that have scores for this dataset. */
  reportedBy: number;
  /** What a dataset's page gets of us: the board, one quiet line, or nothing at all. */
  shows: 'board' | 'line' | 'nothing';
}

/** A person or organization, as the leaderboard's answer names them. Hostile text. */
export interface BoardAuthor {
  name: string;
  type?: 'user' | 'org';
}

/** Why a value may not be on the board's scale. It is never converted. */
export type ScaleDoubt = 'fraction' | 'outside';

/** An entry of a model that the board does not show, as the stored report of the model has it. */
export interface HiddenEntry {
  modelId: string;
  value: number;
  valueText: string;
  variant: Variant;
  /** Absent for main. */
  pullRequest?: number;
  path?: string;
}

/** What the last report of a row's model says of this benchmark and task, or the Hub's list of models where it was asked for. */
export interface RowMemory {
  /** When that report was read; epoch milliseconds. */
  at: number;
  standing: Group['standing'];
  /** The sentence of the group's weightiest verdict. */
  summary: Message;
  /** The entry's date, where the report has the very entry that the board shows. */
  date?: string;
  dateIsDefault?: boolean;
  hidden: HiddenEntry[];
}

/** One row of a leaderboard: the best score of one model, as the Hub has chosen it. */
export interface BoardRow {
  /** The Hub's rank, in its own order. */
  rank: number;
  modelId: string;
  value: number;
  /** The JSON number's text: `20.90` in the file is `20.9` here. */
  valueText: string;
  /** Only ever true because the Hub says so. */
  verified: boolean;
  source?: { url: string; name?: string; author?: BoardAuthor };
  /** Absent when the entry stands in the model's main branch. */
  pullRequest?: number;
  filename: string;
  notes?: string;
  /** Parameters of the model, as the Hub counts them. */
  parameters?: number;
  variant: Variant;
  /** Items that the value is a mean over; absent while unknown. */
  n?: number;
  /** Standard error in points of the board's scale; absent where n or the scale is unknown or in doubt. */
  error?: number;
  /** Wilson's 95 % interval, in points of the board's scale. */
  low?: number;
  high?: number;
  doubt?: ScaleDoubt;
  memory?: RowMemory;
}

/** A row as the Hub's answer has it, before anything was made of it. */
export type BoardAnswerRow = Omit<BoardRow, 'variant' | 'n' | 'error' | 'low' | 'high' | 'doubt' | 'memory'>;

/** Which leaderboard, and how much of it. */
export interface BoardRequest {
  dataset: string;
  /** A task's id, exactly as `eval.yaml` has it; the Hub's first task when absent. */
  task?: string;
  /** Ask the Hub again even when an answer is at hand. */
  refresh?: boolean;
  /** Ask also which of the models declare no base model: one request more. */
  bases?: boolean;
  /** Ask also what the Hub's list of models says of dates, conflicts and entries that the board hides: one request more. */
  models?: boolean;
}

/** What the page's margin shows of a board; it is there long before thousands of rows are. */
export interface BoardTop extends Pick<Board, 'dataset' | 'task' | 'at' | 'direction' | 'gaps'> {
  /** How many rows there are, and of which kinds. */
  counts: Record<'all' | 'verified' | 'author' | 'community' | 'doubt' | 'differs' | 'apart', number>;
  /** Rows whose rank's range is known, and those of them that may be the best. */
  ranged: number;
  first: number;
  /** The first rows in the Hub's order; `range` is what chance leaves of the rank. */
  rows: (Pick<BoardRow, 'rank' | 'modelId' | 'valueText'> & { range?: { from: number; to: number } })[];
}

/** One leaderboard. */
export interface Board {
  dataset: string;
  task?: string;
  /** Epoch milliseconds of the Hub's answer. */
  at: number;
  benchmark?: GroupBenchmark;
  /** Least and greatest possible value, where our table knows them. */
  scale?: [least: number, most: number];
  /** Which values are better, and who says so: the rows, our table, or the order in which the Hub ranks them. */
  direction: 'higher' | 'lower' | 'unknown';
  directionFrom: 'hub' | 'table' | 'order' | 'nowhere';
  /** In the Hub's order; models that declare a base model included. */
  rows: BoardRow[];
  /** Rows of the answer that could not be read. */
  unreadable: number;
  /** Ids, in lower case, of the models that declare no base model; only when they were asked for. */
  bases?: string[];
  /** Models of the Hub's list that have scores for this dataset; only when they were asked for. */
  listed?: number;
  /** Stored reports that speak of this benchmark and task; their conflicts are in {@link BoardRow.memory}. */
  remembered: number;
  /** Entries of stored reports whose models the board does not show at all. */
  absent: HiddenEntry[];
  gaps: BoardGap[];
}
