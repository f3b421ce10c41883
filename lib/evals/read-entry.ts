import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';
import type * as z from 'zod/mini';
import { entrySchema } from './entry-schema.ts';
import { cut, lineText, makeFinding } from './finding.ts';
import type { Message } from './message.ts';
import { duplicateKeys, type Field, fieldsOf, followIn, plain } from './node-fields.ts';
import type { Sink } from './read-items.ts';
import type { YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { Source } from './score.ts';
import { meantField } from './unknown-keys.ts';

/** Where a node stands, and how to read it. */
export interface ItemPlace {
  yaml: YamlText;
  document: Document.Parsed;
  /** Whether aliases may be followed. */
  aliases: boolean;
  /** `[3]` for the fourth item of the list, empty for a file that is one entry. */
  at: string;
}

const FIELDS = {
  '': ['value', 'date', 'notes', 'verifyToken', 'dataset', 'source'],
  dataset: ['id', 'task_id', 'revision'],
  source: ['url', 'name', 'user', 'org'],
} as const;
const MAX_QUOTE = 2000;
/** No measurement has as many; a number written with more is shown with its first ones and an ellipsis. */
const MAX_DIGITS = 60;

/** Reads one item of a results file: an entry, or findings that say why it is none. Never coerces a value. */
export function readEntry(node: unknown, place: ItemPlace, sink: Sink): void {
  const bad = (facts: BadNode) => sink.finding(() => badNode(place, sink, facts));
  const follow = followIn(place.document, place.aliases);
  const outer = follow(node);
  const item = isNode(node) ? node : outer;
  if (!isMap(outer) || !item) {
    bad({ at: place.at, node: item, rule: 'schema/type', message: { key: 'findingNotAnEntry' } });
    return;
  }
  const twice = [...duplicateKeys(outer)];
  for (const key of twice) {
    const message: Message = { key: 'findingDuplicateKey', args: [cut(rawText(place, key), 60)] };
    bad({ at: place.at, node: key, rule: 'yaml/duplicate-key', message });
  }
  if (twice.length > 0) return;

  const nodes = new Map<string, Node | undefined>();
  const pick = (from: Map<string, Field>, part: keyof typeof FIELDS): Record<string, unknown> => {
    const picked: Record<string, unknown> = {};
    const known: readonly string[] = FIELDS[part];
    for (const [name, { key, value }] of from) {
      const path = part ? `${part}.${name}` : name;
      const target = follow(value);
      const meant = meantField(name, known);
      if (meant) {
        const message: Message = { key: 'findingUnknownKey', args: [name, meant] };
        bad({ at: pathOf(place, path), node: key, rule: 'schema/unknown-key', severity: 'notice', message });
      } else if (known.includes(name)) {
        nodes.set(path, value?.range ? value : key);
        const inner = name === 'dataset' || name === 'source' ? name : undefined;
        picked[name] = inner && isMap(target) ? pick(fieldsOf(target, follow), inner) : plain(target);
      }
    }
    return picked;
  };
  const fields = fieldsOf(outer, follow);
  const wrapped = fields.has('dataset') ? undefined : follow(fields.get('data')?.value);
  const raw = pick(isMap(wrapped) ? fieldsOf(wrapped, follow) : fields, '');
  const read = entrySchema.safeParse(raw);
  if (!read.success) {
    for (const issue of read.error.issues) sink.finding(() => badField(place, sink, issue, raw, nodes, item));
    return;
  }
  const { dataset, value, date, notes, source, verifyToken } = read.data;
  const valueNode = follow(nodes.get('value'));
  const { path, pullRequest, loader } = sink.file;
  sink.entry({
    dataset: dataset.id,
    task: dataset.task_id,
    ...(dataset.revision === undefined ? {} : { revision: dataset.revision }),
    value,
    valueText: cut((isScalar(valueNode) && valueNode.source) || String(value), MAX_DIGITS),
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
      ...span(place, item),
      seenBy: [loader],
    },
  });
}

function badField(
  place: ItemPlace,
  sink: Sink,
  issue: z.core.$ZodIssue,
  raw: Record<string, unknown>,
  nodes: Map<string, Node | undefined>,
  item: Node,
): Finding {
  const name = issue.path.join('.');
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const node = nodes.get(name) ?? nodes.get(String(issue.path[0])) ?? item;
  const bad = (rule: string, message: Message, code?: 'S3') =>
    badNode(place, sink, { at: pathOf(place, name), node, rule, message, code });
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

interface BadNode extends Pick<Finding, 'rule' | 'message'> {
  at: string;
  node: Node | undefined;
  code?: 'S3' | undefined;
  severity?: 'notice';
}

function badNode({ yaml, document }: ItemPlace, { file }: Sink, { at, node, code, ...facts }: BadNode): Finding {
  const offset = node?.range?.[0] ?? document.range[0];
  const place = { line: yaml.lineAt(offset), text: lineText(yaml.text, offset), at: at || undefined };
  return makeFinding(file, { ...facts, ...(code ? { code } : {}), ...place });
}

/** The Hub's own notation: `[3].dataset.task_id`. */
const pathOf = ({ at }: ItemPlace, name: string) => (at ? `${at}.${name}` : name);

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
