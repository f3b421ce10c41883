import { lookupBenchmark, resolveTask } from './benchmarks/index.ts';
import { judgePage } from './checks/index.ts';
import { type EvidenceParts, mergeEvidence, type ScoreGroup } from './merge.ts';
import type { Group, GroupBenchmark, LoaderState, Report, Verdict } from './report.ts';
import type { LoaderName } from './score.ts';
import { standingOf, summaryOf } from './standing.ts';

/**
 * Builds the report of one repository from all that its loaders found so far.
 * @param at epoch milliseconds at which the youngest part was read
 * @param earlier the snapshot (or the stored report) that the reader may be looking at: its groups and rows keep
 *   their places, and what is new comes below them
 */
export function buildReport(
  repo: string,
  parts: EvidenceParts,
  loaders: Record<LoaderName, LoaderState>,
  at: number,
  earlier?: Pick<Report, 'groups'>,
): Report {
  const { groups, findings, gaps, pullRequests, facts } = mergeEvidence(parts, earlier);
  const id = facts?.id ?? repo;
  const verdicts = judgePage(groups, { repo: id });
  return {
    version: 1,
    repo: id,
    at,
    stored: false,
    loaders,
    ...(facts ? { facts } : {}),
    groups: groups.map((group, index) => judged(group, verdicts[index] ?? [])),
    findings,
    gaps,
    pullRequests,
  };
}

function judged(group: ScoreGroup, verdicts: Verdict[]): Group {
  const benchmark = benchmarkOf(group);
  return {
    ...group,
    ...(benchmark ? { benchmark } : {}),
    verdicts,
    summary: summaryOf(group.scores.length, verdicts),
    standing: standingOf(group.scores.length, verdicts),
  };
}

function benchmarkOf({ dataset, task }: ScoreGroup): GroupBenchmark | undefined {
  const benchmark = lookupBenchmark(dataset);
  if (!benchmark) return undefined;
  const items = resolveTask(dataset, task)?.items;
  const { n, of, source, about } = items ?? {};
  return {
    name: benchmark.name,
    official: benchmark.status === 'official',
    ...(n && of && source ? { items: { n, of, source, ...(about ? { about } : {}) } } : {}),
  };
}
