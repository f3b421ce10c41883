import { lookupBenchmark, resolveTask } from './benchmarks/index.ts';
import { cardLinesOf } from './checks/card-word.ts';
import { judgePage } from './checks/index.ts';
import { type PageFacts, pageFactsOf } from './checks/page-facts.ts';
import type { Thresholds } from './checks/thresholds.ts';
import { run } from './in-slices.ts';
import { lackingBenchmarks } from './lacking.ts';
import { type EvidenceParts, mergeEvidence, type ScoreGroup } from './merge.ts';
import type { Group, GroupBenchmark, LoaderState, Report } from './report.ts';
import type { LoaderName, Score } from './score.ts';
import { standingOf } from './standing.ts';

/** Scores of one group that are compared with one another, and pairs on one page: each pair is work and a verdict. */
const MAX_COMPARED = 40;
const MAX_PAIRS = 2500;

/**
 * Builds the report of one repository from all that its loaders found so far.
 * @param at epoch milliseconds at which the youngest part was read
 * @param earlier the snapshot (or the stored report) that the reader may be looking at: its groups and rows keep
 *   their places, and what is new comes below them
 */
export const buildReport = (...given: Parameters<typeof buildInSteps>): Report => run(buildInSteps(...given));

/** {@link buildReport} with pauses (`yield`), for reports of a thousand scores and more. */
export function* buildInSteps(
  repo: string,
  parts: EvidenceParts,
  loaders: Record<LoaderName, LoaderState>,
  at: number,
  earlier?: Pick<Report, 'groups'>,
): Generator<undefined, Report> {
  const { groups, findings, gaps, pullRequests, facts } = yield* mergeEvidence(parts, earlier);
  const lacking = lackingBenchmarks(groups);
  const page = pageFactsOf({ at, facts, pullRequests, loaders, findings });
  return {
    version: 1,
    repo: facts?.id ?? repo,
    at,
    stored: false,
    loaders,
    ...(facts ? { facts } : {}),
    groups: yield* judge(groups, facts?.id ?? repo, page),
    ...(lacking.length > 0 ? { lacking } : {}),
    findings,
    gaps,
    pullRequests,
  };
}

/** The same report, judged by other thresholds than the defaults. Pauses (`yield`) likewise. */
export function* rejudge(report: Report, thresholds: Thresholds): Generator<undefined, Report> {
  return { ...report, groups: yield* judge(report.groups, report.repo, pageFactsOf(report), thresholds) };
}

/** All groups at once: how likely a gap is by chance depends on how many gaps the page shows. */
function* judge(
  groups: readonly ScoreGroup[],
  repo: string,
  page: PageFacts,
  thresholds?: Thresholds,
): Generator<undefined, Group[]> {
  const compared = withinBudget(groups);
  const verdicts = yield* judgePage(
    compared.map((scores, index) => ({ scores, card: cardLinesOf(groups[index]?.scores ?? []) })),
    { repo, page, thresholds },
  );
  return groups.map((group, index) => {
    const benchmark = benchmarkOf(group);
    const own = verdicts[index] ?? [];
    const left = group.scores.length - (compared[index]?.length ?? 0);
    return {
      ...group,
      ...(benchmark ? { benchmark } : {}),
      verdicts: own,
      ...standingOf(group.scores, own),
      ...(left > 0 ? { notCompared: left } : {}),
    };
  });
}

/** The scores of each group that are compared: all, unless they are more than a page can hold the pairs of. */
function withinBudget(groups: readonly ScoreGroup[]): Score[][] {
  let left = MAX_PAIRS;
  const pairs = (scores: number) => (scores * (scores - 1)) / 2;
  return groups.map(({ scores }) => {
    let size = Math.min(scores.length, MAX_COMPARED);
    while (pairs(size) > left) size--;
    left -= pairs(size);
    return scores.slice(0, size);
  });
}

/** What the table knows of a benchmark and one of its tasks. */
export function benchmarkOf({ dataset, task }: Pick<ScoreGroup, 'dataset' | 'task'>): GroupBenchmark | undefined {
  const benchmark = lookupBenchmark(dataset);
  if (!benchmark) return undefined;
  const { n, of, source, about } = resolveTask(dataset, task)?.items ?? {};
  return {
    name: benchmark.name,
    official: benchmark.status === 'official',
    ...(n && of && source ? { items: { n, of, source, ...(about ? { about } : {}) } } : {}),
  };
}
