import type { Group, Report } from '../report.ts';
import { isFromCard } from './from-card.ts';

/** The numbers of the summary line and of the toolbar badge. */
export interface ReportCounts {
  scores: number;
  /** Datasets, not tasks. */
  benchmarks: number;
  groups: Record<Group['standing'], number>;
  /** Groups whose scores conflict: they differ, or their scale is in question. */
  conflicts: number;
  /** Pull requests that any score stands in. */
  pullRequests: number;
  /** Scores that stand on main. */
  onMain: number;
  /** Scores that the model card states, alone or with others. */
  onCard: number;
  /** Scores that stand somewhere else than on the card alone. */
  reported: number;
  /** Files that could not be read, or not in full. */
  unreadableFiles: number;
}

export function reportCounts({ groups, findings }: Pick<Report, 'groups' | 'findings'>): ReportCounts {
  const standings: ReportCounts['groups'] = {
    single: 0,
    agree: 0,
    differs: 0,
    'not-comparable': 0,
    scale: 0,
    dismissed: 0,
  };
  for (const { standing } of groups) standings[standing]++;
  const scores = groups.flatMap((group) => group.scores);
  const origins = scores.flatMap((score) => score.origins);
  const unreadable = findings.filter(({ code, severity }) => code === 'S1' && severity === 'error');
  return {
    scores: scores.length,
    benchmarks: new Set(groups.map(({ dataset }) => dataset)).size,
    groups: standings,
    conflicts: standings.differs + standings.scale,
    pullRequests: new Set(origins.flatMap(({ pullRequest }) => pullRequest ?? [])).size,
    onMain: scores.filter((score) => score.origins.some(({ kind }) => kind === 'main')).length,
    onCard: scores.filter((score) => score.origins.some(({ cell }) => cell)).length,
    reported: scores.filter((score) => !isFromCard(score)).length,
    unreadableFiles: new Set(unreadable.map(({ path, pullRequest }) => JSON.stringify([path, pullRequest]))).size,
  };
}
