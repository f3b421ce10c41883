import { isNode, isSeq, parseDocument } from 'yaml';
import { MAX_BYTES, parseResultsFile } from '../evals/parse.ts';
import type { FoundEntry } from '../evals/score.ts';
import type { EntryFields } from './fields.ts';
import { entryToYaml, type Layout } from './to-yaml.ts';

interface OpenFile {
  layout: Layout;
  entries: FoundEntry[];
  /** Offsets of each item, from its dash to the end of its last line. */
  items: [from: number, to: number][];
}

const PLACE = { path: '', loader: 'main-files' } as const;

/**
 * A results file that entries can be added to; undefined for one that must not be touched: it cannot be parsed, the
 * Hub rejects it, it is no block list, or it holds more than one document.
 */
function openFile(text: string): OpenFile | undefined {
  const { entries, findings } = parseResultsFile(text, PLACE);
  if (text.length > MAX_BYTES / 2 || findings.some(({ severity }) => severity === 'error')) return undefined;
  // More than one document is an error of the first.
  const document = parseDocument(text);
  const list = document.contents;
  if (document.errors.length > 0) return undefined;
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (list === null) return { layout: { indent: '', eol }, entries, items: [] };
  if (!isSeq(list) || list.flow || !list.range || list.items.length !== entries.length) return undefined;
  const first = list.range[0];
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (text[first] !== '-' || !/^ *$/.test(indent)) return undefined;
  const dashes = Array.from(text.matchAll(new RegExp(`^${indent}-(?=\\s)`, 'gm')), ({ index }) => index);
  const items = list.items.map((item): [number, number] => {
    const [at, end] = isNode(item) && item.range ? item.range : [first, first];
    const from = dashes.findLast((dash) => dash <= at) ?? first;
    return [from, text.slice(0, end).trimEnd().length];
  });
  return { layout: { indent, eol }, entries, items };
}

/**
 * The text of a results file with entries added at its end; every byte before them stays. Undefined when the file
 * must not be touched, or when what comes out does not read back as what went in: then another name is needed.
 */
export function appendEntries(text: string, added: readonly EntryFields[]): string | undefined {
  const file = openFile(text);
  if (!file) return undefined;
  const { layout } = file;
  const apart = text === '' || /\n$/.test(text) ? '' : layout.eol;
  const made = text + apart + added.map((fields) => entryToYaml(fields, layout)).join('');
  return readsAs(made, [...file.entries.map(fieldsOfFound), ...added]) ? made : undefined;
}

/** The text of a results file with one of its entries (by its place in the list) written anew; all else stays. */
export function replaceEntry(text: string, index: number, fields: EntryFields): string | undefined {
  const file = openFile(text);
  const item = file?.items[index];
  if (!file || !item) return undefined;
  const made = text.slice(0, item[0]) + entryToYaml(fields, file.layout).trim() + text.slice(item[1]);
  const wanted = file.entries.map(fieldsOfFound);
  wanted[index] = fields;
  return readsAs(made, wanted) ? made : undefined;
}

/** The entries of a results file that could be added to, in the order of the file. */
export function entriesToAddTo(text: string): FoundEntry[] | undefined {
  return openFile(text)?.entries;
}

/** Whether a results file holds exactly these entries, by our own strict reader. */
export function readsAs(text: string, wanted: readonly EntryFields[]): boolean {
  const { entries, findings } = parseResultsFile(text, PLACE);
  return (
    parseDocument(text).errors.length === 0 &&
    findings.every(({ severity }) => severity !== 'error') &&
    JSON.stringify(entries.map(fieldsOfFound)) === JSON.stringify(wanted.map(inOrder))
  );
}

function fieldsOfFound({ dataset, task, revision, valueText, date, source, notes }: FoundEntry): EntryFields {
  return inOrder({
    dataset,
    task,
    valueText,
    ...(revision === undefined ? {} : { revision }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(notes === undefined ? {} : { notes }),
  });
}

const inOrder = ({ dataset, task, revision, valueText, date, source, notes }: EntryFields): EntryFields => {
  const { url, name, user, org } = source ?? {};
  return JSON.parse(
    JSON.stringify({ dataset, task, revision, valueText, date, source: source && { url, name, user, org }, notes }),
  );
};
