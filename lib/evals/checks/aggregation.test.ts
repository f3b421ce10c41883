import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeTwo } from './two.ts';

const gpqa = (value: string, notes: string) => aScore({ value, notes });

describe('how the runs were put together', () => {
  it.each([
    ['pass@8', 'avg@8'],
    ['cons@64', 'pass@1'],
    ['majority voting over 32', 'average of 4 runs'],
    ['best of 4', 'pass@1'],
    ['macro average', 'micro average'],
    ['F1', 'exact match'],
  ])('%s is not %s', (a, b) => {
    expect(judgeTwo(gpqa('71.5', a), gpqa('80.2', b))).toMatchObject({
      code: 'V3',
      severity: 'warning',
      comparable: false,
    });
  });

  it('takes pass@8 for something else than a plain score', () => {
    expect(judgeTwo(gpqa('71.5', ''), gpqa('80.2', 'pass@8')).code).toBe('V3');
  });

  it('counts with the runs instead, where both are means', () => {
    const single = judgeTwo(gpqa('71.7171', ''), gpqa('75.7576', ''));
    const sixteen = judgeTwo(gpqa('71.7171', 'avg@16'), gpqa('75.7576', 'mean@16'));
    expect(single).toMatchObject({ code: 'N0', runs: [1, 1] });
    expect(sixteen).toMatchObject({ code: 'N2', runs: [16, 16] });
    expect(sixteen.z! / single.z!).toBeCloseTo(4, 5);
    expect(
      judgeTwo(aScore({ ...on.aime, value: '90.0', notes: 'pass@1' }), aScore({ ...on.aime, value: '86.67' })).code,
    ).toBe('N0');
  });
});
