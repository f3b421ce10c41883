import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { specGroundQuery } from '../../lib/messaging/draft-queries.ts';
import type { GroundState } from './outcome.tsx';

/** What a drafted `eval.yaml` is checked against, read anew when it is asked for again. */
export function useSpecGround(dataset: string, enabled: boolean) {
  const query = useQuery({ ...specGroundQuery(dataset), enabled });
  const { refetch } = query;
  const again = useCallback(() => refetch(), [refetch]);
  const state: GroundState = { reading: enabled && query.isFetching, failed: query.isError };
  return { ground: query.data, state, again };
}
