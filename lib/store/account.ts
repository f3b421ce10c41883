import * as z from 'zod/mini';
import type { Vault } from './vault.ts';

/** An account with its secrets; never leaves the background. */
export interface KeptAccount {
  version: 1;
  name: string;
  method: 'token' | 'oauth';
  canOpen: boolean | 'unknown';
  token: string;
  /** OAuth only. */
  refreshToken?: string;
  /** Epoch milliseconds; OAuth only. */
  expiresAt?: number;
}

const secret = z.string().check(z.minLength(1), z.maxLength(4_096));

const schema: z.ZodMiniType<KeptAccount> = z.object({
  version: z.literal(1),
  name: z.string().check(z.minLength(1)),
  method: z.enum(['token', 'oauth']),
  canOpen: z.union([z.boolean(), z.literal('unknown')]),
  token: secret,
  refreshToken: z.exactOptional(secret),
  expiresAt: z.exactOptional(z.number()),
});

export interface AccountStore {
  /** Undefined when there is none, or it cannot be read: then the reader signs in again. */
  read(): Promise<KeptAccount | undefined>;
  write(account: KeptAccount): Promise<void>;
  remove(): Promise<void>;
}

/** The one account, in a vault. */
export function createAccountStore(vault: Vault): AccountStore {
  return {
    read: async () => schema.safeParse(await vault.get()).data,
    write: (account) => vault.set(account),
    remove: () => vault.remove(),
  };
}
