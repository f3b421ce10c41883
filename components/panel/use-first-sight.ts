import { startTransition, useEffect, useState } from 'react';

/**
 * The px of the window that the panel's first drawing has to fill, and undefined once it may draw all: a report of dozens
 * of scores takes longer than what is in sight of it, and the first score does not wait for the last.
 */
export function useFirstSight(room: (() => number) | undefined, hasScores: boolean): number | undefined {
  const [isWhole, setWhole] = useState(room === undefined);
  const [height, setHeight] = useState<number>();
  // Asked when there is something to draw: until then the reader may have scrolled.
  if (!isWhole && hasScores && height === undefined) setHeight(room?.());
  useEffect(() => {
    if (hasScores) startTransition(() => setWhole(true));
  }, [hasScores]);
  return isWhole || !hasScores ? undefined : height;
}
