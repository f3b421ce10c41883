const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, sorted(inner)]));
};

/** Items as texts that compare equal whatever the order of items and keys: the Hub promises neither. */
export const anyOrder = (items: unknown[]): string[] => items.map((item) => JSON.stringify(sorted(item))).sort();
