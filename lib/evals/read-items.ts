import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';
import { type FilePlace, lineText, makeFinding } from './finding.ts';
import type { Message } from './message.ts';
import { fieldsOf, followIn } from './node-fields.ts';
import { readEntry } from './read-entry.ts';
import { MAX_ITEM_PARTS, readYaml, type YamlProblem, type YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { FoundEntry } from './score.ts';
import type { TextItem } from './split-items.ts';
import { syntaxMessage } from './syntax-message.ts';

/** Where entries and findings go. */
export interface Sink {
  file: FilePlace;
  entry(found: FoundEntry): void;
  /** Findings beyond the limit are counted, not made. */
  finding(make: () => Finding): void;
  /** True once no more findings are made. */
  full(): boolean;
}

/** More than any honest file uses; each may cost a walk through the file. */
const MAX_ALIASES = 100;
const followAliases = (yaml: YamlText) => yaml.aliases <= MAX_ALIASES;

/** Reads the items of a text that is YAML, whatever its outermost shape; pauses after each. */
export function* readDocuments(yaml: YamlText, sink: Sink): Generator<undefined> {
  const { file } = sink;
  for (const document of yaml.documents) {
    const { contents } = document;
    const start = contents?.range?.[0] ?? document.range[0];
    if (isSeq(contents)) yield* readList(yaml, document, sink);
    else if (isMap(contents)) {
      sink.finding(() => findingAt(file, yaml, start, 'schema/not-a-list', { key: 'findingNotAList' }));
      const fields = fieldsOf(contents, followIn(document, followAliases(yaml)));
      if (fields.has('dataset') || fields.has('data'))
        readEntry(contents, { yaml, document, aliases: followAliases(yaml), at: '' }, sink);
    } else if (contents !== null && !(isScalar(contents) && contents.value === null))
      sink.finding(() => findingAt(file, yaml, start, 'schema/not-a-list', { key: 'findingNotAList' }));
    else if (yaml.documents.length === 1)
      sink.finding(() =>
        makeFinding(file, { rule: 'file/empty', severity: 'notice', message: { key: 'findingEmptyFile' } }),
      );
  }
  const second = yaml.documents[1];
  if (second)
    sink.finding(() =>
      findingAt(file, yaml, second.range[0], 'yaml/multiple-documents', { key: 'findingMultipleDocuments' }),
    );
  if (!followAliases(yaml))
    sink.finding(() =>
      makeFinding(file, { rule: 'file/aliases', message: { key: 'findingAliases', args: [MAX_ALIASES] } }),
    );
}

/** Reads each item of a text by itself, so that what is wrong with one is nothing to the others. */
export function* readApart(
  items: readonly TextItem[],
  sink: Sink,
  asItStands: (item: TextItem) => (() => void) | undefined = () => undefined,
): Generator<undefined> {
  let index = -1;
  let column = items.find(({ kind }) => kind === 'item')?.column;
  for (const item of items) {
    if (item.kind === 'item') index++;
    const at = `[${index}]`;
    const line = { text: item.text, lineAt: () => item.line };
    const stands = asItStands(item);
    if (stands) stands();
    else if (item.kind === 'stray')
      sink.finding(() => findingAt(sink.file, line, 0, 'yaml/syntax', { key: 'findingSyntax' }));
    else if (sink.full() && !item.text.includes('data'))
      // It cannot be an entry, and what exactly is wrong with it would not be shown any more.
      sink.finding(() => findingAt(sink.file, line, 0, 'schema/type', { key: 'findingNotAnEntry' }, at));
    else {
      if (item.column !== column)
        sink.finding(() => syntaxFinding(sink.file, line, { code: 'BAD_INDENT', offset: 0 }, at));
      column = item.column;
      const alone = yield* readYaml(item.text, item.line, MAX_ITEM_PARTS);
      const [problem] = alone.problems;
      const [document] = alone.documents;
      if (problem) sink.finding(() => syntaxFinding(sink.file, alone, problem, at));
      else if (document) yield* readList(alone, document, sink, index);
    }
    yield;
  }
}

/**
 * Reads what can be read of a text that is not YAML: the items before the first fault as they stand, those after it
 * each by itself. What can be neither is a finding.
 */
export function* recoverItems(whole: YamlText, items: readonly TextItem[], sink: Sink): Generator<undefined> {
  const fault = whole.problems[0] ?? { code: 'UNREADABLE', offset: 0 };
  const before = new Map<number, { end: number; read: () => void }>();
  for (const document of whole.documents) {
    if (!isSeq(document.contents)) continue;
    for (const [index, node] of document.contents.items.entries()) {
      const [from, , end] = (isNode(node) && node.range) || [0, 0, Number.POSITIVE_INFINITY];
      if (end > fault.offset) break;
      const place = { yaml: whole, document, aliases: followAliases(whole), at: `[${index}]` };
      before.set(whole.lineAt(from), { end, read: () => readEntry(node, place, sink) });
    }
  }
  let explained = false;
  const explaining: Sink = {
    ...sink,
    finding: (make) => {
      explained = true;
      sink.finding(make);
    },
  };
  yield* readApart(items, explaining, (item) => {
    const known = before.get(item.line);
    const itemEnd = item.offset + item.text.length;
    // An open quote swallows the items after it: what reaches beyond its own lines does not stand.
    return known && itemEnd <= fault.offset && known.end <= itemEnd ? known.read : undefined;
  });
  // Inside brackets only a comma shows that an item is whole: what the fault cut short may look like an entry.
  if (items.length === 0)
    for (const { end, read } of before.values()) if (/^\s*,/.test(whole.text.slice(end, end + 100))) read();
  if (!explained) sink.finding(() => syntaxFinding(sink.file, whole, fault));
}

function* readList(yaml: YamlText, document: Document.Parsed, sink: Sink, firstIndex = 0): Generator<undefined> {
  if (!isSeq(document.contents)) return;
  let next = 0;
  for (const [index, item] of document.contents.items.entries()) {
    const at = `[${firstIndex + index}]`;
    const end = (isNode(item) && item.range?.[2]) || 0;
    const problem = yaml.problems[next];
    if (problem && problem.offset < end) {
      sink.finding(() => syntaxFinding(sink.file, yaml, problem, at));
      while ((yaml.problems[next]?.offset ?? end) < end) next++;
    } else readEntry(item, { yaml, document, aliases: followAliases(yaml), at }, sink);
    yield;
  }
}

type Lines = Pick<YamlText, 'text' | 'lineAt'>;

function findingAt(file: FilePlace, yaml: Lines, offset: number, rule: string, message: Message, at?: string): Finding {
  return makeFinding(file, { rule, message, line: yaml.lineAt(offset), text: lineText(yaml.text, offset), at });
}

function syntaxFinding(file: FilePlace, yaml: Lines, { code, offset }: YamlProblem, at?: string): Finding {
  const { rule, message } = syntaxMessage(code);
  return findingAt(file, yaml, offset, rule, message, at);
}
