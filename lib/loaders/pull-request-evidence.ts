import type { ParsedFile } from '../evals/parse.ts';
import type { Evidence, Gap, PullRequest } from '../evals/report.ts';
import { type PullRequestRecord, readRecord } from './pull-request-record.ts';
import type { Survey } from './survey-pull-requests.ts';

/** What came of one pull request. */
export interface Looked {
  record?: PullRequestRecord;
  /** The record is of an earlier reading: what the list says of it is younger. */
  isKept?: boolean;
  /** Its changes were looked into, or there is no need to. */
  isRead?: boolean;
  read?: ParsedFile;
  gaps: Gap[];
}

/** All that is known of the pull requests so far. */
export function pullRequestEvidence(survey: Survey, looked: ReadonlyMap<number, Looked>): Evidence {
  const { listed, named, unlisted, gaps } = survey;
  const known = new Map<number, PullRequest>(
    named.map((number) => [number, { number, status: 'open', looked: 'named' }]),
  );
  for (const { num, isPullRequest: _, ...rest } of listed) {
    known.set(num, { number: num, ...rest, looked: named.includes(num) ? 'named' : 'unread' });
  }
  for (const { record, isKept, isRead } of looked.values()) {
    if (!record) continue;
    const { num, files: _, ...rest } = record;
    const { looked: before = 'unread', ...fromList } = known.get(num) ?? {};
    known.set(num, { ...rest, ...(isKept && fromList), number: num, looked: isRead ? 'read' : before });
  }
  const found = [...looked.values()];
  return {
    entries: found.flatMap(({ read }) => read?.entries ?? []),
    findings: found.flatMap(({ read }) => read?.findings ?? []),
    gaps: [...gaps, ...found.flatMap((one) => one.gaps)],
    pullRequests: [...known.values()].sort((a, b) => a.number - b.number),
    ...(unlisted > 0 && { unlistedPullRequests: unlisted }),
  };
}

/** What an earlier reading found; shown until the Hub has said what is still open. */
export async function evidenceOfKept(records: readonly PullRequestRecord[]): Promise<Evidence> {
  const reads = await Promise.all(records.map((record) => readRecord(record, [])));
  return {
    entries: reads.flatMap(({ entries }) => entries),
    findings: reads.flatMap(({ findings }) => findings),
    gaps: [],
    pullRequests: records.map(({ num, files: _, ...rest }) => ({ number: num, ...rest, looked: 'read' })),
  };
}
