import { lookupBenchmark } from './benchmarks/index.ts';
import { cut, type FilePlace, makeFinding } from './finding.ts';
import type { Finding } from './report.ts';
import type { FoundEntry } from './score.ts';

/**
 * What the benchmark table says against entries: a task that the benchmark does not have (S2), a value outside the
 * metric's bounds (S3). Silent where the table knows nothing.
 */
export function benchmarkFindings(entries: readonly FoundEntry[]): Finding[] {
  const tasks = new Map<string, FoundEntry>();
  for (const entry of entries) {
    const { dataset, task, origin } = entry;
    // One word for each file is enough, however many entries it files under the task.
    const key = JSON.stringify([origin.path, origin.pullRequest, dataset, task]);
    if (!tasks.has(key)) tasks.set(key, entry);
  }
  return [...[...tasks.values()].flatMap(taskFinding), ...entries.flatMap(boundsFinding)];
}

function taskFinding(entry: FoundEntry): Finding[] {
  const benchmark = lookupBenchmark(entry.dataset);
  if (!benchmark || benchmark.tasks.length === 0 || benchmark.tasks.some(({ id }) => id === entry.task)) return [];
  const meant = benchmark.tasks.find(({ aliases }) => aliases?.includes(entry.task));
  const ids = benchmark.tasks.map(({ id }) => id).join(', ');
  return [
    makeFinding(placeOf(entry), {
      code: 'S2',
      // The table may lag behind a benchmark that has just got a task; only an official one's list is relied on.
      severity: benchmark.status === 'official' ? 'error' : 'notice',
      rule: 'entry/task-unknown',
      ...lineWith(entry, /task_id/),
      message: meant
        ? { key: 'findingTaskAlias', args: [entry.dataset, entry.task, meant.id] }
        : { key: 'findingTaskUnknown', args: [entry.dataset, cut(entry.task, 100), ids] },
    }),
  ];
}

function boundsFinding(entry: FoundEntry): Finding[] {
  const task = lookupBenchmark(entry.dataset)?.tasks.find(({ id }) => id === entry.task);
  const [least, most] = task?.scale ?? [];
  if (least === undefined || most === undefined || (entry.value >= least && entry.value <= most)) return [];
  return [
    makeFinding(placeOf(entry), {
      code: 'S3',
      rule: 'entry/out-of-bounds',
      ...lineWith(entry, /value/),
      message: { key: 'findingOutOfBounds', args: [entry.valueText, String(least), String(most)] },
    }),
  ];
}

/** The line of an entry that a finding is about; its first when no other fits. */
function lineWith({ origin }: FoundEntry, words: RegExp): { line: number | null; text?: string } {
  if (origin.line === undefined || origin.quote === undefined) return { line: null };
  const lines = origin.quote.split('\n');
  const index = Math.max(
    0,
    lines.findIndex((line) => words.test(line)),
  );
  return { line: origin.line + index, text: lines[index] ?? '' };
}

function placeOf({ origin }: FoundEntry): FilePlace {
  const { path = '', pullRequest, seenBy } = origin;
  return { path, ...(pullRequest === undefined ? {} : { pullRequest }), loader: seenBy.at(-1) ?? 'eval-results' };
}
