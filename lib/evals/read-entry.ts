import { type Document, isMap, isNode, isScalar, type Node, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { entrySchema } from './entry-schema.ts';
import { cut, lineText, makeFinding } from './finding.ts';
import type { Message } from './message.ts';
import { duplicateKeys, field, follow, hasField, plain } from './node-fields.ts';
import type { Sink } from './read-items.ts';
import type { YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { Source } from './score.ts';

/** Where a node stands, and how to read it. */
export interface ItemPlace {
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
export function readEntry(node: unknown, place: ItemPlace, sink: Sink): void {
  const bad = (facts: BadNode) => sink.finding(() => badNode(place, sink, facts));
  const outer = follow(place.document, node, place.aliases);
  const outerNode = isNode(node) ? node : undefined;
  if (!isMap(outer)) {
    bad({ at: place.at, node: outerNode, rule: 'schema/type', message: { key: 'findingNotAnEntry' } });
    return;
  }
  let twice = false;
  for (const key of duplicateKeys(outer)) {
    twice = true;
    const message: Message = { key: 'findingDuplicateKey', args: [rawText(place, key)] };
    bad({ at: place.at, node: key, rule: 'yaml/duplicate-key', message });
  }
  if (twice) return;
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
  if (!read.success) {
    for (const issue of read.error.issues)
      sink.finding(() => badField(place, sink, issue, raw, nodes, outerNode ?? map));
    return;
  }
  const { dataset, value, date, notes, source, verifyToken } = read.data;
  const valueNode = follow(place.document, nodes.get('value'), place.aliases);
  const { path, pullRequest, loader } = sink.file;
  sink.entry({
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
      kind: pullRequest === undefined ? 'main' : 'pull-request',
      ...(pullRequest === undefined ? {} : { pullRequest }),
      path,
      ...span(place, outerNode ?? outer),
      seenBy: [loader],
    },
  });
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
  sink: Sink,
  issue: z.core.$ZodIssue,
  raw: Record<string, unknown>,
  nodes: Map<string, unknown>,
  item: Node,
): Finding {
  const name = issue.path.join('.');
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const known = nodes.get(name) ?? nodes.get(String(issue.path[0]));
  const node = isNode(known) ? known : item;
  const at = place.at ? `${place.at}.${name}` : name;
  const bad = (rule: string, message: Message, code?: 'S3') => badNode(place, sink, { at, node, rule, message, code });
  if (found === undefined) return bad('schema/required', { key: 'findingMissing', args: [name] });
  if (found === null || found === '') return bad('schema/required', { key: 'findingEmpty', args: [name] });
  const text = cut(rawText(place, node), 60);
  if (typeof found === 'number' && !Number.isFinite(found))
    return bad('value/not-finite', { key: 'findingNotFinite', args: [text] }, 'S3');
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'number') return bad('schema/type', { key: 'findingNotANumber', args: [name, text] });
  if (expected === 'string') return bad('schema/type', { key: 'findingNotAText', args: [name, text] });
  return bad('schema/type', { key: 'findingNotAMapping', args: [name, text] });
}

interface BadNode {
  at: string;
  node: Node | undefined;
  rule: string;
  message: Message;
  code?: 'S3' | undefined;
}

function badNode({ yaml, document }: ItemPlace, { file }: Sink, { at, node, rule, message, code }: BadNode): Finding {
  const offset = node?.range?.[0] ?? document.range[0];
  const place = { line: yaml.lineAt(offset), text: lineText(yaml.text, offset), at: at || undefined };
  return makeFinding(file, { rule, message, ...(code ? { code } : {}), ...place });
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
