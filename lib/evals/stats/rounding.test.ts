import { describe, expect, it } from 'vitest';
import { equalAfterRounding, lastDigit } from './rounding.ts';

describe('the last digit as written', () => {
  it.each([
    ['85', 1],
    ['85.0', 0.1],
    ['20.90', 0.01],
    ['0.412', 0.001],
    ['58.5858585859', 1e-10],
    ['1.2e-2', 0.001],
    ['.5', 0.1],
    ['-3.25', 0.01],
  ])('%s', (text, unit) => expect(lastDigit(text) / unit).toBeCloseTo(1, 12));

  it.each(['', 'abc', '.', '85 %', 'NaN'])('is not there in %j', (text) => expect(lastDigit(text)).toBeNaN());
});

describe('equal after rounding', () => {
  it.each([
    ['73.04', '73.0', true],
    ['78.30', '78.3', true],
    ['75', '75.4', true],
    ['75', '75.6', false],
    ['80.1', '80.2', true],
    ['80.1', '80.3', false],
    ['0.3', '0.30', true],
    ['58.5858585859', '58.59', true],
    ['58.5858585859', '58.58', false],
  ])('%s and %s: %s', (a, b, equal) => {
    expect(equalAfterRounding(Number(a), lastDigit(a), Number(b), lastDigit(b))).toBe(equal);
  });
});
