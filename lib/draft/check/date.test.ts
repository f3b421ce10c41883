import { describe, expect, it } from 'vitest';
import { draftOf, saidBy } from './question.test-kit.ts';

describe('date', () => {
  it.each([
    ['2026-10-20', []],
    ['2026-10-21', []], // Where it is tomorrow already.
    ['2026-10-22', ['error problemDateToCome']],
    ['2026-02-29', ['error problemDateShape']],
    ['10.02.2026', ['error problemDateShape']],
    ['2026-02-10T12:00:00Z', ['error problemDateShape']],
    ['2024-12-31', ['warning problemDateBeforeBenchmark']], // cais/hle is of January 2025.
    ['', ['notice problemDateMissing']],
  ])('%s', (date, said) => expect(saidBy('date', draftOf({ date }))).toEqual(said));
});
