import type { RepoRef } from '../evals/repo-ref.ts';
import { apiPath, revisionSegment } from './urls.ts';

const discussions = (repo: RepoRef) => `${apiPath(repo)}/discussions`;

export const whoAmIPath = '/api/whoami-v2';

/** A commit on a ref; on main always as a new pull request: main itself is never written to. */
export const commitPath = (repo: RepoRef, pullRequest: number | undefined) =>
  `${apiPath(repo)}/commit/${
    pullRequest === undefined ? 'main?create_pr=1' : revisionSegment(`refs/pr/${pullRequest}`)
  }`;

export const newDiscussionPath = discussions;

export const discussionStatusPath = (repo: RepoRef, num: number) => `${discussions(repo)}/${num}/status`;

/** Pull requests of every status that one account opened, the youngest first; pages count from 0. */
export const ownPullRequestsPath = (repo: RepoRef, author: string, page: number) =>
  `${discussions(repo)}?type=pull_request&status=all&sort=recently-created&author=${encodeURIComponent(author)}&p=${page}`;

/** Closed pull requests, the youngest first. */
export const closedPullRequestsPath = (repo: RepoRef, page: number) =>
  `${discussions(repo)}?type=pull_request&status=closed&sort=recently-created&p=${page}`;

/** The last commits of a pull request's ref, with their whole messages. */
export const pullRequestCommitsPath = (repo: RepoRef, num: number) =>
  `${apiPath(repo)}/commits/${revisionSegment(`refs/pr/${num}`)}?limit=20`;
