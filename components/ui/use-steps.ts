import { useCallback, useState } from 'react';

/** What is drawn in one go without holding the page up; a list of honest length is all there at once. */
export const STEP = 40;

/** How many items of a long list are shown: `first`, and {@link STEP} more each time the reader asks. */
export function useSteps(first: number): { shown: number; more: () => void; reset: () => void } {
  const [shown, setShown] = useState(first);
  const more = useCallback(() => setShown((sofar) => sofar + STEP), []);
  const reset = useCallback(() => setShown(first), [first]);
  return { shown, more, reset };
}
