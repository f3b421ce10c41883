import { cut } from '../evals/finding.ts';
import type { Evidence, Finding, Gap, PullRequest, RepoFacts } from '../evals/report.ts';
import type { FoundEntry, LoaderName } from '../evals/score.ts';

/**
 * What one loader may bring into a report, in characters; each entry and finding counts {@link EACH} beside its texts,
 * so that at most 2,000 fit. A report goes to the page whole, in one task: a megabyte there takes some 10 ms. The
 * fullest repository seen has 70 entries of 400 characters.
 */
const MOST = 500_000;
const EACH = 250;

/** Open pull requests that are kept with their titles; the others are counted. */
const MOST_PULL_REQUESTS = 1000;

/**
 * The evidence without what no page can hold, and a gap that says how much was left out. Every file gets its share:
 * what is left out is the end of those that have the most to say, so that nobody can push out what others wrote.
 */
export function withinBounds(loader: LoaderName, evidence: Evidence): Evidence {
  const entries = shared(evidence.entries, ({ origin }) => [origin.pullRequest, origin.path], weightOfEntry);
  const findings = shared(evidence.findings, ({ pullRequest, path }) => [pullRequest, path], weightOfFinding);
  const pullRequests = evidence.pullRequests.slice(0, MOST_PULL_REQUESTS).map(brief);
  const unlisted = (evidence.unlistedPullRequests ?? 0) + evidence.pullRequests.length - pullRequests.length;
  const left = (key: 'gapMoreEntries' | 'gapMoreFindings', count: number): Gap[] =>
    count > 0 ? [{ loader, reason: 'too-large', message: { key, args: [count] } }] : [];
  return {
    entries,
    findings,
    gaps: [
      ...evidence.gaps,
      ...left('gapMoreEntries', evidence.entries.length - entries.length),
      ...left('gapMoreFindings', evidence.findings.length - findings.length),
    ],
    pullRequests,
    ...(unlisted > 0 && { unlistedPullRequests: unlisted }),
    ...(evidence.facts && { facts: briefFacts(evidence.facts) }),
  };
}

/** As many as fit, in their order. Each is weighed together with all that its own file has said before it. */
function shared<T>(items: readonly T[], fileOf: (item: T) => unknown, weightOf: (item: T) => number): T[] {
  const said = new Map<string, number>();
  const weighed = items.map((item) => {
    const weight = EACH + weightOf(item);
    const file = JSON.stringify(fileOf(item));
    const sofar = (said.get(file) ?? 0) + weight;
    said.set(file, sofar);
    return { item, weight, sofar };
  });
  let sum = weighed.reduce((total, { weight }) => total + weight, 0);
  if (sum <= MOST) return [...items];
  const gone = new Set<T>();
  for (const { item, weight } of weighed.toSorted((a, b) => b.sofar - a.sofar)) {
    if (sum <= MOST) break;
    gone.add(item);
    sum -= weight;
  }
  return items.filter((item) => !gone.has(item));
}

const lengths = (texts: readonly (string | undefined)[]) => texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);

function weightOfEntry({ dataset, task, revision, date, notes, source, origin }: FoundEntry): number {
  const { url, name, user, org } = source ?? {};
  return lengths([dataset, task, revision, date, notes, url, name, user, org, origin.path, origin.quote]);
}

function weightOfFinding({ path, text, hubSays, message }: Finding): number {
  return lengths([path, text, hubSays, ...(message.args ?? []).map((arg) => (typeof arg === 'string' ? arg : ''))]);
}

function brief({ title, author, createdAt, ...rest }: PullRequest): PullRequest {
  return {
    ...rest,
    ...(title !== undefined && { title: cut(title, 300) }),
    ...(author !== undefined && { author: cut(author, 100) }),
    ...(createdAt !== undefined && { createdAt: cut(createdAt, 40) }),
  };
}

function briefFacts(facts: RepoFacts): RepoFacts {
  return {
    ...facts,
    tags: facts.tags.slice(0, 500).map((tag) => cut(tag, 200)),
    baseModels: facts.baseModels.slice(0, 20).map((model) => cut(model, 200)),
  };
}
