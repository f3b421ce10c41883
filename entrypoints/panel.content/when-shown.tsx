import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useLayoutEffect } from 'react';
import type { Report } from '../../lib/evals/report.ts';
import { reportQuery } from '../../lib/messaging/queries.ts';

/** Draws nothing; says when a report has been drawn beside it, before the browser paints. */
export function WhenShown({ repo, onShown }: { repo: string; onShown: (report: Report) => void }) {
  // Deferred as the panel's own drawing is, so that both are committed together.
  const drawn = useDeferredValue(useQuery(reportQuery(repo)).data, undefined);
  useLayoutEffect(() => {
    if (drawn) onShown(drawn);
  }, [drawn, onShown]);
  return null;
}
