import { z } from 'zod';
import type { Context } from '../http/context.ts';
import { misbehaviourSchema } from '../http/misbehaviour.ts';
import { json, type Reply, text } from '../http/reply.ts';
import { planFixture } from '../load/fixtures.ts';
import type { RepositoryPlan } from '../load/plan.ts';
import { planRecording } from '../load/recording.ts';
import { PAGE_VARIANTS } from '../model/hub.ts';

const settingsSchema = z.strictObject({
  latency: z.number().nonnegative().optional(),
  inlineDiff: z.boolean().optional(),
  pageVariant: z.enum(PAGE_VARIANTS).optional(),
  generatedBoard: z
    .strictObject({ dataset: z.string(), rows: z.int().nonnegative(), lowerIsBetter: z.boolean().optional() })
    .optional(),
});

const LOOPBACK = /^(::1|::ffff:127\.|127\.)/;

/**
 * `/__control/…`: what `startHub` returns, for tests in another process. Loopback only.
 *
 * | request | does |
 * |---|---|
 * | `GET requests` | the request log |
 * | `DELETE requests` | empties it |
 * | `POST misbehave` `{path, …}` | see `http/misbehaviour.ts` |
 * | `DELETE misbehave` | ends all misbehaviours |
 * | `POST settings` `{latency?, inlineDiff?, pageVariant?, generatedBoard?}` | changes settings; answers all of them |
 * | `POST limits` `{api?, resolvers?, pages?}` | enforces rate limits |
 * | `POST repos` | adds a repository: `{plan}`, `{recording, card?}` or `{fixture: folder}` |
 * | `POST reset` | everything as at the start |
 * | `GET login?user=mira` | sets the session cookie; `GET logout` takes it away |
 */
export async function control(context: Context, remote: string): Promise<Reply> {
  if (!LOOPBACK.test(remote)) return text('Loopback only', 403);
  const { hub, url } = context;
  const what = `${context.method} ${context.segments[1] ?? ''}`;
  const body = async (): Promise<Record<string, unknown>> => JSON.parse((await context.body()).toString() || '{}');
  try {
    switch (what) {
      case 'GET requests':
        return json(hub.requests);
      case 'DELETE requests':
        hub.requests.length = 0;
        return json({});
      case 'POST misbehave':
        hub.misbehaviours.add(misbehaviourSchema.parse(await body()) as Parameters<typeof hub.misbehaviours.add>[0]);
        return json({});
      case 'DELETE misbehave':
        hub.misbehaviours.clear();
        return json({});
      case 'POST settings':
        return json(Object.assign(hub.settings, settingsSchema.parse(await body())));
      case 'POST limits':
        hub.windows.clear();
        hub.windows.limits = await body();
        return json(hub.windows.limits);
      case 'POST repos': {
        const { plan, recording, card, fixture } = await body();
        const made =
          typeof fixture === 'string'
            ? planFixture(fixture)
            : recording !== undefined
              ? planRecording(JSON.stringify(recording), 'recording', typeof card === 'string' ? card : undefined)
              : (plan as RepositoryPlan);
        return json({ id: (await hub.addRepo(made)).id });
      }
      case 'POST reset':
        await hub.reset();
        return json({});
      case 'GET login':
      case 'GET logout': {
        const user = hub.users.find((known) => known.name === url.searchParams.get('user'));
        if (what === 'GET login' && !user) return text('No such user', 404);
        const secure = context.origin.startsWith('https:') ? ' Secure;' : '';
        const value = what === 'GET login' ? (user?.session ?? '') : '; Max-Age=0';
        return json({ user: user?.name ?? null }, 200, {
          'set-cookie': `token=${value}; Path=/; HttpOnly;${secure} SameSite=Lax`,
        });
      }
    }
  } catch (thrown) {
    return text(String(thrown), 400);
  }
  return text(`No such control: ${what}`, 404);
}
