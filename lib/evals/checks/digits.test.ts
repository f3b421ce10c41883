import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeGroup } from './index.ts';
import { judgeTwo } from './two.ts';

describe('what n items make possible', () => {
  // google/gemma-4-12B-it: 77.5 on AIME 2026, 23.25 of 30.
  it('tells the fewest runs, beside the verdict', () => {
    const verdict = judgeTwo(aScore({ ...on.aime, value: '77.5' }), aScore({ ...on.aime, value: '93.33' }));
    expect(verdict.secondary).toContain('L1');
    expect(verdict.runs).toEqual([4, 1]);
    expect(judgeGroup([aScore({ ...on.aime, value: '77.5' })])).toEqual([]);
  });

  it('has nothing to add to runs that the notes declare', () => {
    const declared = aScore({ ...on.aime, value: '77.5', notes: 'avg@4' });
    expect(judgeTwo(declared, aScore({ ...on.aime, value: '93.33' })).secondary).not.toContain('L1');
  });

  it('notices a number that no run can give', () => {
    const [verdict] = judgeGroup([aScore({ ...on.aime, value: '77.7778' })]);
    expect(verdict).toBeUndefined();
    const [impossible] = judgeGroup([aScore({ ...on.aime, value: '77.5123' })]);
    expect(impossible).toMatchObject({ code: 'L2', severity: 'notice' });
    expect(words(impossible!.message)).toContain('76.67, 80.00');
  });

  it('does not count digits where sources disagree about n, or the score is no count', () => {
    expect(judgeGroup([aScore({ ...on.terminal, value: '43.2345' })])).toEqual([]);
    expect(judgeGroup([aScore({ ...on.olmocr, value: '83.912345' })])).toEqual([]);
  });
});
