import type { DraftGround, GroundClosed, GroundFile, GroundPullRequest } from '../draft/ground.ts';
import type { Message } from '../evals/message.ts';
import { parseResultsFileInSlices } from '../evals/parse.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import type { Report } from '../evals/report.ts';
import { listClosed, readClosed } from '../hub/closed-pull-requests.ts';
import { readDiscussion } from '../hub/discussion.ts';
import type { Hub } from '../hub/hub.ts';
import { listRefs } from '../hub/refs.ts';
import { readRepoFile } from '../hub/repo-file.ts';
import { listTree } from '../hub/tree.ts';
import { isResultsFile, resultsFolder } from '../hub/urls.ts';
import { speaksOfEvaluation } from '../loaders/speaks-of-evaluation.ts';
import { toGap } from '../loaders/to-gap.ts';
import type { GroundRequest } from '../messaging/draft-messages.ts';

export interface GroundParts {
  /** The report with every open pull request looked into, whichever loaders the reader has switched off. */
  report(repo: string, signal: AbortSignal): Promise<Report>;
  /** Reads as the page's reader. */
  hub: Hub;
  /** What the datasets say of themselves, and the boards; each may be missing. */
  benchmarks(about: NonNullable<GroundRequest['benchmarks']>): Promise<Pick<DraftGround, 'benchmarks' | 'boards'>>;
  now(): number;
}

/** Closed pull requests that are opened at most, the youngest first. */
const mostClosed = 12;

/** Reads all that a draft is checked against, anew. Never rejects for the Hub's sake: what failed makes it incomplete. */
export async function readGround(parts: GroundParts, about: GroundRequest, signal: AbortSignal): Promise<DraftGround> {
  const { hub, now } = parts;
  const { repo } = about;
  const missing: Message[] = [];
  const failed =
    <T>(instead: T) =>
    (thrown: unknown): T => {
      missing.push(toGap('main-files', thrown).message);
      return instead;
    };
  // The head before everything else: what is read of main is read at this commit.
  const refs = await listRefs(hub, modelRepo(repo), { signal }).catch(failed(undefined));
  const head = refs?.main;
  const none = { benchmarks: [], boards: [] };
  const [report, files, closed, more, updating] = await Promise.all([
    parts.report(repo, signal),
    head === undefined ? [] : readFiles(hub, repo, head, signal).catch(failed([])),
    readAllClosed(hub, repo, signal).catch(() => undefined),
    about.benchmarks ? parts.benchmarks(about.benchmarks).catch(() => none) : none,
    about.updates === undefined ? undefined : readUpdating(hub, repo, about.updates, signal).catch(failed(undefined)),
  ]);
  missing.push(...unread(report));
  const isWhole = [...files, ...(updating?.files ?? [])].every(({ text }) => text !== undefined);
  const isUpdatable = about.updates === undefined || updating !== undefined;
  return {
    repo,
    at: now(),
    complete: missing.length === 0 && head !== undefined && isWhole && isUpdatable,
    missing,
    ...(head !== undefined && { head }),
    report,
    files,
    pullRequests: openOnes(report),
    ...(closed && { closed }),
    ...more,
    ...(updating && { updating }),
  };
}

/** What the report could not read of main and the open pull requests. */
function unread(report: Report): Message[] {
  const needed = ['main-files', 'pull-requests'] as const;
  const gaps = report.gaps.filter(({ loader }) => needed.some((name) => name === loader)).map(({ message }) => message);
  const isWhole =
    needed.every((name) => report.loaders[name] === 'ok') &&
    report.unlistedPullRequests === undefined &&
    report.pullRequests.every(({ looked }) => looked === 'read');
  // What stands behind the limit of a file was not read: it may be the same score.
  const cut = report.findings.filter(({ rule }) => rule === 'file/too-large').map(({ message }) => message);
  if (cut.length > 0) return [...gaps, ...cut];
  return gaps.length > 0 || isWhole ? gaps : [{ key: 'problemUnchecked' }];
}

/** Results files at one commit; one that is too large has no text. */
async function readFiles(hub: Hub, repo: string, commit: string, signal: AbortSignal): Promise<GroundFile[]> {
  const paths = (await listTree(hub, modelRepo(repo), commit, resultsFolder, { signal })).map(({ path }) => path);
  return Promise.all(
    paths.filter(isResultsFile).map(async (path) => {
      const { text, size } = await readRepoFile(hub, modelRepo(repo), commit, path, { signal });
      return { path, ...(size === undefined && { text }) };
    }),
  );
}

function openOnes(report: Report): GroundPullRequest[] {
  const paths = new Map<number, Set<string>>();
  const places = [
    ...report.findings,
    ...report.groups.flatMap(({ scores }) => scores).flatMap(({ origins }) => origins),
  ];
  for (const { pullRequest, path } of places) {
    if (pullRequest === undefined || path === undefined) continue;
    paths.set(pullRequest, (paths.get(pullRequest) ?? new Set()).add(path));
  }
  return report.pullRequests
    .filter(({ status }) => status !== 'closed' && status !== 'merged')
    .map(({ number, title = '', author, status, createdAt }) => ({
      number,
      title,
      ...(author !== undefined && { author }),
      status: status === 'draft' ? 'draft' : 'open',
      ...(createdAt !== undefined && { createdAt }),
      paths: [...(paths.get(number) ?? [])],
    }));
}

/** Closed ones that speak of evaluation, and what they claimed; one whose details fail is known by its title. */
async function readAllClosed(hub: Hub, repo: string, signal: AbortSignal): Promise<GroundClosed[]> {
  const listed = (await listClosed(hub, modelRepo(repo), { signal })).filter(({ title }) => speaksOfEvaluation(title));
  return Promise.all(
    listed.slice(0, mostClosed).map(async ({ num, title = '', author }) => {
      const known = { number: num, title, ...(author !== undefined && { author }) };
      const details = await readClosed(hub, modelRepo(repo), num, { signal }).catch(() => undefined);
      if (!details) return known;
      const { files, ...by } = details;
      const read = await Promise.all(
        files.map(({ path, text }) =>
          parseResultsFileInSlices(text, { path, pullRequest: num, loader: 'pull-requests' }),
        ),
      );
      const values = read
        .flatMap(({ entries }) => entries)
        .map(({ dataset, task, valueText, notes }) => ({
          dataset,
          task,
          valueText,
          ...(notes !== undefined && { notes }),
        }));
      return { ...known, ...by, ...(values.length > 0 && { values }) };
    }),
  );
}

/** The reader's own pull request; undefined when it is not open any more. */
async function readUpdating(
  hub: Hub,
  repo: string,
  number: number,
  signal: AbortSignal,
): Promise<DraftGround['updating']> {
  const { head, status } = await readDiscussion(hub, modelRepo(repo), number, { signal });
  if (head === undefined || (status !== 'open' && status !== 'draft')) return undefined;
  return { number, head, files: await readFiles(hub, repo, head, signal) };
}
