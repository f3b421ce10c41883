import { describe, expect, it } from 'vitest';
import { aScore } from '../../../test/fixtures/scores.ts';
import { judgeGroup } from './index.ts';

// Twelve models whose GPQA lies about two points above their MMLU-Pro.
const others = Array.from({ length: 12 }, (_, at) => [50 + 3 * at, 52 + 3 * at + (at % 3) - 1] as const);

describe('a score beside the rest of its board', () => {
  it('is unusual far off the line, and says no more', () => {
    expect(judgeGroup([aScore({ value: '88.0' })], { peers: { mine: 60, others } })).toMatchObject([
      { code: 'B1', severity: 'notice' },
    ]);
    expect(judgeGroup([aScore({ value: '62.5' })], { peers: { mine: 60, others } })).toEqual([]);
  });

  it('needs twelve models', () => {
    expect(judgeGroup([aScore({ value: '88.0' })], { peers: { mine: 60, others: others.slice(1) } })).toEqual([]);
  });
});
