import { describe, expect, it } from 'vitest';
import { waitOf } from './rate-limit.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('waitOf', () => {
  it.each([
    ['the window', { ratelimit: '"api";r=0;t=168' }, 169_000],
    ['seconds', { 'retry-after': '30' }, 31_000],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:10 GMT' }, 11_000],
    ['the later of both', { ratelimit: '"api";r=0;t=5', 'retry-after': '9' }, 10_000],
    ['nothing', {}, 60_000],
    ['nonsense', { 'retry-after': 'soon' }, 60_000],
    ['a week', { 'retry-after': '604800' }, 3_600_000],
  ])('reads %s', (_, headers, wait) => {
    expect(waitOf(new Headers(headers as Record<string, string>), now)).toBe(wait);
  });
});
