import * as z from 'zod/mini';
import type { KeptAccount } from '../store/account.ts';

/** What signing in needs of the browser and the build. */
export interface OAuthParts {
  base: string;
  fetch: typeof fetch;
  now(): number;
  clientId: string;
  /** As registered with the Hub, which compares it exactly. */
  redirectUrl: string;
  /** Opens the address in a window and answers with the one that it ends at; rejects when the reader closes it. */
  launch(url: string): Promise<string | undefined>;
}

/** Reading who it is, and opening pull requests: https://huggingface.co/docs/hub/oauth */
const OAUTH_SCOPE = 'openid profile write-discussions';

export type Tokens = Pick<KeptAccount, 'token' | 'refreshToken' | 'expiresAt'>;

const answer = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.nullish(z.string()),
  expires_in: z.nullish(z.number()),
});

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Signing in, and staying so. */
export interface OAuth {
  /** Authorization code with PKCE. Rejects in words. */
  signIn(): Promise<Tokens>;
  /** New tokens for the ones that run out. Rejects when the Hub does not give any: then the reader signs in again. */
  refresh(refreshToken: string): Promise<Tokens>;
}

export const createOAuth = (parts: OAuthParts): OAuth => ({
  signIn: () => signIn(parts),
  refresh: (refreshToken) =>
    exchange(parts, { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: parts.clientId }),
});

/** Authorization code with PKCE (RFC 7636, S256): a public client, no secret in the build. Rejects in words for the reader. */
async function signIn(parts: OAuthParts): Promise<Tokens> {
  const verifier = random();
  const state = random();
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const asked = new URL('/oauth/authorize', parts.base);
  asked.search = new URLSearchParams({
    client_id: parts.clientId,
    redirect_uri: parts.redirectUrl,
    response_type: 'code',
    scope: OAUTH_SCOPE,
    state,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
  }).toString();
  const ended = new URL((await parts.launch(asked.href)) ?? 'about:blank');
  const code = ended.searchParams.get('code');
  if (!ended.href.startsWith(parts.redirectUrl) || ended.searchParams.get('state') !== state || !code) {
    throw new Error(ended.searchParams.get('error') ?? 'The Hub did not sign you in.');
  }
  return exchange(parts, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: parts.redirectUrl,
    client_id: parts.clientId,
    code_verifier: verifier,
  });
}

async function exchange(
  { base, fetch, now }: Pick<OAuthParts, 'base' | 'fetch' | 'now'>,
  form: Record<string, string>,
): Promise<Tokens> {
  const response = await fetch(`${base}/oauth/token`, {
    method: 'POST',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(30_000),
  });
  // The body of a refusal could repeat what was sent: only its status is said.
  if (!response.ok) throw new Error(`The Hub did not sign you in (${response.status}).`);
  const read = answer.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new Error('The Hub did not sign you in: its answer could not be read.');
  const { access_token, refresh_token, expires_in } = read.data;
  return {
    token: access_token,
    ...(refresh_token && { refreshToken: refresh_token }),
    ...(expires_in && { expiresAt: now() + expires_in * 1000 }),
  };
}
