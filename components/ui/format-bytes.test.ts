import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  ['en', 0, '0 bytes'],
  ['en', 1, '1 byte'],
  ['en', 999, '999 bytes'],
  ['en', 1_000, '1 kB'],
  ['en', 1_234_567, '1.2 MB'],
  ['en', 5_000_000_000_000, '5,000 GB'],
  ['zh-CN', 100_000, '100 kB'],
])('%s %d → %s', (locale, bytes, text) => {
  expect(formatBytes(locale, bytes)).toBe(text);
});
