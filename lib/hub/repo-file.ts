import type { RepoRef } from '../evals/repo-ref.ts';
import type { GetOptions, Hub } from './hub.ts';
import { filePath } from './urls.ts';

/** A results file is read up to here (256 KiB); real ones are below 20 kB. */
export const maxFileBytes = 256 * 1024;

export interface RepoFile {
  text: string;
  /** Bytes of the whole file (or at least so many), when {@link text} is only its beginning. */
  size?: number;
}

/** One file at a revision; of a larger one than `maxBytes` ({@link maxFileBytes} unless told) the beginning, with its size. */
export async function readRepoFile(
  hub: Hub,
  repo: RepoRef,
  revision: string,
  path: string,
  options: GetOptions,
): Promise<RepoFile> {
  const answer = await hub.get(filePath(repo, revision, path), { maxBytes: maxFileBytes, ...options, keepHead: true });
  return { text: answer.text, ...(answer.truncated && { size: answer.bytes }) };
}

/** The text of one file at a revision; rejects as `too-large` beyond {@link maxFileBytes}. */
export async function readWholeFile(
  hub: Hub,
  repo: RepoRef,
  revision: string,
  path: string,
  options: GetOptions,
): Promise<string> {
  return (await hub.get(filePath(repo, revision, path), { ...options, maxBytes: maxFileBytes })).text;
}
