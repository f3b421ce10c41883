import type { Message } from './message.ts';
import { parseResultsFile } from './parse.ts';

/** A commit as the Hub lists it. */
export interface CommitFacts {
  id: string;
  title: string;
  /** Missing for commits of nobody that the Hub knows. */
  author?: string;
  /** ISO time. */
  date?: string;
}

/** A results file at one commit; null where it did not exist. */
export interface FileVersion {
  commit: CommitFacts;
  text: string | null;
}

/** What a file said of one benchmark and task from a commit on. */
export interface HistoryStep {
  commit: CommitFacts;
  /** As written; empty where the file said nothing of it. */
  values: { valueText: string; notes?: string; date?: string }[];
  /** The file did not exist, or could not be read in full. */
  file: 'read' | 'absent' | 'unreadable';
  /** It may have been said long before: {@link commit} is the oldest that was looked at, not the one that began to say it. */
  isOlder?: true;
}

/** The values of a row over time, the youngest first. */
export interface RowHistory {
  steps: HistoryStep[];
  /** Older commits were not looked at. */
  older: boolean;
  /** Why nothing, or not all of it, could be read. */
  gap?: Message;
}

/**
 * What each version of a file says of a benchmark and task; a step for each commit that changed it.
 * @param versions the youngest first
 * @param more there are older versions than these
 */
export function historySteps(
  versions: readonly FileVersion[],
  path: string,
  row: { dataset: string; task: string },
  more = false,
): HistoryStep[] {
  const steps: HistoryStep[] = [];
  let later: string | undefined;
  for (const { commit, text } of versions) {
    const step = stepOf(commit, text, path, row);
    const said = JSON.stringify([step.values, step.file]);
    // The same was said before already: the older commit is the one that began to say it.
    if (said === later) steps.pop();
    steps.push(step);
    later = said;
  }
  const first = steps.at(-1);
  if (more && first) first.isOlder = true;
  // Before it first said anything there is nothing to tell.
  while (steps.length > 0 && steps.at(-1)?.values.length === 0 && steps.at(-1)?.file !== 'unreadable') steps.pop();
  return steps;
}

function stepOf(
  commit: CommitFacts,
  text: string | null,
  path: string,
  { dataset, task }: { dataset: string; task: string },
): HistoryStep {
  if (text === null) return { commit, values: [], file: 'absent' };
  const { entries, findings } = parseResultsFile(text, { path, loader: 'main-files' });
  const own = entries.filter((one) => one.dataset.toLowerCase() === dataset.toLowerCase() && one.task === task);
  const values = own.map(({ valueText, notes, date }) => ({
    valueText,
    ...(notes !== undefined && { notes }),
    ...(date !== undefined && { date }),
  }));
  const broken = findings.some(({ severity }) => severity === 'error');
  return { commit, values, file: broken ? 'unreadable' : 'read' };
}
