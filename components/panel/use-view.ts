import { useCallback, useDeferredValue, useState } from 'react';
import type { FilterName, SortName } from '../../lib/evals/view/filter.ts';

/** What the reader wishes to see, and in which order. */
export interface View {
  filter: FilterName;
  sort: SortName;
  text: string;
}

const everything: View = { filter: 'all', sort: 'found', text: '' };

/**
 * The view twice: `wished` as the controls show it, at once, and `shown` as the list follows it, without blocking the
 * page.
 */
export function useView() {
  const [wished, setWished] = useState(everything);
  const shown = useDeferredValue(wished);
  const change = useCallback((part: Partial<View>) => setWished((view) => ({ ...view, ...part })), []);
  const reset = useCallback(() => setWished((view) => ({ ...view, filter: 'all', text: '' })), []);
  return { wished, shown, change, reset };
}
