import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** The node that stands for a node: itself, or what its alias names; undefined for an alias that names nothing. */
export function follow(document: Document.Parsed, node: unknown, aliases: boolean): Node | undefined {
  if (!isAlias(node)) return node as Node | undefined;
  const target = aliases ? node.resolve(document) : undefined;
  return isAlias(target) ? undefined : target;
}

/** A key as text; undefined for keys that are no plain value. */
export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** The value node of a key. Pairs are compared one by one, so `__proto__` and `constructor` are keys like any other. */
export function field(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => keyText(key) === name)?.value ?? undefined;
}

/** Whether a key stands in a mapping, with or without a value. */
export function hasField(map: YAMLMap, name: string): boolean {
  return map.items.some(({ key }) => keyText(key) === name);
}

/** A node as a plain value for the schema: scalars as they are, collections as an empty one of their kind. */
export function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return [];
  return isMap(node) ? {} : null;
}

/** A key that stands twice in one mapping, anywhere inside a node. */
export function* duplicateKeys(node: unknown): Generator<Node> {
  if (!isCollection(node)) return;
  const seen = new Set<string>();
  for (const item of node.items) {
    if (!isPairLike(item)) yield* duplicateKeys(item);
    else {
      const key = keyText(item.key);
      if (key !== undefined && isMap(node)) {
        if (seen.has(key)) yield item.key as Node;
        seen.add(key);
      }
      yield* duplicateKeys(item.value);
    }
  }
}

function isPairLike(item: unknown): item is { key: unknown; value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !isScalar(item);
}
