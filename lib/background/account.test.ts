import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { createAccountStore } from '../store/account.ts';
import type { Vault } from '../store/vault.ts';
import { createAccountDesk } from './account.ts';
import { createOAuth, type OAuth } from './oauth.ts';

const redirectUrl = 'https://abcdefghijklmnop.chromiumapp.org/';

let hub: LocalHub;
let kept: unknown;
let time: number;
const now = () => time;

beforeAll(async () => {
  hub = await startHub();
});
beforeEach(() => {
  kept = undefined;
  time = 1_000_000;
});
afterEach(() => hub.reset());
afterAll(() => hub.close());

const vault: Vault = {
  get: async () => structuredClone(kept),
  set: async (value) => {
    kept = structuredClone(value);
  },
  remove: async () => {
    kept = undefined;
  },
};

/** A window of the browser in which mira is signed in, and agrees. */
const agree = async (url: string) => {
  const asked = await fetch(url, { redirect: 'manual', headers: { cookie: 'token=session-mira' } });
  return asked.headers.get('location') ?? undefined;
};

const oauthWith = (launch: (url: string) => Promise<string | undefined>): OAuth =>
  createOAuth({ base: hub.url, fetch, now, clientId: 'local', redirectUrl, launch });

const deskWith = (oauth?: OAuth) =>
  createAccountDesk({
    base: hub.url,
    fetch,
    now,
    store: createAccountStore(vault),
    oauth,
    sleep: async () => undefined,
  });

// The handlers look at no sender: who may send is checked before them.
const nobody = {};

describe('an account by token', () => {
  it('is asked for, kept, shown without its token, and gone after signing out', async () => {
    const { handlers, writer } = deskWith();
    expect(await handlers.readAccount(undefined, nobody)).toBeNull();
    expect(await writer()).toBeUndefined();
    const account = { name: 'mira', method: 'token', canOpen: true };
    expect(await handlers.saveToken('hf_localMiraFine\n', nobody)).toEqual(account);
    expect(await deskWith().handlers.readAccount(undefined, nobody)).toEqual(account);
    expect(await writer()).toBeDefined();
    await handlers.signOut(undefined, nobody);
    expect(kept).toBeUndefined();
    expect(await writer()).toBeUndefined();
  });

  it('that the Hub refuses changes nothing, and is not repeated in the reason', async () => {
    const { handlers } = deskWith();
    await handlers.saveToken('hf_localMiraWrite', nobody);
    const before = structuredClone(kept);
    await expect(handlers.saveToken('hf_wrong', nobody)).rejects.toThrow(/^token-refused$/);
    await expect(handlers.saveToken('two words', nobody)).rejects.toThrow('This is no token');
    hub.misbehave({ path: '/api/whoami-v2', status: 500 });
    await expect(handlers.saveToken('hf_localTomasWrite', nobody)).rejects.toThrow(/^server$/);
    expect(kept).toEqual(before);
  });

  it('that was kept by a version that we do not know counts as none, and stays', async () => {
    kept = { version: 9, token: 'x' };
    expect(await deskWith().handlers.readAccount(undefined, nobody)).toBeNull();
    expect(kept).toEqual({ version: 9, token: 'x' });
  });
});

describe('an account by signing in', () => {
  it('proves itself by PKCE and asks for no more than it needs', async () => {
    let asked: URL | undefined;
    const { handlers } = deskWith(
      oauthWith(async (url) => {
        asked = new URL(url);
        return agree(url);
      }),
    );
    expect(await handlers.signIn(undefined, nobody)).toEqual({ name: 'mira', method: 'oauth', canOpen: true });
    expect(asked?.searchParams.get('scope')).toBe('openid profile write-discussions');
    expect(asked?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked?.searchParams.get('redirect_uri')).toBe(redirectUrl);
    expect(kept).toMatchObject({ expiresAt: time + 28_800_000, refreshToken: expect.stringMatching(/^hf_refresh_/) });
  });

  it('is renewed before it runs out, once for all who ask, and the new one is kept', async () => {
    const oauth = oauthWith(agree);
    const refresh = vi.spyOn(oauth, 'refresh');
    const { handlers, writer } = deskWith(oauth);
    await handlers.signIn(undefined, nobody);
    const first = structuredClone(kept) as { token: string };
    await writer();
    expect(refresh).not.toHaveBeenCalled();
    time += 28_800_000 - 60_000;
    await Promise.all([writer(), writer(), writer()]);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect((kept as { token: string }).token).not.toBe(first.token);
    // After signing in the Hub knows this token, and the one before no more.
    await expect(handlers.saveToken(first.token, nobody)).rejects.toThrow('token-refused');
  });

  it('that cannot be renewed says so without the tokens', async () => {
    const { handlers, writer } = deskWith(oauthWith(agree));
    await handlers.signIn(undefined, nobody);
    time += 28_800_000;
    hub.misbehave({ path: '/oauth/token', status: 400, message: JSON.stringify(kept) });
    await expect(writer()).rejects.toThrow(/^The Hub did not sign you in \(400\)\.$/);
  });

  it.each([
    ['the window was closed', async () => undefined],
    ['another state came back', async () => `${redirectUrl}?code=abc&state=other`],
    ['it ended elsewhere', async (url: string) => (await agree(url))?.replace('abcdefghijklmnop', 'another')],
    [
      'the reader said no',
      async (url: string) => `${redirectUrl}?error=denied&state=${new URL(url).searchParams.get('state')}`,
    ],
  ])('is refused when %s', async (_, launch) => {
    await expect(deskWith(oauthWith(launch)).handlers.signIn(undefined, nobody)).rejects.toThrow(/did not sign|denied/);
    expect(kept).toBeUndefined();
  });

  it('is not to be had in a build without a client id', async () => {
    await expect(deskWith().handlers.signIn(undefined, nobody)).rejects.toThrow('cannot sign in');
  });
});
