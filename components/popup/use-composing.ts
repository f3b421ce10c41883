import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Draft } from '../../lib/draft/draft.ts';
import { draftsQuery } from '../../lib/messaging/draft-queries.ts';
import { isBlank } from '../draft/draft-words.ts';

/** Whether the reader is likely to go on with a draft: of this model, begun, and not opened yet. */
const isAtHand = (draft: Draft, shown: string) =>
  draft.kind === 'scores' &&
  draft.repo.toLowerCase() === shown.toLowerCase() &&
  !isBlank(draft) &&
  draft.submission.step !== 'opened';

/**
 * Which draft stands in the composer; undefined for the overview. A popup that was closed in the middle opens with the
 * draft of the tab's model again, until the reader goes back to the overview.
 */
export function useComposing(repo: string | undefined) {
  const drafts = useQuery(draftsQuery());
  const [chosen, setChosen] = useState<string | null>();
  const { data } = drafts;
  useEffect(() => {
    if (chosen !== undefined || data === undefined || repo === undefined) return;
    const [last] = data.filter((draft) => isAtHand(draft, repo)).sort((a, b) => b.changedAt - a.changedAt);
    setChosen(last?.id ?? null);
  }, [chosen, data, repo]);
  return [chosen ?? undefined, (id: string | undefined) => setChosen(id ?? null)] as const;
}
