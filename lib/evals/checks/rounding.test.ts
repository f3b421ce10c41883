import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeTwo } from './two.ts';

const from = (value: string, url: string) => aScore({ ...on.gpqa, value, source: { url } });

describe('equal after rounding', () => {
  it.each([
    ['73.04', '73.0'],
    ['78.30', '78.3'],
    ['86', '86.4'],
    ['62.0', '62.0'],
  ])('%s and %s', (a, b) => {
    const verdict = judgeTwo(from(a, 'https://a.example/card'), from(b, 'https://b.example/board'));
    expect(verdict).toMatchObject({ code: 'R1', severity: 'none', comparable: true });
    expect(words(verdict.message)).toContain(a);
  });

  it('does not call a whole digit of difference rounding', () => {
    expect(judgeTwo(aScore({ value: '73.1' }), aScore({ value: '73.3' })).code).toBe('N0');
  });
});
