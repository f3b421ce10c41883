import { describe, expect, it } from 'vitest';
import { wilson } from '../stats/wilson.ts';
import { axisOf, intervalText } from './axis.ts';

const dot = (value: number, interval: [number, number] | null = null) => ({
  score: 'x',
  valueText: '',
  value,
  interval,
  asked: false,
});

/** A score over n questions, with what chance leaves of it. */
function over(n: number, value: number) {
  const { low, high } = wilson(value / 100, n);
  return dot(value, [100 * low, 100 * high]);
}

describe('the line of values', () => {
  // openai/gpt-oss-20b: GPQA Diamond in pull requests 233 and 234; 198 questions.
  const gpqa = [over(198, 71.5), over(198, 74.2)];

  it('begins and ends at round numbers around every interval', () => {
    // Wilson for 71.5 and 74.2 over 198: 64.8–77.3 and 67.7–79.8.
    expect(axisOf(gpqa)).toMatchObject({ low: 60, high: 80 });
    expect(intervalText(gpqa[0]!.interval!, 'en')).toBe('64.8 – 77.3');
  });

  it('has room for one value, for none, and for what is no number', () => {
    expect(axisOf([])).toBeUndefined();
    expect(axisOf([dot(Number.POSITIVE_INFINITY)])).toBeUndefined();
    for (const value of [0, 0.7, -3, 1e9, 41.2]) {
      const { low, high } = axisOf([dot(value)])!;
      expect(low, String(value)).toBeLessThanOrEqual(value);
      expect(high, String(value)).toBeGreaterThanOrEqual(value);
      expect(high).toBeGreaterThan(low);
    }
  });

  it('says where a value stands between its ends, and keeps what lies outside at the edge', () => {
    const { at } = axisOf(gpqa)!;
    expect([60, 65, 71.5, 80].map(at)).toEqual(['0%', '25%', '57.5%', '100%']);
    expect([59, 700].map(at)).toEqual(['0%', '100%']);
  });
});
