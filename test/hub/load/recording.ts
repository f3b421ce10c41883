import { basename } from 'node:path';
import { groupBy } from '../group-by.ts';
import type { CommitPlan, RecordedItem, RepositoryPlan } from './plan.ts';
import { type ExactEntry, type FilePlan, givesBack, keptAnswer, planFile, verifiedEntries } from './recorded-file.ts';
import { parseExact, plain } from './results-text.ts';

/** Time of a recording's repository when the recording does not say `createdAt`. */
const UNKNOWN_TIME = '2026-01-01T00:00:00.000Z';

/** `org__name.json` → `org/name`; used when the recording itself has no `id`. */
export function idOfFile(path: string): string {
  const stem = basename(path).replace(/\.(json|md)$/, '');
  return stem.includes('__') ? stem.replace('__', '/') : stem;
}

/** Commits that add the files, one for each default date, so that each file has the commit time it needs. */
function commitsOf(files: FilePlan[], otherwise: string, author: string | undefined): CommitPlan[] {
  const byTime = groupBy(files, (file) => file.at ?? otherwise);
  return [...byTime]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, group]) => ({
      at,
      ...(author !== undefined && { author }),
      message: titleOf(group.map((file) => file.path)),
      files: Object.fromEntries(group.map((file) => [file.path, file.text])),
    }));
}

/** Recordings hold no titles; these are plain ones of our own. */
const titleOf = (paths: string[]): string => {
  const names = paths.map((path) => basename(path).replace(/\.ya?ml$/, ''));
  return names.length > 3
    ? `Add ${names.length} evaluation results`
    : `Add ${names.join(', ')} evaluation result${names.length > 1 ? 's' : ''}`;
};

const authoredDay = (file: FilePlan): string | undefined =>
  file.items
    .map((item) => item.data?.date)
    .find(
      (date): date is string =>
        typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)),
    );

const sourceUser = (items: RecordedItem[]): string | undefined =>
  items
    .map((item) => (item.data?.source as { user?: unknown } | undefined)?.user)
    .find((user): user is string => typeof user === 'string');

/**
 * Plans a repository that gives a recorded answer of `GET /api/models/{id}?expand…` back: the same entries with their
 * dates and pull requests, the same malformed files with the same words, the same other fields.
 *
 * @param json the recording's text; its numbers keep their digits
 * @param path its file, for the id and for messages
 * @param card README.md, if there is a card
 */
export function planRecording(json: string, path: string, card: string | undefined): RepositoryPlan {
  const recording = parseExact(json) as ExactEntry;
  if (typeof recording !== 'object' || recording === null || Array.isArray(recording)) {
    throw new Error(`${path}: a recording is a JSON object, an answer of GET /api/models/{id}`);
  }
  const { evalResults, sha: _sha, ...facts } = plain(recording) as Record<string, unknown>;
  const exact = (Array.isArray(evalResults) ? recording.evalResults : []) as ExactEntry[];
  const id = typeof facts.id === 'string' ? facts.id : idOfFile(path);
  const createdAt =
    typeof facts.createdAt === 'string' && !Number.isNaN(Date.parse(facts.createdAt)) ? facts.createdAt : UNKNOWN_TIME;

  const files = [...groupBy(exact, (item) => JSON.stringify([plain(item.pullRequest), item.filename])).values()].map(
    (items) => planFile(String(items[0]?.filename), plain(items[0]?.pullRequest) as number | undefined, items),
  );
  const onMain = files.filter((file) => file.pullRequest === undefined);
  const mainTexts = new Map(onMain.map((file) => [file.path, file.text]));
  for (const file of files) {
    // What a pull request leaves as it is on main would not be the pull request's.
    if (file.pullRequest !== undefined && mainTexts.get(file.path) === file.text) {
      file.text = `# Pull request ${file.pullRequest}\n${file.text}`;
    }
  }

  const first: CommitPlan = { at: createdAt, message: 'initial commit', files: { 'README.md': card ?? `# ${id}\n` } };
  const pulls = groupBy(
    files.filter((file) => file.pullRequest !== undefined),
    (file) => file.pullRequest as number,
  );
  return {
    type: 'model',
    id,
    aliases: [],
    facts,
    readers: [],
    commits: [first, ...commitsOf(onMain, createdAt, undefined)],
    discussions: [...pulls].map(([num, own]) => {
      const author = sourceUser(own.flatMap((file) => file.items));
      const day = own.map(authoredDay).find((found) => found !== undefined);
      const commits = commitsOf(own, day ? `${day}T12:00:00.000Z` : createdAt, author);
      return {
        num,
        title: titleOf(own.map((file) => file.path)),
        ...(author !== undefined && { author }),
        createdAt: commits[0]?.at ?? createdAt,
        status: 'open' as const,
        commits,
      };
    }),
    kept: files.filter((file) => !givesBack(file)).map(keptAnswer),
    verified: files.flatMap(verifiedEntries),
    ...(Array.isArray(evalResults) && evalResults.length === 0 && { answersEmptyList: true }),
  };
}
