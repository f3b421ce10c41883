/** `discussions` and `none` are fine-grained: with the permission to open pull requests anywhere, and with none at all. */
export type TokenRole = 'read' | 'write' | 'discussions' | 'none';

/** A user of the local Hub. */
export interface HubUser {
  name: string;
  fullname: string;
  /** Access tokens by role; only the local Hub knows them. */
  tokens: Record<string, TokenRole>;
  /** Value of the `token` cookie of a signed-in browser. */
  session: string;
  /** Repositories that may be read though gated or private, on top of what their plans say. */
  access: Set<string>;
  /** Organizations whose repositories the user may write. */
  orgs: string[];
}

/** `mira` has access to gated and private fixtures, `tomas` to nothing but the public ones. */
export function defaultUsers(): HubUser[] {
  return [
    {
      name: 'mira',
      fullname: 'Mira Local',
      tokens: {
        hf_localMiraRead: 'read',
        hf_localMiraWrite: 'write',
        hf_localMiraFine: 'discussions',
        hf_localMiraNone: 'none',
      },
      session: 'session-mira',
      access: new Set(),
      orgs: [],
    },
    {
      name: 'tomas',
      fullname: 'Tomas Local',
      tokens: { hf_localTomasRead: 'read', hf_localTomasWrite: 'write' },
      session: 'session-tomas',
      access: new Set(),
      orgs: [],
    },
  ];
}

/** Who asks, and by what right. */
export interface Reader {
  user: HubUser | undefined;
  /** How the user is known; writes need a token. */
  by: 'nothing' | 'cookie' | 'token';
  role: TokenRole;
  /** A token was given that nobody has. */
  badToken: boolean;
}

/** Reads `Authorization: Bearer` and, without it, the `token` cookie. */
export function readerOf(users: HubUser[], authorization: string | undefined, cookies: string | undefined): Reader {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) {
    const user = users.find((known) => Object.hasOwn(known.tokens, token));
    return { user, by: user ? 'token' : 'nothing', role: user?.tokens[token] ?? 'read', badToken: !user };
  }
  const session = /(?:^|;\s*)token=([^;]*)/.exec(cookies ?? '')?.[1];
  const user = users.find((known) => known.session === session);
  return { user, by: user ? 'cookie' : 'nothing', role: 'read', badToken: false };
}
