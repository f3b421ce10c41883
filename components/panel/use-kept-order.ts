import { useRef } from 'react';

/**
 * The same items with those already on screen in their place and new ones behind them, so that nothing a reader looks
 * at moves when a richer snapshot arrives. `deal` names the reader's own wish for an order: a new one deals afresh.
 */
export function useKeptOrder<T>(items: readonly T[], idOf: (item: T) => string, deal: string): T[] {
  const kept = useRef<{ deal: string; ids: string[] }>({ deal, ids: [] });
  const byId = new Map(items.map((item) => [idOf(item), item]));
  const known = kept.current.deal === deal ? kept.current.ids.filter((id) => byId.has(id)) : [];
  const seen = new Set(known);
  const ids = [...known, ...[...byId.keys()].filter((id) => !seen.has(id))];
  kept.current = { deal, ids };
  return ids.flatMap((id) => byId.get(id) ?? []);
}
