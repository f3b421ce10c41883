import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Draft } from '../draft/draft.ts';
import type { GroundRequest } from './draft-messages.ts';
import { onMessage, sendMessage } from './messenger.ts';
import { lasting, retried } from './queries.ts';

const draftsKey = ['drafts'] as const;
const draftKey = (id: string) => ['draft', id] as const;

/** All drafts, the one changed last first; {@link listenForDrafts} keeps it true. */
export function draftsQuery() {
  return queryOptions({
    queryKey: draftsKey,
    queryFn: () => sendMessage('listDrafts', undefined),
    ...lasting,
    ...retried,
  });
}

/** One draft; null when there is none of this id, or it cannot be read. */
export function draftQuery(id: string) {
  return queryOptions({
    queryKey: draftKey(id),
    queryFn: async () => (await sendMessage('readDraft', id)) ?? null,
    ...lasting,
    ...retried,
  });
}

/** Drafts that are kept and cannot be read. */
export function lostDraftsQuery() {
  return queryOptions({
    queryKey: ['lost-drafts'],
    queryFn: () => sendMessage('listLostDrafts', undefined),
    ...lasting,
    ...retried,
  });
}

/** What a draft is checked against; read anew whenever it is asked for again. */
export function groundQuery(about: GroundRequest) {
  return queryOptions({
    queryKey: ['ground', about],
    queryFn: () => sendMessage('readForDraft', about),
    ...lasting,
    ...retried,
    staleTime: 60_000,
  });
}

/** What a drafted `eval.yaml` is checked against, by its dataset. */
export function specGroundQuery(dataset: string) {
  return queryOptions({
    queryKey: ['spec-ground', dataset],
    queryFn: () => sendMessage('readForSpec', dataset),
    ...lasting,
    ...retried,
    staleTime: 60_000,
  });
}

/** Whose account pull requests are opened with; null when there is none. */
export function accountQuery() {
  return queryOptions({
    queryKey: ['account'],
    queryFn: () => sendMessage('readAccount', undefined),
    ...lasting,
    ...retried,
  });
}

/** Puts a draft that the background answered or told of where the queries find it. */
export function keepDraft(queryClient: QueryClient, draft: Draft): void {
  queryClient.setQueryData(draftQuery(draft.id).queryKey, draft);
  queryClient.setQueryData(
    draftsQuery().queryKey,
    (drafts) =>
      drafts && [draft, ...drafts.filter(({ id }) => id !== draft.id)].sort((a, b) => b.changedAt - a.changedAt),
  );
}

/** Follows what the background tells of drafts. Returns how to stop listening. */
export function listenForDrafts(queryClient: QueryClient): () => void {
  return onMessage('draftChanged', ({ data: draft }) => keepDraft(queryClient, draft));
}
