import { createHash } from 'node:crypto';
import type { Context } from '../http/context.ts';
import { HubFault, notAuthenticated } from '../http/fault.ts';
import { json, type Reply, redirect } from '../http/reply.ts';
import type { HubUser, TokenRole } from '../http/users.ts';
import { authorOf } from '../model/discussion.ts';

/** `GET /api/whoami-v2`. */
export function whoAmI({ reader }: Context): Reply {
  const { user, by, role } = reader;
  if (!user) throw notAuthenticated();
  const { _id, avatarUrl } = authorOf(user.name);
  return json({
    type: 'user',
    id: _id,
    name: user.name,
    fullname: user.fullname,
    email: `${user.name}@example.invalid`,
    emailVerified: true,
    canPay: false,
    billingMode: 'prepaid',
    periodEnd: null,
    isPro: false,
    avatarUrl,
    orgs: user.orgs.map((name) => ({ ...authorOf(name, 'org'), roleInOrg: 'write' })),
    ...(by === 'token' && {
      auth: {
        type: 'access_token',
        accessToken: {
          displayName: 'local',
          role: isFine(role) ? 'fineGrained' : role,
          createdAt: '2026-01-01T00:00:00.000Z',
          ...(isFine(role) && {
            fineGrained: { global: role === 'discussions' ? ['discussion.write'] : [], scoped: [] },
          }),
        },
      },
    }),
  });
}

const isFine = (role: TokenRole) => role === 'discussions' || role === 'none';

/** `GET /oauth/authorize`: the signed-in user agrees at once and goes back with a code. */
export function authorize({ hub, reader, url }: Context): Reply {
  const target = url.searchParams.get('redirect_uri');
  if (!target) throw new HubFault(400, 'redirect_uri is missing');
  if (!reader.user) throw notAuthenticated();
  const challenge = url.searchParams.get('code_challenge') ?? '';
  const code = createHash('sha256').update(`${target} ${challenge} ${hub.grants.size}`).digest('hex').slice(0, 32);
  hub.grants.set(`${code} ${challenge}`, reader.user);
  const back = new URL(target);
  back.searchParams.set('code', code);
  const state = url.searchParams.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return redirect(back.href);
}

/**
 * `POST /oauth/token`: authorization code with PKCE S256, no client secret; and `refresh_token`, each good for one use,
 * which ends the access token that came with it.
 */
export async function exchange(context: Context): Promise<Reply> {
  const { grants } = context.hub;
  const sent = new URLSearchParams((await context.body()).toString());
  const challenge = createHash('sha256')
    .update(sent.get('code_verifier') ?? '')
    .digest('base64url');
  const key =
    sent.get('grant_type') === 'refresh_token'
      ? `refresh ${sent.get('refresh_token')}`
      : `${sent.get('code')} ${challenge}`;
  const user = grants.get(key);
  if (!/^(authorization_code|refresh_token)$/.test(sent.get('grant_type') ?? '') || !user) {
    return json(
      { error: 'invalid_grant', error_description: 'The code is unknown, used, or its verifier does not fit' },
      400,
    );
  }
  grants.delete(key);
  delete user.tokens[`hf_oauth_${sent.get('refresh_token')?.slice(11)}`];
  return json(tokensFor(user, key, grants));
}

function tokensFor(user: HubUser, seed: string, grants: Map<string, HubUser>): Record<string, unknown> {
  const secret = createHash('sha256').update(seed).digest('hex').slice(0, 24);
  user.tokens[`hf_oauth_${secret}`] = 'write';
  grants.set(`refresh hf_refresh_${secret}`, user);
  return {
    access_token: `hf_oauth_${secret}`,
    refresh_token: `hf_refresh_${secret}`,
    token_type: 'bearer',
    expires_in: 28800,
    scope: 'openid profile write-discussions',
  };
}

/** `GET /oauth/userinfo`. */
export function userInfo({ reader }: Context): Reply {
  if (!reader.user) throw notAuthenticated();
  const { _id, avatarUrl } = authorOf(reader.user.name);
  return json({ sub: _id, name: reader.user.fullname, preferred_username: reader.user.name, picture: avatarUrl });
}
