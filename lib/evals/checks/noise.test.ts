import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { run } from '../in-slices.ts';
import { judgeGroup, judgePage } from './index.ts';
import { judgeTwo } from './two.ts';

const of = (where: { dataset: string; task: string }, a: string, b: string) =>
  judgeTwo(aScore({ ...where, value: a }), aScore({ ...where, value: b }));

describe('inside and beyond noise', () => {
  it('says it in questions', () => {
    const verdict = of(on.gpqa, '80.3', '71.2');
    expect(verdict).toMatchObject({ code: 'N1', severity: 'notice', n: 198, deltaPoints: 9.1 });
    expect(verdict.deltaItems).toBeCloseTo(18.02, 2);
    expect(words(verdict.message)).toBe(
      '80.3 and 71.2 differ by 9.1 points (≈ 18 of 198 questions); two runs of the same model would differ by less than 8.4 in 95 of 100 cases',
    );
  });

  // Qwen/Qwen3-4B-Instruct-2507 on MMLU-Pro: 69.6 on the card, 69.1 from a neighbouring column; n = 12,032.
  it.each([
    ['69.6 and 69.1 of MMLU-Pro', on.mmluPro, '69.6', '69.1', 'N0', 0.842],
    ['78.3 and 79.4 of MMLU-Pro', on.mmluPro, '78.3', '79.4', 'N1', 2.087],
    ['79.6 and 80.6 of GSM8K', on.gsm8k, '79.6', '80.6', 'N0', 0.643],
    ['67.8 and 73.1 of SWE-bench Verified', on.verified, '67.8', '73.1', 'N1', 2.121],
    ['50.8 and 43.2 of Terminal-Bench 2.0', on.terminal, '50.8', '43.2', 'N0', 1.016],
    ['62.1 and 57.6 of GPQA Diamond', on.gpqa, '62.1', '57.6', 'N0', 0.914],
  ])('%s', (_, where, a, b, code, z) => {
    const verdict = of(where, a, b);
    expect(verdict.code).toBe(code);
    expect(verdict.z).toBeCloseTo(z, 2);
  });

  it('speaks of a setup that nobody named when the gap is far beyond', () => {
    const verdict = of(on.mmluPro, '75.9', '64.4');
    expect(verdict).toMatchObject({ code: 'N2', severity: 'warning' });
    expect(words(verdict.message)).toContain('something in the setup differs');
  });

  it('never leads with a claim where n is unknown', () => {
    expect(of(on.unknown, '72.1', '60.3')).toMatchObject({
      code: 'D0',
      severity: 'notice',
      n: null,
      z: null,
      p: null,
      deltaItems: null,
    });
  });

  it('counts every comparison of the page', () => {
    const alone = judgeGroup([aScore({ value: '71.7' }), aScore({ value: '80.8' })]);
    expect(alone[0]).toMatchObject({ code: 'N1' });
    const others = Array.from({ length: 12 }, (_, at) => ({
      scores: [aScore({ ...on.hle, value: `${20 + at}.1` }), aScore({ ...on.hle, value: `${20 + at}.4` })],
    }));
    const [first] = run(judgePage([{ scores: [aScore({ value: '71.7' }), aScore({ value: '80.8' })] }, ...others]));
    expect(first?.[0]).toMatchObject({ code: 'N0', comparisons: 13 });
    expect(first?.[0]?.adjustedP).toBeCloseTo(13 * first![0]!.p!, 12);
    expect(words(first![0]!.message)).toContain('one of 13 comparisons');
  });

  it('counts copies of a number once', () => {
    const verdicts = judgeGroup(['71.7', '71.7', '71.7', '80.8', '80.8'].map((value) => aScore({ value })));
    expect(verdicts.find(({ code }) => code === 'N1')?.comparisons).toBe(1);
  });

  it('follows the reader’s thresholds, the fixed five points among them', () => {
    const pair = () => [aScore({ value: '71.7' }), aScore({ value: '78.3' })];
    expect(judgeGroup(pair())[0]?.code).toBe('N0');
    const fixed = judgeGroup(pair(), { thresholds: { rule: 'points' } })[0];
    expect(fixed).toMatchObject({ code: 'N1', severity: 'notice' });
    expect(words(fixed!.message)).toContain('more than the 5 points');
    expect(judgeGroup(pair(), { thresholds: { rule: 'points', fixedPoints: 10 } })[0]?.code).toBe('N0');
    expect(
      judgeGroup([aScore({ value: '71.7' }), aScore({ value: '80.8' })], { thresholds: { noticeP: 0.01 } })[0]?.code,
    ).toBe('N0');
  });
});
