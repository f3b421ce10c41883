import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml';

/** The node that stands for a node: itself, or what its alias names; undefined for an alias that names nothing. */
export type Follow = (node: unknown) => Node | undefined;

// The library walks through the whole document for each alias, with a visitor that the background does without.
const targets = new WeakMap<Document.Parsed, ReadonlyMap<Alias, Node>>();

/** What each alias names: the last node before it that has its anchor. */
function targetsIn({ contents }: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const found = new Map<Alias, Node>();
  const walk = (node: unknown) => {
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) found.set(node, target);
    } else if (isPair(node)) {
      walk(node.key);
      walk(node.value);
    } else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
      if (isCollection(node)) node.items.forEach(walk);
    }
  };
  walk(contents);
  return found;
}

/** How nodes of a document are followed; no alias is when there are too many of them. */
export function followIn(document: Document.Parsed, aliases: boolean): Follow {
  return (node) => {
    if (!isAlias(node)) return (node ?? undefined) as Node | undefined;
    if (!aliases) return undefined;
    const known = targets.get(document) ?? targetsIn(document);
    targets.set(document, known);
    return known.get(node);
  };
}

/** Merge keys in merge keys, and mappings merged at one place: enough for any honest file, and 84 walks at most. */
const MAX_MERGE_DEPTH = 3;
const MAX_MERGED = 4;

/** One key of a mapping: where it stands, and the node of its value as written. */
export interface Field {
  key: Node;
  value: Node | undefined;
}

/**
 * The fields of a mapping by name, with what merge keys (`<<: *name`) bring along. A `Map`, so that `__proto__` and
 * `constructor` are names like any other.
 */
export function fieldsOf(map: YAMLMap, follow: Follow, depth = MAX_MERGE_DEPTH): Map<string, Field> {
  const fields = new Map<string, Field>();
  const merged: unknown[] = [];
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === '<<') merged.push(...(isSeq(value) ? value.items : [value]));
    else if (name !== undefined && !fields.has(name))
      fields.set(name, { key: key as Node, value: (value ?? undefined) as Node | undefined });
  }
  if (depth === 0) return fields;
  for (const from of merged.slice(0, MAX_MERGED).map(follow))
    if (isMap(from))
      for (const [name, field] of fieldsOf(from, follow, depth - 1)) if (!fields.has(name)) fields.set(name, field);
  return fields;
}

/** A node as a plain value for the schema: scalars as they are, collections as an empty one of their kind. */
export function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return [];
  return isMap(node) ? {} : null;
}

/**
 * A node as plain data, all the way down; the last of equal keys counts, and a mapping's own keys before those that a merge
 * key (`<<: *name`) brings along. A key that is itself a collection is left out, and what stands in itself is null there.
 * Throws for an alias that is not followed.
 */
export function plainData(node: unknown, follow: Follow, made = new Map<unknown, unknown>()): unknown {
  const target = follow(node);
  if (isAlias(node) && !target) throw new Error(`*${node.source} names nothing`);
  if (!isCollection(target)) return isScalar(target) ? target.value : null;
  if (made.has(target)) return made.get(target);
  made.set(target, null);
  const data = isMap(target)
    ? mappingData(
        target.items.flatMap(({ key, value }) => {
          const name = follow(key);
          return isCollection(name) ? [] : [[plain(name) ?? '', plainData(value, follow, made)] as const];
        }),
      )
    : target.items.map((item) => plainData(item, follow, made));
  made.set(target, data);
  return data;
}

function mappingData(pairs: readonly (readonly [key: unknown, value: unknown])[]): unknown {
  const [own, merged] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const [key, value] of pairs) {
    if (key !== '<<') own.set(String(key), value);
    else
      for (const from of Array.isArray(value) ? value : [value])
        for (const [name, data] of Object.entries(typeof from === 'object' && from ? from : {}))
          if (!merged.has(name)) merged.set(name, data);
  }
  return Object.fromEntries([...merged, ...own]);
}

/** A key that stands twice in one mapping, anywhere inside a node. */
export function* duplicateKeys(node: unknown): Generator<Node> {
  if (!isCollection(node)) return;
  const seen = new Set<string>();
  for (const item of node.items) {
    if (!isPair(item)) {
      yield* duplicateKeys(item);
      continue;
    }
    if (isScalar(item.key) && isMap(node)) {
      const name = String(item.key.value);
      if (seen.has(name) && name !== '<<') yield item.key;
      seen.add(name);
    }
    yield* duplicateKeys(item.value);
  }
}
