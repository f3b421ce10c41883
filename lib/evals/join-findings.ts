import { namedFields } from './hub-says.ts';
import type { Finding } from './report.ts';

const fileKey = ({ path, pullRequest }: Finding) => JSON.stringify([path, pullRequest]);

/**
 * Joins what the Hub says of a file with what its own lines show: the file's findings know line and rule, the Hub's
 * words go to `hubSays` of those that they are about. Findings of a pull request's ref that main's file has word for
 * word are main's alone, unless the Hub blames the pull request.
 */
export function joinFindings(fromHub: readonly Finding[], fromFiles: readonly Finding[]): Finding[] {
  const files = new Map<string, Finding[]>();
  for (const finding of fromFiles) {
    const key = fileKey(finding);
    const others = files.get(key);
    if (others) others.push(finding);
    else files.set(key, [finding]);
  }
  const blamed = new Set<string>();
  const unexplained: Finding[] = [];
  for (const hub of fromHub) {
    const key = fileKey(hub);
    blamed.add(key);
    const own = files.get(key) ?? [];
    const named = new Set(namedFields(hub.hubSays ?? ''));
    const errors = own.filter(({ severity, hubSays }) => severity === 'error' && hubSays === undefined);
    const exact = errors.filter(({ at }) => at !== undefined && named.has(at));
    const about = exact.length > 0 ? exact : errors.slice(0, 1);
    if (hub.hubSays === undefined || about.length === 0) unexplained.push(hub);
    else
      files.set(
        key,
        own.map((finding) => (about.includes(finding) ? { ...finding, hubSays: hub.hubSays } : finding) as Finding),
      );
  }
  const ofFiles = [...files].flatMap(([key, own]) => (isMains(key, own, files, blamed) ? [] : own));
  return [...ofFiles, ...unexplained].sort(byPlace);
}

function isMains(key: string, own: Finding[], files: Map<string, Finding[]>, blamed: Set<string>): boolean {
  const [first] = own;
  if (first?.pullRequest === undefined || blamed.has(key)) return false;
  const digest = (findings: Finding[]) =>
    JSON.stringify(findings.map(({ rule, line, text, message }) => [rule, line, text, message]));
  const main = files.get(JSON.stringify([first.path, undefined]));
  return main !== undefined && digest(main) === digest(own);
}

/** Main first, then pull requests by number; within a file by line. Equal ones keep their order. */
function byPlace(a: Finding, b: Finding): number {
  return (
    (a.pullRequest ?? 0) - (b.pullRequest ?? 0) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
    (a.line ?? 0) - (b.line ?? 0)
  );
}
