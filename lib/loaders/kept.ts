import type * as z from 'zod/mini';
import type { LoaderName } from '../evals/score.ts';
import type { LoaderContext } from './loader.ts';

const keyOf = (loader: LoaderName, repo: string) => `${loader}:${repo.toLowerCase()}`;

/** What a loader kept of this repository; undefined when there is nothing, or nothing of today's shape. */
export async function readKept<T>(
  { cache, repo }: Pick<LoaderContext, 'cache' | 'repo'>,
  loader: LoaderName,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  const value = await cache.get(keyOf(loader, repo)).catch(() => undefined);
  return schema.safeParse(value).data;
}

/** Keeps it for the next reading. A full or broken store only costs that reading more requests. */
export async function keep(
  { cache, repo }: Pick<LoaderContext, 'cache' | 'repo'>,
  loader: LoaderName,
  value: unknown,
  privacy: 'public' | 'secret',
): Promise<void> {
  await cache.set(keyOf(loader, repo), value, privacy).catch(() => undefined);
}

/** What is not known to be open to everyone is kept in memory only. */
export async function privacyOf({ modelInfo }: Pick<LoaderContext, 'modelInfo'>): Promise<'public' | 'secret'> {
  const facts = await modelInfo().then(
    (info) => info.facts,
    () => undefined,
  );
  return facts && !facts.private && facts.gated === false ? 'public' : 'secret';
}
