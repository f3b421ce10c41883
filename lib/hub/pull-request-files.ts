import type { RepoRef } from '../evals/repo-ref.ts';
import { addedText, type FileDiff, readDiff, textBefore } from './diff.ts';
import type { DiscussionDetails } from './discussion.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { type RepoFile, readRepoFile } from './repo-file.ts';
import { listTree } from './tree.ts';
import { diffPath, isResultsFile, pullRequestRef, resultsFolder } from './urls.ts';

/** A results file that a pull request adds or changes. */
export interface ChangedFile extends RepoFile {
  path: string;
  /** The text without the pull request; absent for a new file. What stands in both is not the pull request's. */
  before?: string;
}

export interface PullRequestFiles {
  files: ChangedFile[];
  /** Files that could not be read, with the reason. */
  failures: { path: string; error: HubError }[];
  /** How many more files there are than are opened of one pull request. */
  unopened: number;
}

/** Files that are opened at most of one pull request. */
const atMost = 60;

/**
 * The results files that a pull request changes: out of the diff that its details carry, else out of its diff page,
 * else by comparing its tree with main's. A new file stands in the diff whole and costs no request, a changed one costs
 * one. Rejects when nothing at all could be read.
 */
export async function readPullRequestFiles(
  hub: Hub,
  repo: RepoRef,
  details: DiscussionDetails,
  options: GetOptions,
): Promise<PullRequestFiles> {
  const place = { hub, repo, revision: details.head ?? pullRequestRef(details.num), options };
  const diff = details.diff ?? (details.hasDiffPage ? await readDiffPage(hub, repo, details.num, options) : undefined);
  const all = diff === undefined ? await fromTrees(place) : fromDiff(place, readDiff(diff));
  const reading = all.slice(0, atMost);
  const outcomes = await Promise.all(
    reading.map(({ path, read }) =>
      read().then(
        (file) => ({ path, file }),
        (error: unknown) => {
          if (error instanceof HubError) return { path, error };
          throw error;
        },
      ),
    ),
  );
  return {
    files: outcomes.flatMap((outcome) => ('file' in outcome ? [{ path: outcome.path, ...outcome.file }] : [])),
    failures: outcomes.flatMap((outcome) => ('error' in outcome ? [outcome] : [])),
    unopened: all.length - reading.length,
  };
}

interface Place {
  hub: Hub;
  repo: RepoRef;
  revision: string;
  options: GetOptions;
}

interface Reading {
  path: string;
  read(): Promise<Omit<ChangedFile, 'path'>>;
}

/** The web page's diff; undefined when it is not to be had, so that the trees are asked instead. */
async function readDiffPage(hub: Hub, repo: RepoRef, num: number, options: GetOptions): Promise<string | undefined> {
  try {
    const { text, truncated } = await hub.get(diffPath(repo, num), { ...options, maxBytes: 4 * 1024 * 1024 });
    return truncated || !/^(diff --git |\s*$)/.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof HubError && ['entry-missing', 'too-large', 'unexpected', 'server'].includes(error.reason))
      return undefined;
    throw error;
  }
}

function fromDiff(place: Place, diff: FileDiff[]): Reading[] {
  return diff
    .filter((file) => {
      const { path, change, hunks, binary, whole } = file;
      const unchanged = change !== 'added' && hunks.length === 0 && !binary && whole;
      return isResultsFile(path) && change !== 'deleted' && !(unchanged && change !== 'copied' && !movedIn(file));
    })
    .map((file) => ({
      path: file.path,
      read: async () => {
        if (file.change === 'added' && file.whole && !file.binary) return { text: addedText(file) };
        const now = await readRepoFile(place.hub, place.repo, place.revision, file.path, place.options);
        if (file.change === 'added' || file.change === 'copied' || movedIn(file)) return now;
        const before = (file.whole ? textBefore(now.text, file) : undefined) ?? (await onMain(place, file.path));
        return { ...now, ...(before !== undefined && { before }) };
      },
    }));
}

/** A file from elsewhere that becomes a results file by its new name: all of it is new, though no line changed. */
const movedIn = ({ change, from }: FileDiff) => change === 'renamed' && from !== undefined && !isResultsFile(from);

/** What main has at this path; undefined when it has nothing. */
async function onMain({ hub, repo, options }: Place, path: string): Promise<string | undefined> {
  return readRepoFile(hub, repo, 'main', path, options).then(
    ({ text }) => text,
    (error: unknown) => {
      if (error instanceof HubError && error.reason === 'entry-missing') return undefined;
      throw error;
    },
  );
}

async function fromTrees(place: Place): Promise<Reading[]> {
  const { hub, repo, revision, options } = place;
  const [theirs, main] = await Promise.all([
    listTree(hub, repo, revision, resultsFolder, options),
    listTree(hub, repo, 'main', resultsFolder, options),
  ]);
  const onMainBefore = new Map(main.map(({ path, oid }) => [path, oid]));
  return theirs
    .filter(({ path, oid }) => isResultsFile(path) && onMainBefore.get(path) !== oid)
    .map(({ path, size }) => ({
      path,
      read: async () => {
        const [now, before] = await Promise.all([
          readRepoFile(hub, repo, revision, path, options),
          onMainBefore.has(path) ? onMain(place, path) : undefined,
        ]);
        return { ...now, ...(now.size && size ? { size } : {}), ...(before !== undefined && { before }) };
      },
    }));
}
