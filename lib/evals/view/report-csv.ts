import type { Report } from '../report.ts';
import type { Say } from '../say.ts';
import { toCsv } from './csv.ts';
import { originText } from './origin-text.ts';

const COLUMNS = [
  'repo',
  'dataset',
  'task',
  'value',
  'value_as_written',
  'notes',
  'date',
  'date_is_default',
  'verified',
  'has_token',
  'revision',
  'source_name',
  'source_url',
  'source_user',
  'source_org',
  'pull_requests',
  'origins',
  'group_standing',
  'group_summary',
  'id',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number | boolean | undefined>;

/** All scores of a report as CSV (RFC 4180), one row a score. Column names are the same in every language. */
export function reportCsv(report: Report, say: Say): string {
  const rows = report.groups.flatMap((group) =>
    group.scores.map((score): Row => {
      const numbers = new Set(score.origins.flatMap(({ pullRequest }) => pullRequest ?? []));
      return {
        repo: report.repo,
        dataset: score.dataset,
        task: score.task,
        value: score.value,
        value_as_written: score.valueText,
        notes: score.notes,
        date: score.date,
        date_is_default: score.dateIsDefault ?? false,
        verified: score.verified,
        has_token: score.hasToken,
        revision: score.revision,
        source_name: score.source?.name,
        source_url: score.source?.url,
        source_user: score.source?.user,
        source_org: score.source?.org,
        pull_requests: [...numbers].join(' '),
        origins: score.origins.map((origin) => originText(origin, say)).join('; '),
        group_standing: group.standing,
        group_summary: say(group.summary),
        id: score.id,
      };
    }),
  );
  return toCsv(COLUMNS, rows);
}
