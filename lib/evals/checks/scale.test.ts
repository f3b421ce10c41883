import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeGroup } from './index.ts';
import { judgeTwo } from './two.ts';

const alone = (given: Parameters<typeof aScore>[0], board?: number[]) =>
  judgeGroup([aScore(given)], { board }).find(({ code }) => code === 'S4');

describe('one value whose scale is in question', () => {
  // LiquidAI/LFM2.5-1.2B-Instruct reports 0.7 where google/gemma-4-31B-it reports 72.1; the task states no scale.
  it('asks, where nobody stated the scale', () => {
    const verdict = alone({ ...on.unknown, value: '0.7' });
    expect(verdict).toMatchObject({ severity: 'notice', comparable: false, deltaPoints: null });
    expect(verdict?.a).toBe(verdict?.b);
    expect(words(verdict!.message)).toContain('0.7 or 70 %?');
    expect(alone({ ...on.unknown, value: '72.1' })).toBeUndefined();
  });

  it('asks louder where the benchmark runs from 0 to 100, or the board says so', () => {
    expect(alone({ ...on.hle, value: '0.412' })).toMatchObject({ severity: 'warning' });
    expect(words(alone({ ...on.hle, value: '0.412' })!.message)).toContain('0.412 or 41.2 %?');
    expect(alone({ ...on.unknown, value: '0.7' }, [72.1, 65, 40.3, 1.2, 55])).toMatchObject({ severity: 'warning' });
    expect(alone({ ...on.unknown, value: '0.7' }, [0.6, 0.65, 40.3, 0.8, 0.5])).toMatchObject({ severity: 'notice' });
  });

  // meta-llama/Llama-3.3-70B-Instruct on thamilvendhan/signalbench: "family=access_deny; n=12", 0.0833.
  it('counts the items where the notes say how many there are', () => {
    const verdict = alone({
      dataset: 'thamilvendhan/signalbench',
      task: 'access_deny',
      value: '0.0833',
      notes: 'n=12',
    });
    expect(words(verdict!.message)).toContain('1 of 12 items');
  });

  it.each(['0', '1.4', '38.89'])('has no question about %s', (value) => expect(alone({ value })).toBeUndefined());
});

describe('two values on different scales', () => {
  // MiniMaxAI/MiniMax-M2.1 on MMLU-Pro: 88.0 on the card, 0.875 at Artificial Analysis.
  it('shows both and the conversion, and compares nothing else', () => {
    const verdict = judgeTwo(aScore({ ...on.mmluPro, value: '88.0' }), aScore({ ...on.mmluPro, value: '0.875' }));
    expect(verdict).toMatchObject({ code: 'S4', severity: 'error', comparable: false, deltaPoints: null, z: null });
    expect(words(verdict.message)).toBe(
      'Scale in question: 88.0 beside 0.875. If 0.875 means 87.5, they are 0.5 points apart (≈ 60 of 12,032 questions), within noise',
    );
  });

  // deepseek-ai/DeepSeek-R1-Distill-Llama-70B on GPQA Diamond: 65.2 and 0.402.
  it('leads however far apart the converted values are', () => {
    const verdict = judgeTwo(aScore({ value: '65.2' }), aScore({ value: '0.402' }));
    expect(verdict).toMatchObject({ code: 'S4', severity: 'error' });
    expect(words(verdict.message)).toContain('25 points apart (≈ 50 of 198 questions), more than noise explains');
  });

  it('only asks where no scale is known', () => {
    const verdict = judgeTwo(aScore({ ...on.unknown, value: '0.7' }), aScore({ ...on.unknown, value: '70.3' }));
    expect(verdict).toMatchObject({ code: 'S4', severity: 'error' });
    expect(judgeTwo(aScore({ ...on.unknown, value: '0.7' }), aScore({ ...on.unknown, value: '72.1' }))).toMatchObject({
      code: 'S4',
      severity: 'notice',
    });
  });

  // rednote-hilab/dots.mocr: 83.9 percent and an Elo of 1104.4 under one benchmark name.
  it('names a value that lies outside the scale', () => {
    const verdict = judgeTwo(aScore({ ...on.olmocr, value: '83.9' }), aScore({ ...on.olmocr, value: '1104.4' }));
    expect(verdict).toMatchObject({ code: 'S4', severity: 'error', deltaPoints: null });
    expect(words(verdict.message)).toContain('1104.4 lies outside');
  });

  it('sees ten points beside a hundred only on a judge’s scale', () => {
    const judged = { dataset: 'LEXam-Benchmark/LEXam', task: 'open_question' };
    expect(judgeTwo(aScore({ ...judged, value: '4.1' }), aScore({ ...judged, value: '41.27' })).code).toBe('S4');
    expect(judgeTwo(aScore({ value: '4.1' }), aScore({ value: '41.27' })).code).toBe('N2');
  });

  it('reads two fractions of one benchmark as such, and says so', () => {
    const verdict = judgeTwo(aScore({ value: '0.498' }), aScore({ value: '0.474' }));
    expect(verdict).toMatchObject({ code: 'S4', comparable: true, secondary: ['N0'] });
    expect(verdict.deltaItems).toBeCloseTo(4.75, 2);
    expect(judgeTwo(aScore({ value: '0.5' }), aScore({ value: '0.51' })).code).toBe('R1');
  });
});
