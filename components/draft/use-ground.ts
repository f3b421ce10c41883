import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DraftGround } from '../../lib/draft/ground.ts';
import type { GroundRequest } from '../../lib/messaging/draft-messages.ts';
import { groundQuery } from '../../lib/messaging/draft-queries.ts';
import type { FormContent } from './draft-form.ts';
import type { GroundState } from './outcome.tsx';
import { useSettled } from './use-settled.ts';

/** Milliseconds without a key press after which a typed name is worth a question to the Hub. */
const TYPED = 600;

/** What the draft asks about: its repository, its benchmarks, and the pull request that it adds to. */
function requestOf({ repo, entries, updates }: FormContent): GroundRequest {
  const tasks = new Map(
    entries
      .filter(({ dataset, task }) => dataset && task)
      .map(({ dataset, task }) => [`${dataset} ${task}`, { dataset, task }]),
  );
  return { repo, benchmarks: [...tasks.values()], ...(updates !== undefined && { updates }) };
}

/** What a draft is checked against, read anew when what it asks about changes. */
export function useGround(content: FormContent, enabled: boolean) {
  const wanted = useSettled(JSON.stringify(requestOf(content)), TYPED);
  const request: GroundRequest = JSON.parse(wanted);
  const isRepo = /^[\w.-]+\/[\w.-]+$/.test(request.repo);
  const query = useQuery({
    ...groundQuery(request),
    enabled: enabled && isRepo,
    // Another benchmark of the same model: what is known of its repository stands until more is.
    placeholderData: keepPreviousData,
  });
  const { refetch } = query;
  const again = useCallback(() => refetch(), [refetch]);
  const ground: DraftGround | undefined = query.data?.repo === content.repo ? query.data : undefined;
  const state: GroundState = { reading: enabled && isRepo && query.isFetching, failed: query.isError };
  return { ground, state, again };
}
