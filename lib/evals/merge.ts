import { benchmarkFindings } from './benchmark-findings.ts';
import { joinFindings } from './join-findings.ts';
import { type BareScore, joinOrigins } from './join-origins.ts';
import { joinSightings } from './join-sightings.ts';
import type { Evidence, Finding, Gap, PullRequest, RepoFacts, Report } from './report.ts';
import type { FoundEntry, LoaderName, Score } from './score.ts';
import { withoutUnchangedFiles } from './unchanged-files.ts';
import { readVariant } from './variant/index.ts';

/** The scores of one benchmark and task, not yet judged. */
export interface ScoreGroup {
  dataset: string;
  task: string;
  scores: Score[];
}

/** All evidence put together. */
export interface Merged {
  groups: ScoreGroup[];
  findings: Finding[];
  gaps: Gap[];
  pullRequests: PullRequest[];
  facts?: RepoFacts;
}

export type EvidenceParts = Partial<Record<LoaderName, Evidence>>;

/** The API first: it is the one that is asked first and speaks of everything. */
const ORDER: readonly LoaderName[] = ['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index'];

/** More than anyone reads; each is about an entry that is shown all the same. */
const MAX_REMARKS = 300;

const moreRemarks = (count: number): Gap => ({
  loader: 'main-files',
  reason: 'too-large',
  message: { key: 'gapMoreFindings', args: [count] },
});

/**
 * Puts together what the loaders found: one score for each entry, with every origin that it was found at, in groups of
 * one benchmark and task. What an earlier report of the same repository shows keeps its place; what is new goes below.
 * Pauses (`yield`) between its parts and after each setup that it reads.
 */
export function* mergeEvidence(parts: EvidenceParts, earlier?: Pick<Report, 'groups'>): Generator<undefined, Merged> {
  const evidence = ORDER.flatMap((loader) => parts[loader] ?? []);
  const seen = evidence.flatMap(({ entries }) => entries);
  const isApi = ({ origin }: FoundEntry) => origin.seenBy.includes('eval-results');
  const joined = joinSightings(
    seen.filter(isApi),
    seen.filter((entry) => !isApi(entry)),
  );
  yield;
  const entries = withoutUnchangedFiles(joined);
  yield;
  const findings = evidence.flatMap((part) => part.findings);
  const ofHub = ({ seenBy }: Finding) => seenBy === 'eval-results';
  const facts = evidence.find((part) => part.facts)?.facts;
  // A card's words were held to the table when they were read.
  const remarks = benchmarkFindings(entries.filter(({ origin }) => !origin.cell));
  const left = remarks.length - MAX_REMARKS;
  yield;
  return {
    groups: yield* group(entries, earlier),
    findings: [
      ...joinFindings(
        findings.filter(ofHub),
        findings.filter((finding) => !ofHub(finding)),
      ),
      ...remarks.slice(0, MAX_REMARKS),
    ],
    gaps: [...evidence.flatMap((part) => part.gaps), ...(left > 0 ? [moreRemarks(left)] : [])],
    pullRequests: joinPullRequests(
      evidence.flatMap((part) => part.pullRequests),
      entries,
    ),
    ...(facts ? { facts } : {}),
  };
}

function* group(
  entries: readonly FoundEntry[],
  earlier: Pick<Report, 'groups'> | undefined,
): Generator<undefined, ScoreGroup[]> {
  const groups = new Map<string, ScoreGroup>();
  const readSetup = setupReader();
  for (const bare of joinOrigins(entries)) {
    const { dataset, task } = bare;
    const key = groupKey(bare);
    const known = groups.get(key) ?? { dataset, task, scores: [] };
    groups.set(key, known);
    known.scores.push({ ...bare, variant: bare.variant ?? readSetup(bare) });
    yield;
  }
  if (!earlier) return [...groups.values()];
  const places = new Map(earlier.groups.map((old, index) => [groupKey(old), { index, scores: old.scores }]));
  const placed = [...groups].map(([key, one]) => {
    const rows = new Map(places.get(key)?.scores.map(({ id }, index) => [id, index]));
    const scores = keepPlaces(one.scores, ({ id }) => rows.get(id));
    return { place: places.get(key)?.index, group: { ...one, scores } };
  });
  return keepPlaces(placed, ({ place }) => place).map((one) => one.group);
}

const groupKey = ({ dataset, task }: { dataset: string; task: string }) => JSON.stringify([dataset, task]);

/** Those with a place in their order, then the others as they come. */
function keepPlaces<T>(items: readonly T[], place: (item: T) => number | undefined): T[] {
  return items.toSorted((a, b) => (place(a) ?? Number.MAX_VALUE) - (place(b) ?? Number.MAX_VALUE));
}

/** Reads each setup once: most notes stand in many entries. */
function setupReader(): (score: BareScore) => Score['variant'] {
  const known = new Map<string, Score['variant']>();
  return ({ dataset, task, notes, origins, source }) => {
    const words = { dataset, task, notes, path: origins[0]?.path, sourceName: source?.name };
    const key = JSON.stringify(Object.values(words).map((word) => word ?? null));
    const variant = known.get(key) ?? readVariant(words);
    known.set(key, variant);
    return variant;
  };
}

const LOOKED: readonly PullRequest['looked'][] = ['unread', 'named', 'read'];

function joinPullRequests(told: readonly PullRequest[], entries: readonly FoundEntry[]): PullRequest[] {
  const known = new Map<number, PullRequest>();
  for (const one of told) {
    const other = known.get(one.number);
    if (!other) known.set(one.number, one);
    else {
      const [less, more] = LOOKED.indexOf(one.looked) < LOOKED.indexOf(other.looked) ? [one, other] : [other, one];
      const status = more.status === 'unknown' ? less.status : more.status;
      known.set(one.number, { ...less, ...more, status });
    }
  }
  for (const { origin } of entries)
    if (origin.pullRequest !== undefined && !known.has(origin.pullRequest))
      known.set(origin.pullRequest, { number: origin.pullRequest, status: 'unknown', looked: 'named' });
  return [...known.values()].sort((a, b) => a.number - b.number);
}
