import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { firstMisfit, whatFits } from './what-fits.ts';

const misfit = (schema: z.ZodMiniType, value: unknown) => {
  const read = schema.safeParse(value);
  const [issue] = read.success ? [] : read.error.issues;
  return issue && whatFits(issue);
};

describe('what a schema would have taken', () => {
  it.each([
    [z.string(), 1, 'string'],
    [z.int(), 1.5, 'int'],
    [z.enum(['auto', 'edge']), 'left', 'auto | edge'],
    [z.literal(true), false, 'true'],
    [z.number().check(z.gt(0)), 0, '> 0'],
    [z.number().check(z.gte(1)), 0, '≥ 1'],
    [z.number().check(z.lte(0.5)), 1, '≤ 0.5'],
    [z.array(z.string()).check(z.maxLength(1)), ['a', 'b'], '≤ 1'],
    [z.string().check(z.regex(/^a+$/)), 'b', '/^a+$/'],
    [z.union([z.string(), z.number()]), null, 'string | number'],
    [z.custom<string>(() => false), 'b', 'custom'],
  ])('%#: %s', (schema, value, expected) => {
    expect(misfit(schema, value)).toBe(expected);
  });

  it('names the place', () => {
    const read = z.object({ author: z.object({ name: z.string() }) }).safeParse({ author: {} });
    expect(!read.success && firstMisfit(read.error)).toBe('author.name: expected string');
    const whole = z.object({}).safeParse('text');
    expect(!whole.success && firstMisfit(whole.error)).toBe('the whole: expected object');
  });
});
