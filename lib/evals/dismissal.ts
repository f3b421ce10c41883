import { hash53 } from './hash53.ts';
import type { Group, Report, Verdict } from './report.ts';
import { standingOf } from './standing.ts';

/** A verdict as its reader points to it. */
export type VerdictName = Pick<Verdict, 'a' | 'b' | 'code'>;

/**
 * What a dismissal is kept under. Ids of scores are made of their content (benchmark, task, value, date, notes,
 * source), so a verdict comes back by itself when one of the two says something else. Only a hash is kept: nothing of a
 * private repository can be read from it.
 */
export function dismissalKey(repo: string, { a, b, code }: VerdictName): string {
  return hash53(JSON.stringify([repo.toLowerCase(), ...[a, b].sort(), code])).toString(36);
}

/** The report as somebody sees it who has dismissed these verdicts: they are marked, and standings are without them. */
export function withDismissed(report: Report, dismissed: ReadonlySet<string>): Report {
  if (dismissed.size === 0) return report;
  return { ...report, groups: report.groups.map((group) => groupWithout(group, report.repo, dismissed)) };
}

function groupWithout(group: Group, repo: string, dismissed: ReadonlySet<string>): Group {
  const isDismissed = group.verdicts.map((verdict) => dismissed.has(dismissalKey(repo, verdict)));
  if (!isDismissed.includes(true)) return group;
  const open = group.verdicts.filter((_, index) => !isDismissed[index]);
  const left = standingOf(group.scores, open);
  // What somebody has put away does not make scores agree.
  const silenced = left.standing === 'agree' && standingOf(group.scores, group.verdicts).standing !== 'agree';
  return {
    ...group,
    verdicts: group.verdicts.map((verdict, index) => (isDismissed[index] ? { ...verdict, dismissed: true } : verdict)),
    ...(silenced
      ? {
          standing: 'dismissed' as const,
          summary: { key: 'groupDismissed' as const, args: [group.verdicts.length - open.length] },
        }
      : left),
  };
}
