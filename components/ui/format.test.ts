import { describe, expect, it } from 'vitest';
import { formatAge, formatDay, formatList, formatMoment } from './format.ts';

const now = Date.UTC(2026, 9, 2, 12);

describe('formatAge', () => {
  it.each([
    [now - 2 * 60_000, '2 min. ago'],
    [now - 26 * 3_600_000, 'yesterday'],
    [Date.UTC(2026, 2, 4), '6 mo. ago'],
    [now + 5_000, 'now'],
  ])('%d is %s', (at, said) => {
    expect(formatAge('en', at, now)).toBe(said);
  });

  it('speaks the reader’s language', () => {
    expect(formatAge('zh-CN', now - 2 * 60_000, now)).toBe('2分钟前');
  });
});

describe('formatDay', () => {
  it('keeps the day of a date and of an ISO time, wherever the reader is', () => {
    expect(formatDay('en', '2025-08-05')).toBe('Aug 5, 2025');
    expect(formatDay('en', '2026-06-30T23:49:00.000Z')).toBe('Jun 30, 2026');
  });

  it('leaves as written what is no date', () => {
    expect(formatDay('en', 'last summer')).toBe('last summer');
    expect(formatDay('en', '2025-99-99')).toBe('2025-99-99');
  });
});

describe('formatMoment', () => {
  it('names the day only when it is not today', () => {
    expect(formatMoment('en', now - 60_000, now)).not.toMatch(/2026/);
    expect(formatMoment('en', now - 3 * 86_400_000, now)).toMatch(/Sep 29, 2026/);
  });
});

describe('formatList', () => {
  it.each([
    ['en', 'main, card, 12'],
    ['zh-CN', 'main、card、12'],
  ])('%s parts its words', (locale, text) => {
    expect(formatList(locale, ['main', 'card', '12'])).toBe(text);
  });
});
