import { HubError } from '../hub/hub-error.ts';
import { createHubWriter, type HubWriter, type HubWriterOptions } from '../hub/hub-writer.ts';
import { whoAmI } from '../hub/who-am-i.ts';
import type { Account } from '../messaging/draft-messages.ts';
import type { AccountStore, KeptAccount } from '../store/account.ts';
import type { OAuth, Tokens } from './oauth.ts';
import type { Handlers } from './receive.ts';

export interface AccountParts extends Omit<HubWriterOptions, 'token'> {
  store: AccountStore;
  /** Undefined in a build without a client id: then there are tokens only. */
  oauth: OAuth | undefined;
}

/** The account as the rest of the background uses it. */
export interface AccountDesk {
  handlers: Pick<Handlers, 'readAccount' | 'saveToken' | 'signIn' | 'signOut'>;
  /** A writer with a token that holds for now; undefined when nobody is signed in. Rejects when it ran out for good. */
  writer(): Promise<HubWriter | undefined>;
}

/** An OAuth token is renewed when it holds for less than this. */
const RENEW_MS = 5 * 60_000;

const shown = ({ name, method, canOpen }: KeptAccount): Account => ({ name, method, canOpen });

/** Keeps the one account; its token goes to the Hub and nowhere else. */
export function createAccountDesk({ store, oauth, ...hub }: AccountParts): AccountDesk {
  const writerWith = (token: string) => createHubWriter({ ...hub, token });

  const sentBy = async (method: Account['method'], tokens: Tokens): Promise<Account> => {
    const { name, canOpen } = await whoAmI(writerWith(tokens.token), AbortSignal.timeout(30_000));
    // An OAuth token's rights are the scope that was asked for; the Hub describes only access tokens.
    const account: KeptAccount = {
      version: 1,
      name,
      method,
      canOpen: method === 'oauth' && canOpen === 'unknown' ? true : canOpen,
      ...tokens,
    };
    await store.write(account);
    return shown(account);
  };

  /** One renewal at a time: a refresh token may be good for one use only. */
  let renewing: Promise<KeptAccount> | undefined;
  const renewed = (account: KeptAccount, refreshToken: string, { refresh }: OAuth): Promise<KeptAccount> => {
    renewing ??= refresh(refreshToken)
      .then(async (tokens) => {
        const next = { ...account, refreshToken, ...tokens };
        await store.write(next);
        return next;
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };

  return {
    handlers: {
      async readAccount() {
        const account = await store.read();
        return account ? shown(account) : null;
      },
      async saveToken(text) {
        const token = text.trim();
        if (!/^[\x21-\x7e]+$/.test(token))
          throw new TypeError('This is no token: it holds blanks or unusual characters.');
        return sentBy('token', { token }).catch(inWords);
      },
      async signIn() {
        if (!oauth) throw new Error('This build cannot sign in: paste a token instead.');
        return sentBy('oauth', await oauth.signIn()).catch(inWords);
      },
      signOut: () => store.remove(),
    },
    async writer() {
      const account = await store.read();
      if (!account) return undefined;
      const { expiresAt, refreshToken } = account;
      const runsOut = expiresAt !== undefined && expiresAt - hub.now() < RENEW_MS;
      if (!runsOut || refreshToken === undefined || !oauth) return writerWith(account.token);
      return writerWith((await renewed(account, refreshToken, oauth)).token);
    },
  };
}

/** Why a token was not kept, as one word of `StopReason`; neither the token nor the Hub's answer is in it. */
function inWords(error: unknown): never {
  if (!(error instanceof HubError)) throw error;
  throw new Error(error.reason === 'sign-in' || error.reason === 'forbidden' ? 'token-refused' : error.reason);
}
