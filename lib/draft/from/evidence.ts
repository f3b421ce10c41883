import { cut } from '../../evals/finding.ts';
import type { Message } from '../../evals/message.ts';
import type { DraftEntry, DraftEvidence } from '../draft.ts';
import type { ProblemLevel } from '../problem.ts';
import type { Written } from './json.ts';

/** What an entry begins with: only what the evidence states. */
export type EntryStart = Partial<Omit<DraftEntry, 'id' | 'evidence'>> & { evidence: DraftEvidence };

export type EvidenceFormat = 'eval-results' | 'inspect-log' | 'lm-eval' | 'lighteval' | 'eee' | 'draft' | 'unknown';

/** Something to say of a file that was dropped or pasted. */
export interface ImportFinding {
  level: ProblemLevel;
  /** Stable and greppable: `inspect/limited`. */
  rule: string;
  message: Message;
  line?: number;
  /** Where in the file, `[0].dataset.task_id`. */
  at?: string;
}

/** What was read from a dropped or pasted file. Never an exception: what is wrong with it is a finding. */
export interface ReadEvidence {
  format: EvidenceFormat;
  /** The model that the file says it evaluated. */
  model?: string;
  /** The repository of a draft that was exported. */
  repo?: string;
  entries: EntryStart[];
  findings: ImportFinding[];
}

/** One result of a log, before it is known which benchmark it is of. */
export interface LogResult {
  /** The file's own name for the task, for the reader. */
  name: string;
  /** Names of the benchmark, the most telling first: ids of datasets, then names of tasks. */
  names: readonly (string | undefined)[];
  value: Written;
  start: Omit<EntryStart, 'dataset' | 'task' | 'valueText'>;
}

export const finding = (
  level: ProblemLevel,
  rule: string,
  key: Message['key'],
  ...args: (string | number)[]
): ImportFinding => ({ level, rule, message: args.length > 0 ? { key, args } : { key } });

/** The part of a file that states a value, short enough to be shown. */
export const quoteOf = (text: string): string => cut(text.replace(/\s+/g, ' '), 600);

/** The day of a time as files write it: ISO, or seconds since 1970; undefined for anything else. */
export function dayOf(time: string | number | undefined): string | undefined {
  if (time === undefined || time === '') return undefined;
  const text = String(time);
  const iso = /^(\d{4}-\d{2}-\d{2})(?=$|[T ])/.exec(text)?.[1];
  if (iso) return iso;
  const seconds = Number(text);
  // 2015 to 2100: anything else is no time of an evaluation (uptimes and durations stand in such fields too).
  return seconds > 1_420_000_000 && seconds < 4_102_444_800
    ? new Date(seconds * 1000).toISOString().slice(0, 10)
    : undefined;
}

/** The day that the name of a results file carries, as lm-evaluation-harness and lighteval write it. */
export const dayOfName = (file: string | undefined): string | undefined =>
  /(?:^|[_/\\])(\d{4}-\d{2}-\d{2})T\d{2}-\d{2}-\d{2}/.exec(file ?? '')?.[1];
