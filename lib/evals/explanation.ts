import type { Message } from './message.ts';
import type { CheckCode, Severity } from './report.ts';
import type { Origin, VariantTag } from './score.ts';

/** Where the words or the number stand that a cause speaks of. */
export interface Proof {
  /** {@link Score.id} */
  score: string;
  /** The words themselves; absent when the place is the proof. */
  quote?: string;
  from?: VariantTag['from'];
  origin: Origin;
}

/** One reason why two scores differ, or seem to. */
export interface Cause {
  code: CheckCode;
  severity: Severity;
  message: Message;
  proofs: Proof[];
}

/** What chance leaves between two scores, with all that the reader needs to count again. */
export interface NoiseAccount {
  /** |a − b| in points, and in items. */
  points: number;
  items: number;
  n: number;
  of: 'questions' | 'tasks' | 'pages' | 'items';
  about: boolean;
  /** A link to where n is from, or `notes` for the entry's own words; with the date when it was read there. */
  source: string;
  date: string | null;
  runs: [a: number, b: number];
  /** Standard error of the difference, in points. */
  error: number;
  /** Gaps below it are seen in 95 of 100 cases, in points. */
  within: number;
  z: number;
  p: number;
  /** p after Holm over the comparisons of the page, where the pair is one of them. */
  adjusted: { p: number; comparisons: number } | null;
  /** The formula with its numbers. */
  formula: string;
  /** Where the formula is from. */
  reference: string;
}

/** One value of the group on a line, for the dot strip. */
export interface Dot {
  score: string;
  valueText: string;
  value: number;
  /** Wilson's 95 % interval in the entries' own unit; null while n or the scale is unknown. */
  interval: [low: number, high: number] | null;
  /** Whether the explanation is about this one. */
  asked: boolean;
}

/** Everything behind one verdict, ranked. Plain data, made where the report is. */
export interface Explanation {
  a: string;
  b: string;
  question: Message;
  /** The leading cause first. */
  causes: Cause[];
  noise: NoiseAccount | null;
  /** By value, the lowest first. */
  dots: Dot[];
  /** Scores elsewhere in the group that give the number of a or b. */
  copies: string[];
  /** What is known against the benchmark itself. */
  caveats: { message: Message; source: string; date: string }[];
}
