import type { PullRequest } from '../report.ts';
import type { Origin } from '../score.ts';
import { wellFormed } from './well-formed.ts';

const hub = 'https://huggingface.co';

export interface SafeLink {
  href: string;
  /** What the reader is shown: the host, with its scheme when that is not https. */
  host: string;
}

/**
 * The link that a text written by somebody may become: http and https, without credentials in front of the host.
 * Everything else (`javascript:`, `data:`, relative paths, plain words) is undefined and stays text.
 */
export function safeLink(text: string): SafeLink | undefined {
  const url = /^\s*https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (!url || url.username || url.password) return undefined;
  return { href: url.href, host: url.protocol === 'https:' ? url.host : `http://${url.host}` };
}

/** `org/name` as a path; undefined for what cannot be a repository (the id of a dataset is its author's text). */
function repoPath(id: string): string | undefined {
  return /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/.test(id) && !/(^|\/)\.{1,2}(\/|$)/.test(id) ? id : undefined;
}

export function datasetUrl(dataset: string): string | undefined {
  const path = repoPath(dataset);
  return path && `${hub}/datasets/${path}`;
}

/** The row of a model on the leaderboard of a benchmark's task; the Hub's page highlights it. */
export function boardUrl(dataset: string, task: string, model: string): string | undefined {
  const path = datasetUrl(dataset);
  return path && `${path}?${new URLSearchParams({ eval_result: model, leaderboard_task_id: task })}`;
}

export function pullRequestUrl(repo: string, number: number): string {
  return `${hub}/${repo}/discussions/${number}`;
}

/** The file of an origin at its line, at the commit that was read when that is known. */
export function fileUrl(
  repo: string,
  place: Pick<Origin, 'path' | 'line' | 'pullRequest'>,
  commit: string | undefined,
): string | undefined {
  // A browser would follow `..` out of the repository.
  if (!place.path || place.path.split('/').some((part) => /^\.{1,2}$/.test(part))) return undefined;
  const ref = commit ?? (place.pullRequest === undefined ? 'main' : `refs%2Fpr%2F${place.pullRequest}`);
  const path = wellFormed(place.path).split('/').map(encodeURIComponent).join('/');
  // The Hub shows Markdown drawn, without lines, unless it is asked for the text.
  const asText = place.line !== undefined && /\.md$/i.test(path) ? '?code=true' : '';
  return `${hub}/${repo}/blob/${ref}/${path}${asText}${place.line === undefined ? '' : `#L${place.line}`}`;
}

export function commitUrl(repo: string, commit: string): string {
  return `${hub}/${repo}/commit/${encodeURIComponent(commit)}`;
}

/** The pull request of a number, when the list of open ones was read. */
export function pullRequestOf(
  pullRequests: readonly PullRequest[],
  number: number | undefined,
): PullRequest | undefined {
  return number === undefined ? undefined : pullRequests.find((pullRequest) => pullRequest.number === number);
}
