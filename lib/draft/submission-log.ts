import type { RepoRef } from '../evals/repo-ref.ts';
import { cell } from '../evals/view/csv.ts';
import type { Draft } from './draft.ts';

/** One pull request that was opened, or added to, from here. */
export interface SubmissionRecord extends RepoRef {
  /** {@link SubmissionPlan.key} of the confirm. */
  key: string;
  draft: string;
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
  /** Empty for an `eval.yaml`. */
  claims: Array<{ dataset: string; task: string; valueText: string; notes?: string }>;
}

/** The scores that a draft claims; none for an `eval.yaml`. */
export const claimsOf = (draft: Draft): SubmissionRecord['claims'] =>
  draft.kind === 'spec'
    ? []
    : draft.entries.map(({ dataset, task, valueText, notes }) => ({
        dataset,
        task,
        valueText,
        ...(notes !== undefined && { notes }),
      }));

const columns = 'time,type,repository,pullRequest,added,status,statusTime,account,title,dataset,task,value,notes'.split(
  ',',
);

/** The log as CSV, one line for each score that was claimed, and one for each `eval.yaml`. */
export function submissionsCsv(records: readonly SubmissionRecord[]): string {
  const iso = (time: number) => new Date(time).toISOString();
  const lines = records.flatMap((record) =>
    (record.claims.length > 0 ? record.claims : [NO_SCORE]).map(({ dataset, task, valueText, notes = '' }) =>
      [
        iso(record.at),
        record.repoType,
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

const NO_SCORE: SubmissionRecord['claims'][number] = { dataset: '', task: '', valueText: '' };

/** The log as JSON, all that is kept of it. */
export function submissionsJson(records: readonly SubmissionRecord[]): string {
  return `${JSON.stringify({ kind: 'crosscheck-submissions', version: 1, submissions: records }, null, 2)}\n`;
}
