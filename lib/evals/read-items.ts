import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { type FilePlace, lineText, makeFinding } from './finding.ts';
import type { Message } from './message.ts';
import { hasField } from './node-fields.ts';
import { readEntry } from './read-entry.ts';
import { readYaml, type YamlProblem, type YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { FoundEntry } from './score.ts';
import { splitItems } from './split-items.ts';
import { syntaxMessage } from './syntax-message.ts';

type Add = (found: FoundEntry | Finding[]) => void;

/** More than any honest file uses; each may cost a walk through the file. */
const MAX_ALIASES = 100;

/** Reads the items of a text that is YAML, whatever its outermost shape; pauses after each. */
export function* readDocuments(yaml: YamlText, file: FilePlace, add: Add): Generator<undefined> {
  for (const document of yaml.documents) {
    const { contents } = document;
    const start = contents?.range?.[0] ?? document.range[0];
    if (isSeq(contents)) yield* readList(yaml, file, document, add);
    else if (isMap(contents)) {
      add([findingAt(file, yaml, start, 'schema/not-a-list', { key: 'findingNotAList' })]);
      if (hasField(contents, 'dataset') || hasField(contents, 'data'))
        add(readEntry(contents, { file, yaml, document, aliases: followAliases(yaml), at: '' }));
    } else if (contents !== null && !(isScalar(contents) && contents.value === null))
      add([findingAt(file, yaml, start, 'schema/not-a-list', { key: 'findingNotAList' })]);
    else if (yaml.documents.length === 1)
      add([makeFinding(file, { rule: 'file/empty', severity: 'notice', message: { key: 'findingEmptyFile' } })]);
  }
  const second = yaml.documents[1];
  if (second)
    add([findingAt(file, yaml, second.range[0], 'yaml/multiple-documents', { key: 'findingMultipleDocuments' })]);
  if (!followAliases(yaml))
    add([makeFinding(file, { rule: 'file/aliases', message: { key: 'findingAliases', args: [MAX_ALIASES] } })]);
}

/**
 * Reads what can be read of a text that is not YAML: the items before the first fault as they stand, those after it
 * each by itself. What can be neither is a finding.
 */
export function* recoverItems(whole: YamlText, file: FilePlace, add: Add): Generator<undefined> {
  const fault = whole.problems[0] ?? { code: 'UNREADABLE', offset: 0 };
  const before = new Map<number, { end: number; read: () => void }>();
  for (const document of whole.documents) {
    if (!isSeq(document.contents)) continue;
    for (const [index, node] of document.contents.items.entries()) {
      const [from, , end] = (isNode(node) && node.range) || [0, 0, Number.POSITIVE_INFINITY];
      if (end > fault.offset) break;
      const place = { file, yaml: whole, document, aliases: followAliases(whole), at: `[${index}]` };
      before.set(whole.lineAt(from), { end, read: () => add(readEntry(node, place)) });
    }
  }
  const items = splitItems(whole.text);
  let explained = false;
  let index = -1;
  for (const item of items) {
    if (item.kind === 'item') index++;
    const itemEnd = item.offset + item.text.length;
    const asItStands = before.get(item.line);
    // An open quote swallows the items after it: what reaches beyond its own lines does not stand.
    if (asItStands && itemEnd <= fault.offset && asItStands.end <= itemEnd) asItStands.read();
    else if (item.kind === 'stray') {
      explained = true;
      add([findingAt(file, whole, item.offset, 'yaml/syntax', { key: 'findingSyntax' })]);
    } else {
      const alone = yield* readYaml(item.text, item.line);
      const [problem] = alone.problems;
      explained ||= problem !== undefined;
      if (problem) add([syntaxFinding(file, alone, problem, `[${index}]`)]);
      else yield* readList(alone, file, alone.documents[0], add, index);
    }
    yield;
  }
  if (items.length === 0) for (const { read } of before.values()) read();
  if (!explained) add([syntaxFinding(file, whole, fault)]);
}

function* readList(
  yaml: YamlText,
  file: FilePlace,
  document: YamlText['documents'][number] | undefined,
  add: Add,
  firstIndex = 0,
): Generator<undefined> {
  if (!document || !isSeq(document.contents)) return;
  let next = 0;
  for (const [index, item] of document.contents.items.entries()) {
    const at = `[${firstIndex + index}]`;
    const end = (isNode(item) && item.range?.[2]) || 0;
    const problem = yaml.problems[next];
    if (problem && problem.offset < end) {
      add([syntaxFinding(file, yaml, problem, at)]);
      while ((yaml.problems[next]?.offset ?? end) < end) next++;
    } else add(readEntry(item, { file, yaml, document, aliases: followAliases(yaml), at }));
    yield;
  }
}

const followAliases = (yaml: YamlText) => yaml.aliases <= MAX_ALIASES;

function findingAt(
  file: FilePlace,
  yaml: YamlText,
  offset: number,
  rule: string,
  message: Message,
  at?: string,
): Finding {
  return makeFinding(file, { rule, message, line: yaml.lineAt(offset), text: lineText(yaml.text, offset), at });
}

function syntaxFinding(file: FilePlace, yaml: YamlText, { code, offset }: YamlProblem, at?: string): Finding {
  const { rule, message } = syntaxMessage(code);
  return findingAt(file, yaml, Math.min(offset, yaml.text.trimEnd().length), rule, message, at);
}
