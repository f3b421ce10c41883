import * as z from 'zod/mini';

/** An object of any keys with such values. Zod's own `record` is a kilobyte more of the background, for kinds of keys. */
export const recordOf = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Record<string, T>> =>
  z.catchall(z.object({}), value);
