import { isResultsPath } from '../evals/eval-results.ts';
import { readResults } from '../evals/read-results.ts';
import type { KeptAnswer, RecordedItem, VerifiedEntry } from './plan.ts';
import { plain, resultsText } from './results-text.ts';
import { silentText, unrecordedText } from './unrecorded-text.ts';

/** How the Hub writes a commit's time where an entry has no date of its own. */
const DEFAULT_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/;

/** One results file of a recording, on main or in a pull request. */
export interface FilePlan {
  path: string;
  pullRequest: number | undefined;
  items: RecordedItem[];
  text: string;
  /** Commit time that its entries without date must get. */
  at?: string;
}

export type ExactEntry = Record<string, unknown>;

/** Whether an entry's date is the Hub's default: a commit's time, and the last key. */
const defaultDate = (data: ExactEntry): string | undefined => {
  const { date } = data;
  return typeof date === 'string' && DEFAULT_DATE.test(date) && Object.keys(data).at(-1) === 'date' ? date : undefined;
};

const mostFrequent = (words: string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** A file that leads to exactly these items, or the best text there is. */
export function planFile(path: string, pullRequest: number | undefined, exact: ExactEntry[]): FilePlan {
  const items = plain(exact) as RecordedItem[];
  const error = items.find((item) => item.error !== undefined)?.error;
  if (error !== undefined) return { path, pullRequest, items, text: unrecordedText(error) ?? silentText };
  const entries = exact.map((item) => item.data as ExactEntry);
  // One file has one last commit, hence one default date; other ISO times in it are written out.
  const at = mostFrequent(entries.flatMap((data) => defaultDate(data) ?? []));
  const written = entries.map((data) => {
    if (at === undefined || defaultDate(data) !== at) return data;
    const { date: _, ...rest } = data;
    return rest;
  });
  return { path, pullRequest, items, text: resultsText(written), ...(at !== undefined && { at }) };
}

/** Whether the Hub's reader makes of the text just what was recorded. */
export function givesBack(file: FilePlan): boolean {
  if (!isResultsPath(file.path)) return false;
  const read = readResults(file.text);
  if ('error' in read) return file.items.length === 1 && file.items[0]?.error === read.error;
  const seen = read.entries.map((entry) => sorted({ ...entry, date: entry.date ?? file.at }));
  return JSON.stringify(seen) === JSON.stringify(file.items.map((item) => sorted(item.data)));
}

const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      );

const originOf = (file: FilePlan) => ({
  path: file.path,
  ...(file.pullRequest !== undefined && { pullRequest: file.pullRequest }),
});

/** The recorded items, for a file whose text does not lead to them. */
export const keptAnswer = (file: FilePlan): KeptAnswer => ({ ...originOf(file), items: file.items });

/** Which entries the recording calls verified. */
export const verifiedEntries = (file: FilePlan): VerifiedEntry[] =>
  file.items.flatMap((item, index) => (item.verified === true ? [{ ...originOf(file), index }] : []));
