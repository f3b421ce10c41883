import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { changePin, pinsQuery } from '../../lib/messaging/pin-queries.ts';
import type { Pin } from './panel-menu.ts';

/** Whether this model is pinned; asked once there is a report, so that nothing waits for it. */
export function usePin(repo: string, enabled: boolean): Pin | undefined {
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...pinsQuery(), enabled });
  if (!data) return undefined;
  return {
    pinned: data.some((pin) => pin.toLowerCase() === repo.toLowerCase()),
    onPin: (pinned) => void changePin(queryClient, repo, pinned).catch(() => {}),
    onCompare: () => void sendMessage('openCompare', { repo }).catch(() => {}),
  };
}
