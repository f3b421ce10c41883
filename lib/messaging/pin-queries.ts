import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { onMessage, sendMessage } from './messenger.ts';

const queryKey = ['pins'];

/** The pinned models, in the reader's order. */
export function pinsQuery() {
  return queryOptions({
    queryKey,
    queryFn: () => sendMessage('readPins', undefined),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
}

/**
 * Pins a model or takes it off; what holds then stands where {@link pinsQuery} finds it.
 * @param dataset the benchmark on whose page that is done
 */
export async function changePin(
  queryClient: QueryClient,
  repo: string,
  pinned: boolean,
  dataset?: string,
): Promise<void> {
  const change = { repo, pinned, ...(dataset !== undefined && { dataset }) };
  queryClient.setQueryData(queryKey, await sendMessage('pin', change));
}

/** Puts the pins into this order. */
export async function writePins(queryClient: QueryClient, repos: string[]): Promise<void> {
  queryClient.setQueryData(queryKey, await sendMessage('writePins', repos));
}

/** Follows what is pinned elsewhere. Returns how to stop. */
export function listenForPins(queryClient: QueryClient): () => void {
  return onMessage('pinsChanged', ({ data }) => {
    queryClient.setQueryData(queryKey, data);
  });
}
