import { expect, it } from 'vitest';
import { nothing } from './plain-schemas.ts';

it('a message without data has none, or null where the browser made JSON of it, and nothing else', () => {
  for (const none of [undefined, null]) expect(nothing.safeParse(none)).toEqual({ success: true, data: undefined });
  for (const some of [0, '', false, {}, []]) expect(nothing.safeParse(some).success, JSON.stringify(some)).toBe(false);
});
