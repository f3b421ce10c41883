import type * as z from 'zod/mini';
import { firstMisfit } from '../evals/what-fits.ts';
import type { GetOptions, Hub, HubAnswer } from './hub.ts';
import { HubError } from './hub-error.ts';

/**
 * A JSON answer, read through a schema at the border. What is no JSON, or of another shape, is `unexpected`.
 */
export async function getJson<T>(
  hub: Hub,
  path: string,
  schema: z.ZodMiniType<T>,
  options: GetOptions,
): Promise<{ value: T; headers: HubAnswer['headers'] }> {
  const { text, headers } = await hub.get(path, options);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new HubError({ reason: 'unexpected', path, detail: `not JSON: ${text.trim().slice(0, 80) || 'empty'}` });
  }
  const read = schema.safeParse(json);
  if (read.success) return { value: read.data, headers };
  throw new HubError({
    reason: 'unexpected',
    path,
    detail: firstMisfit(read.error).slice(0, 200),
  });
}

/** The items of a list that can be read; an odd one does not lose the others. */
export function readable<T>(items: readonly unknown[], schema: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
