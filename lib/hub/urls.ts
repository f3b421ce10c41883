import type { RepoRef } from '../evals/repo-ref.ts';
import { HubError } from './hub-error.ts';

/** Where the results files of a repository stand. */
export const resultsFolder = '.eval_results';

/** Whether a path is a results file. The specification says `*.yaml` in this folder; `.yml` and folders below are read too. */
export const isResultsFile = (path: string) => path.startsWith(`${resultsFolder}/`) && /\.ya?ml$/i.test(path);

const fields = ['evalResults', 'gated', 'private', 'disabled', 'sha', 'tags', 'baseModels', 'lastModified'];

/** Every segment on its own, so that a slash stays a slash and a `%` becomes `%25`; `.` and `..` would leave the folder. */
function segments(path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new HubError({ reason: 'unexpected', path, detail: 'not a path inside a repository' });
  }
  return parts.map(encodeURIComponent).join('/');
}

/** `org/name`, or a legacy one-segment id such as `gpt2`. */
export function repoPath(repo: string): string {
  if (repo.split('/').length > 2)
    throw new HubError({ reason: 'unexpected', path: repo, detail: 'not a repository id' });
  return segments(repo);
}

/** Below it stands everything that the API knows of a repository. */
export const apiPath = ({ repoType, repo }: RepoRef) => `/api/${repoType}s/${repoPath(repo)}`;

/** Below it stand a repository's pages and files. */
const pagePath = ({ repoType, repo }: RepoRef) => `${repoType === 'dataset' ? '/datasets' : ''}/${repoPath(repo)}`;

/** A revision is one segment: `refs/pr/12` becomes `refs%2Fpr%2F12`. */
export const revisionSegment = (revision: string) => encodeURIComponent(revision);

export const modelInfoPath = (repo: string) =>
  `/api/models/${repoPath(repo)}?${fields.map((field) => `expand[]=${field}`).join('&')}`;

/** One page of the open pull requests; pages count from 0. */
export const discussionsPath = (repo: RepoRef, page: number) =>
  `${apiPath(repo)}/discussions?type=pull_request&status=open&p=${page}`;

export const discussionPath = (repo: RepoRef, num: number, withDiff: boolean) =>
  `${apiPath(repo)}/discussions/${num}${withDiff ? '?diff=1' : ''}`;

/** The web page's own diff; the answer's `diffUrl` is not followed, it could name any host. */
export const diffPath = (repo: RepoRef, num: number) => `${pagePath(repo)}/discussions/${num}/files.diff`;

export const refsPath = (repo: RepoRef) => `${apiPath(repo)}/refs?include_prs=1`;

export const treePath = (repo: RepoRef, revision: string, folder: string) =>
  `${apiPath(repo)}/tree/${revisionSegment(revision)}/${segments(folder)}?recursive=true`;

/** `/resolve/` and not `/raw/`: it has the larger quota (hub-docs, rate-limits.md). */
export const filePath = (repo: RepoRef, revision: string, path: string) =>
  `${pagePath(repo)}/resolve/${revisionSegment(revision)}/${segments(path)}`;

/** The last commits of a revision, the youngest first. */
export const commitsPath = (repo: RepoRef, revision: string, most: number) =>
  `${apiPath(repo)}/commits/${revisionSegment(revision)}?limit=${most}`;

/** The ref of a pull request. */
export const pullRequestRef = (num: number) => `refs/pr/${num}`;

/** All models of a leaderboard, or only those that declare no base model, which is what the Hub's own page shows. */
export const leaderboardPath = (dataset: string, task: string | undefined, onlyBases: boolean) =>
  `/api/datasets/${repoPath(dataset)}/leaderboard?${task === undefined ? '' : `task_id=${encodeURIComponent(task)}&`}base_model=${onlyBases}`;

/** The Hub's own list of benchmarks. */
export const officialBenchmarksPath = '/api/datasets?filter=benchmark:official&limit=500&expand[]=gated';
