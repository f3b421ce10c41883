import type { FoundEntry } from './score.ts';

/**
 * Leaves out the files of a pull request's ref that say exactly what main says: a ref is a complete tree, so it holds
 * main's files too. What the Hub's API itself ascribes to a pull request stays.
 */
export function withoutUnchangedFiles(entries: readonly FoundEntry[]): FoundEntry[] {
  const files = new Map<string, { path: string; pullRequest: number | undefined; apiSaw: boolean; lines: string[] }>();
  const fileKey = ({ origin }: FoundEntry) => JSON.stringify([origin.path, origin.pullRequest]);
  for (const entry of entries) {
    const { origin } = entry;
    if (origin.path === undefined || (origin.kind !== 'main' && origin.kind !== 'pull-request')) continue;
    const key = fileKey(entry);
    const file = files.get(key) ?? { path: origin.path, pullRequest: origin.pullRequest, apiSaw: false, lines: [] };
    files.set(key, file);
    file.apiSaw ||= origin.seenBy.includes('eval-results');
    file.lines.push(lineOf(entry));
  }
  const digest = (lines: string[]) => JSON.stringify(lines.toSorted());
  const main = new Map<string, string>();
  for (const file of files.values()) if (file.pullRequest === undefined) main.set(file.path, digest(file.lines));
  const unchanged = new Set<string>();
  for (const [key, file] of files)
    if (file.pullRequest !== undefined && !file.apiSaw && main.get(file.path) === digest(file.lines))
      unchanged.add(key);
  return unchanged.size === 0 ? [...entries] : entries.filter((entry) => !unchanged.has(fileKey(entry)));
}

function lineOf({ dataset, task, revision, value, date, dateIsDefault, notes, source }: FoundEntry): string {
  const { url, name, user, org } = source ?? {};
  return JSON.stringify([dataset, task, revision, value, dateIsDefault ? null : date, notes, url, name, user, org]);
}
