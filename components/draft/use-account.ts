import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../lib/messaging/draft-messages.ts';
import { accountQuery } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import type { AccountEvents } from './account-section.tsx';

/** Whose account pull requests are opened with (undefined while it is asked), and how it changes. */
export function useAccount(): AccountEvents & { account: Account | null | undefined } {
  const queryClient = useQueryClient();
  const account = useQuery(accountQuery());
  const keep = (known: Account | null) => queryClient.setQueryData(accountQuery().queryKey, known);
  return {
    account: account.isError ? null : account.data,
    async onToken(token) {
      keep(await sendMessage('saveToken', token));
    },
    async onSignIn() {
      keep(await sendMessage('signIn', undefined));
    },
    async onSignOut() {
      await sendMessage('signOut', undefined);
      keep(null);
    },
  };
}
