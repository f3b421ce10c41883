/** One pull request that was opened, or added to, from here. */
export interface SubmissionRecord {
  /** {@link SubmissionPlan.key} of the confirm. */
  key: string;
  draft: string;
  repo: string;
  pullRequest: number;
  /** True when the commit went into a pull request that was open already. */
  added: boolean;
  title: string;
  account: string;
  /** Epoch milliseconds when it was opened. */
  at: number;
  /** As the Hub said last, and when; `statusAt` is when we saw the change, not when it happened. */
  status: 'open' | 'draft' | 'merged' | 'closed' | 'unknown';
  statusAt: number;
  /** Closed from here, by its author. */
  closedByMe?: true;
  claims: Array<{ dataset: string; task: string; valueText: string; notes?: string }>;
}

const columns = 'time,repository,pullRequest,added,status,statusTime,account,title,dataset,task,value,notes'.split(',');

/** A cell by RFC 4180; what a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | boolean): string {
  const text = String(value);
  const safe =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The log as CSV, one line for each score that was claimed. */
export function submissionsCsv(records: readonly SubmissionRecord[]): string {
  const iso = (time: number) => new Date(time).toISOString();
  const lines = records.flatMap((record) =>
    record.claims.map(({ dataset, task, valueText, notes = '' }) =>
      [
        iso(record.at),
        record.repo,
        record.pullRequest,
        record.added,
        record.status,
        iso(record.statusAt),
        record.account,
        record.title,
        dataset,
        task,
        valueText,
        notes,
      ]
        .map(cell)
        .join(','),
    ),
  );
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The log as JSON, all that is kept of it. */
export function submissionsJson(records: readonly SubmissionRecord[]): string {
  return `${JSON.stringify({ kind: 'crosscheck-submissions', version: 1, submissions: records }, null, 2)}\n`;
}
