import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { Report } from '../../lib/evals/report.ts';
import { reportQuery } from '../../lib/messaging/queries.ts';

/** Draws nothing; says when a report has been drawn beside it, before the browser paints. */
export function WhenShown({ repo, onShown }: { repo: string; onShown: (report: Report) => void }) {
  const { data } = useQuery(reportQuery(repo));
  useLayoutEffect(() => {
    if (data) onShown(data);
  }, [data, onShown]);
  return null;
}
