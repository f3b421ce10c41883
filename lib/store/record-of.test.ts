import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { recordOf } from './record-of.ts';

describe('an object of any keys', () => {
  const numbers = recordOf(z.number());

  it('has values of one kind', () => {
    expect(numbers.parse({ a: 1, 'b c': 2 })).toEqual({ a: 1, 'b c': 2 });
    expect(numbers.parse({})).toEqual({});
    expect(numbers.safeParse({ a: 1, b: '2' }).success).toBe(false);
  });

  it('is no list, no text, nothing else', () => {
    for (const other of [[], [1], 'a', 1, null, undefined]) expect(numbers.safeParse(other).success).toBe(false);
  });

  it('takes no prototype from what was kept', () => {
    const read = numbers.parse(JSON.parse('{"__proto__": 1, "a": 2}'));
    expect(Object.entries(read)).toEqual([['a', 2]]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
