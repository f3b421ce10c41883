import * as z from 'zod/mini';

/** A repository id, `org/name` or a legacy `name`: the Hub's characters, and its limit of 96 a part. */
export const repoId = z.string().check(z.regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/));

/** A message without data arrives with none, or with null where the browser turned it into JSON. */
export const nothing = z.pipe(
  z.literal([undefined, null]),
  z.transform(() => undefined),
);
