import { type Document, isMap, isNode, isScalar, type Node, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { entrySchema } from './entry-schema.ts';
import { cut, type FilePlace, lineText, makeFinding } from './finding.ts';
import type { Message } from './message.ts';
import { duplicateKeys, field, follow, hasField, plain } from './node-fields.ts';
import type { YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { FoundEntry, Source } from './score.ts';

/** Where a node stands, and how to read it. */
export interface ItemPlace {
  file: FilePlace;
  yaml: YamlText;
  document: Document.Parsed;
  /** Whether aliases may be followed. */
  aliases: boolean;
  /** `[3]` for the fourth item of the list, empty for a file that is one entry. */
  at: string;
}

const FIELDS = ['value', 'date', 'notes', 'verifyToken'] as const;
const DATASET = ['id', 'task_id', 'revision'] as const;
const SOURCE = ['url', 'name', 'user', 'org'] as const;
const MAX_QUOTE = 2000;

/** Reads one item of a results file: an entry, or findings that say why it is none. Never coerces a value. */
export function readEntry(node: unknown, place: ItemPlace): FoundEntry | Finding[] {
  const outer = follow(place.document, node, place.aliases);
  const outerNode = isNode(node) ? node : undefined;
  if (!isMap(outer)) return [badNode(place, place.at, outerNode, 'schema/type', { key: 'findingNotAnEntry' })];
  const twice = [...duplicateKeys(outer)].map((key) =>
    badNode(place, place.at, key, 'yaml/duplicate-key', { key: 'findingDuplicateKey', args: [rawText(place, key)] }),
  );
  if (twice.length > 0) return twice;
  const wrapped = hasField(outer, 'dataset') ? undefined : follow(place.document, field(outer, 'data'), place.aliases);
  const map = isMap(wrapped) ? wrapped : outer;
  const nodes = new Map<string, unknown>();
  const raw = { ...pick(place, map, FIELDS, '', nodes) };
  for (const [name, keys] of [
    ['dataset', DATASET],
    ['source', SOURCE],
  ] as const) {
    if (!hasField(map, name)) continue;
    const inner = follow(place.document, field(map, name), place.aliases);
    nodes.set(name, field(map, name) ?? inner);
    raw[name] = isMap(inner) ? pick(place, inner, keys, `${name}.`, nodes) : plain(inner);
  }
  const read = entrySchema.safeParse(raw);
  if (!read.success) return read.error.issues.map((issue) => badField(place, issue, raw, nodes, outerNode ?? map));
  const { dataset, value, date, notes, source, verifyToken } = read.data;
  const valueNode = follow(place.document, nodes.get('value'), place.aliases);
  return {
    dataset: dataset.id,
    task: dataset.task_id,
    ...(dataset.revision === undefined ? {} : { revision: dataset.revision }),
    value,
    valueText: (isScalar(valueNode) && valueNode.source) || String(value),
    asWritten: true,
    ...(date === undefined ? {} : { date }),
    ...(notes === undefined ? {} : { notes }),
    ...(source === undefined ? {} : { source: source as Source }),
    verified: false,
    hasToken: verifyToken !== undefined && verifyToken !== '',
    origin: {
      kind: place.file.pullRequest === undefined ? 'main' : 'pull-request',
      ...(place.file.pullRequest === undefined ? {} : { pullRequest: place.file.pullRequest }),
      path: place.file.path,
      ...span(place, outerNode ?? outer),
      seenBy: [place.file.loader],
    },
  };
}

function pick(place: ItemPlace, map: YAMLMap, keys: readonly string[], prefix: string, nodes: Map<string, unknown>) {
  const picked: Record<string, unknown> = {};
  for (const key of keys) {
    if (!hasField(map, key)) continue;
    const node = field(map, key);
    nodes.set(prefix + key, node ?? map);
    picked[key] = plain(follow(place.document, node, place.aliases));
  }
  return picked;
}

function badField(
  place: ItemPlace,
  issue: z.core.$ZodIssue,
  raw: Record<string, unknown>,
  nodes: Map<string, unknown>,
  item: Node,
): Finding {
  const name = issue.path.join('.');
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const node = nodes.get(name) ?? nodes.get(String(issue.path[0])) ?? item;
  const at = place.at ? `${place.at}.${name}` : name;
  const bad = (rule: string, message: Message, code: 'S1' | 'S3' = 'S1') =>
    badNode(place, at, isNode(node) ? node : item, rule, message, code);
  if (found === undefined) return bad('schema/required', { key: 'findingMissing', args: [name] });
  if (found === null || found === '') return bad('schema/required', { key: 'findingEmpty', args: [name] });
  const text = cut(rawText(place, isNode(node) ? node : item), 60);
  if (typeof found === 'number' && !Number.isFinite(found))
    return bad('value/not-finite', { key: 'findingNotFinite', args: [text] }, 'S3');
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'number') return bad('schema/type', { key: 'findingNotANumber', args: [name, text] });
  if (expected === 'string') return bad('schema/type', { key: 'findingNotAText', args: [name, text] });
  return bad('schema/type', { key: 'findingNotAMapping', args: [name, text] });
}

function badNode(
  place: ItemPlace,
  at: string,
  node: Node | undefined,
  rule: string,
  message: Message,
  code: 'S1' | 'S3' = 'S1',
): Finding {
  const { yaml, file } = place;
  const offset = node?.range?.[0] ?? place.document.range[0];
  return makeFinding(file, {
    rule,
    message,
    code,
    line: yaml.lineAt(offset),
    text: lineText(yaml.text, offset),
    at: at || undefined,
  });
}

/** The text that a node was read from. */
function rawText(place: ItemPlace, node: Node): string {
  const [from, to] = node.range ?? [0, 0];
  return place.yaml.text.slice(from, to).trim();
}

function span({ yaml }: ItemPlace, node: Node): { line: number; lastLine: number; quote: string } {
  const [from, to] = node.range ?? [0, 0];
  const start = yaml.text.lastIndexOf('\n', from - 1) + 1;
  // A block item's quote begins with its dash; an item inside brackets shares its line with others.
  const quoteFrom = /^[\s-]*$/.test(yaml.text.slice(start, from)) ? start : from;
  const quote = yaml.text.slice(quoteFrom, to).trimEnd();
  return { line: yaml.lineAt(from), lastLine: yaml.lineAt(quoteFrom + quote.length), quote: cut(quote, MAX_QUOTE) };
}
