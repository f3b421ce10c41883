import * as z from 'zod/mini';
import { getJson } from './get-json.ts';
import type { HubWriter } from './hub-writer.ts';
import { whoAmIPath } from './write-urls.ts';

const permissions = z.catch(z.array(z.string()), []);

const answer = z.object({
  type: z.literal('user'),
  name: z.string().check(z.minLength(1)),
  auth: z.catch(
    z.nullish(
      z.object({
        accessToken: z.nullish(
          z.object({
            role: z.catch(z.nullish(z.string()), undefined),
            fineGrained: z.catch(
              z.nullish(z.object({ global: permissions, scoped: z.catch(z.array(z.object({ permissions })), []) })),
              undefined,
            ),
          }),
        ),
      }),
    ),
    undefined,
  ),
});

export interface WhoAmI {
  name: string;
  /** Whether the token may open pull requests in other people's repositories, as far as its own description says. */
  canOpen: boolean | 'unknown';
}

const discussionWrite = 'discussion.write';

/**
 * Whose token this is. A fine-grained token opens pull requests by the permission `discussion.write`; given for single
 * repositories or organizations only, it may or may not reach the one in question.
 */
export async function whoAmI(writer: HubWriter, signal: AbortSignal): Promise<WhoAmI> {
  const { value } = await getJson(writer.hub, whoAmIPath, answer, { signal });
  return { name: value.name, canOpen: canOpen(value.auth?.accessToken ?? undefined) };
}

type AccessToken = NonNullable<NonNullable<z.infer<typeof answer>['auth']>['accessToken']>;

function canOpen(token: AccessToken | undefined): WhoAmI['canOpen'] {
  if (token?.fineGrained) {
    const { global, scoped } = token.fineGrained;
    if (global.includes(discussionWrite)) return true;
    return scoped.some((one) => one.permissions.some((name) => /^(discussion|repo)\.write$/.test(name)))
      ? 'unknown'
      : false;
  }
  if (token?.role === 'read') return false;
  return token?.role === 'write' || token?.role === 'god' ? true : 'unknown';
}
