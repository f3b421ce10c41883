import { readVariant } from '../evals/variant/index.ts';
import type { DraftEntry } from './draft.ts';
import { type EntryFields, fieldsOf } from './fields.ts';
import { fileStem, freePath } from './file-name.ts';
import type { DraftGround, GroundFile } from './ground.ts';
import { appendEntries, entriesToAddTo, replaceEntry } from './into-file.ts';
import { toYaml } from './to-yaml.ts';

/** One file of the change, with its whole new text. */
export interface DraftFile {
  path: string;
  text: string;
  /** What stands there now; absent for a new file. */
  before?: string;
  /** Ids of the entries that it carries. */
  entries: string[];
  how: 'new' | 'added' | 'replaced';
}

/** Names that are written to; files below further folders, or with signs in their names, are only read. */
const ORDINARY = /^\.eval_results\/(?!\.)[\w.\- ]{1,120}\.ya?ml$/;

type FileGround = Pick<DraftGround, 'files' | 'pullRequests' | 'updating'>;

/**
 * The files that a draft's entries become: one benchmark and setup a file, by the conventions. An existing file of
 * the same benchmark and setup is added to; a file that cannot be parsed or that an open pull request changes is left
 * alone, and another name is taken. Nothing is ever overwritten, but for an entry of the reader's own pull request.
 */
export function draftFiles(entries: readonly DraftEntry[], ground?: FileGround): DraftFile[] {
  const files = ground?.updating?.files ?? ground?.files ?? [];
  const others = (ground?.pullRequests ?? []).filter(({ number }) => number !== ground?.updating?.number);
  const busy = new Set(others.flatMap(({ paths }) => paths).map((path) => path.toLowerCase()));
  const taken = new Set([...busy, ...files.map(({ path }) => path.toLowerCase())]);
  const made: DraftFile[] = [];
  const fresh = new Map<string, { path: string; fields: EntryFields[] }>();

  for (const entry of entries) {
    const fields = fieldsOf(entry);
    const own = ground?.updating ? replaced(fields, files, made) : undefined;
    const existing = own ?? added(fields, files, made, busy);
    if (existing) {
      const earlier = made.find(({ path }) => path === existing.path);
      if (earlier) Object.assign(earlier, { text: existing.text, entries: [...earlier.entries, entry.id] });
      else made.push({ ...existing, entries: [entry.id] });
      continue;
    }
    const stem = fileStem(fields);
    const open = fresh.get(stem) ?? { path: freePath(stem, taken), fields: [] };
    open.fields.push(fields);
    taken.add(open.path.toLowerCase());
    const text = toYaml(open.fields);
    const earlier = made.find(({ path }) => path === open.path);
    if (earlier) Object.assign(earlier, { text, entries: [...earlier.entries, entry.id] });
    else made.push({ path: open.path, text, entries: [entry.id], how: 'new' });
    fresh.set(stem, open);
  }
  return made;
}

/** The text of a file as the draft has made it so far. */
const textNow = ({ path, text }: GroundFile, made: readonly DraftFile[]) =>
  made.find((file) => file.path === path)?.text ?? text;

/** The reader's own earlier entry of the same setup, written anew. */
function replaced(fields: EntryFields, files: readonly GroundFile[], made: readonly DraftFile[]) {
  for (const file of files) {
    const text = textNow(file, made);
    const places = text === undefined ? [] : placesOfSame(fields, text);
    const [index] = places;
    if (text === undefined || index === undefined || places.length > 1 || !ORDINARY.test(file.path)) continue;
    const after = replaceEntry(text, index, fields);
    if (after !== undefined && file.text !== undefined)
      return { path: file.path, text: after, before: file.text, how: 'replaced' as const };
  }
  return undefined;
}

/** The file that is called as this entry's would be, or holds nothing but its benchmark in its setup. */
function added(fields: EntryFields, files: readonly GroundFile[], made: readonly DraftFile[], busy: Set<string>) {
  const preferred = freePath(fileStem(fields), new Set()).toLowerCase();
  const isPreferred = ({ path }: GroundFile) => path.toLowerCase() === preferred;
  const byName = files.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)));
  for (const file of byName) {
    const text = textNow(file, made);
    if (text === undefined || file.text === undefined || busy.has(file.path.toLowerCase())) continue;
    if (!ORDINARY.test(file.path)) continue;
    const entries = entriesToAddTo(text);
    const fits =
      entries && (isPreferred(file) || (entries.length > 0 && placesOfSame(fields, text).length === entries.length));
    const after = fits ? appendEntries(text, [fields]) : undefined;
    if (after !== undefined) return { path: file.path, text: after, before: file.text, how: 'added' as const };
  }
  return undefined;
}

/** Places in a file's list of the entries of the same benchmark, task and setup. */
function placesOfSame(fields: EntryFields, text: string): number[] {
  const key = setupKey(fields);
  return (entriesToAddTo(text) ?? []).flatMap((entry, index) => (setupKey(entry) === key ? [index] : []));
}

function setupKey({ dataset, task, revision, notes }: Pick<EntryFields, 'dataset' | 'task' | 'revision' | 'notes'>) {
  const { tags, rest } = readVariant({ dataset, task, notes });
  const said = tags.map(({ kind, value }) => `${kind}=${value}`).filter((tag) => tag !== 'tools=none');
  return JSON.stringify([dataset.toLowerCase(), task, revision, said.sort(), rest.toLowerCase()]);
}
