import { repoPath, revisionSegment } from './urls.ts';

const discussions = (repo: string) => `/api/models/${repoPath(repo)}/discussions`;

export const whoAmIPath = '/api/whoami-v2';

/** A commit on a ref; on main always as a new pull request: main itself is never written to. */
export const commitPath = (repo: string, pullRequest: number | undefined) =>
  `/api/models/${repoPath(repo)}/commit/${
    pullRequest === undefined ? 'main?create_pr=1' : revisionSegment(`refs/pr/${pullRequest}`)
  }`;

export const newDiscussionPath = discussions;

export const discussionStatusPath = (repo: string, num: number) => `${discussions(repo)}/${num}/status`;

/** Pull requests of every status that one account opened, the youngest first; pages count from 0. */
export const ownPullRequestsPath = (repo: string, author: string, page: number) =>
  `${discussions(repo)}?type=pull_request&status=all&sort=recently-created&author=${encodeURIComponent(author)}&p=${page}`;

/** Closed pull requests, the youngest first. */
export const closedPullRequestsPath = (repo: string, page: number) =>
  `${discussions(repo)}?type=pull_request&status=closed&sort=recently-created&p=${page}`;

/** The last commits of a pull request's ref, with their whole messages. */
export const pullRequestCommitsPath = (repo: string, num: number) =>
  `/api/models/${repoPath(repo)}/commits/${revisionSegment(`refs/pr/${num}`)}?limit=20`;
