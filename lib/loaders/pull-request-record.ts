import * as z from 'zod/mini';
import { type ParsedFile, parseResultsFileInSlices } from '../evals/parse.ts';
import type { FoundEntry } from '../evals/score.ts';
import type { DiscussionDetails } from '../hub/discussion.ts';
import type { ChangedFile } from '../hub/pull-request-files.ts';
import { ownEntries } from './own-entries.ts';

/** A pull request that was looked into: plain data, kept by its head commit. Files as text, so that a better parser reads them anew. */
export const recordSchema = z.object({
  num: z.int().check(z.positive()),
  head: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  author: z.exactOptional(z.string()),
  createdAt: z.exactOptional(z.string()),
  status: z.enum(['draft', 'open', 'closed', 'merged', 'unknown']),
  files: z.array(
    z.object({
      path: z.string(),
      text: z.string(),
      size: z.exactOptional(z.number()),
      before: z.exactOptional(z.string()),
    }),
  ),
});

export type PullRequestRecord = z.infer<typeof recordSchema>;

export function toRecord(details: DiscussionDetails, files: ChangedFile[]): PullRequestRecord {
  const { num, head, title, author, createdAt, status } = details;
  return {
    num,
    ...(head !== undefined && { head }),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(createdAt !== undefined && { createdAt }),
    status,
    files,
  };
}

const sameEntry = (a: FoundEntry, b: FoundEntry) =>
  a.dataset === b.dataset &&
  a.task === b.task &&
  a.value === b.value &&
  a.origin.path === b.origin.path &&
  a.origin.pullRequest === b.origin.pullRequest;

/**
 * The entries that the pull request itself brings. Where the Hub ascribes an unchanged entry of a changed file to it
 * all the same (`fromApi`), that entry is kept, so that it gets its line.
 */
export async function readRecord(
  { num, files }: PullRequestRecord,
  fromApi: readonly FoundEntry[],
): Promise<ParsedFile> {
  const read: ParsedFile = { entries: [], findings: [] };
  for (const { path, text, size, before } of files) {
    const place = { path, pullRequest: num, loader: 'pull-requests' } as const;
    const now = await parseResultsFileInSlices(text, { ...place, ...(size !== undefined && { size }) });
    const own = before === undefined ? now : ownEntries(now, await parseResultsFileInSlices(before, place));
    const ascribed = now.entries.filter((entry) => fromApi.some((other) => sameEntry(entry, other)));
    read.entries.push(...new Set([...own.entries, ...ascribed]));
    read.findings.push(...own.findings);
  }
  return read;
}
