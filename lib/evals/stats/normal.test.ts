import { describe, expect, it } from 'vitest';
import { twoSidedP, upperPoint, upperTail, Z95 } from './normal.ts';

describe('the normal distribution', () => {
  // scipy 1.17.1, stats.norm.sf
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145707],
    [Z95, 0.025],
    [3, 0.0013498980316300933],
    [5, 2.866515718791933e-7],
    [8, 6.22096057427174e-16],
  ])('leaves %f a tail of %f', (z, tail) => {
    expect(upperTail(z) / tail).toBeCloseTo(1, 9);
    expect(upperTail(-z)).toBeCloseTo(1 - tail, 12);
  });

  it('is smooth where the two formulas meet', () => {
    expect(upperTail(3 - 1e-9) / upperTail(3 + 1e-9)).toBeCloseTo(1, 7);
  });

  it.each([0.5, 0.25, 0.025, 0.05 / 280, 1e-9])('is turned around at %f', (p) => {
    expect(upperTail(upperPoint(p)) / p).toBeCloseTo(1, 6);
  });

  it('has the familiar two-sided points', () => {
    expect(twoSidedP(Z95)).toBeCloseTo(0.05, 12);
    expect(twoSidedP(-3.2905267314919255)).toBeCloseTo(0.001, 12);
    expect(twoSidedP(0)).toBe(1);
  });
});
