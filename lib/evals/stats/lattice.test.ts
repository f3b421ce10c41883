import { describe, expect, it } from 'vitest';
import { lattice } from './lattice.ts';
import { seeded } from './random.ts';

describe('which values n items make possible', () => {
  it.each([
    // 28 of 30, 22 of 30
    [93.33, 0.01, 30, 1],
    [73.3, 0.1, 30, 1],
    // 77.5 over 30 is 23.25: four runs (93 of 120)
    [77.5, 0.1, 30, 4],
    // AIME at avg@8: 91.25 is 219 of 240
    [91.25, 0.01, 30, 8],
    // GPQA Diamond: 73.04 over 198 is no count of one run; 144.625 · 8 = 1157 of 1584
    [73.04, 0.01, 198, 8],
    [58.5858585859, 1e-10, 198, 1],
    // SWE-bench Verified: 67.8 is 339 of 500, 73.1 needs two runs
    [67.8, 0.1, 500, 1],
    [73.1, 0.1, 500, 2],
  ])('%f over %i items', (value, unit, n, runs) => expect(lattice(value, unit, n)?.runs).toBe(runs));

  it('names the neighbours of an impossible value', () => {
    const found = lattice(33.333, 0.001, 4);
    // 33.333 % of four items would need 4k/3 right answers: three runs.
    expect(found).toEqual({ runs: 3, nearest: [25, 50] });
    expect(lattice(50.001, 0.001, 4)?.runs).toBeNull();
  });

  it('keeps silent where the print is too coarse, and outside 0 to 100', () => {
    expect(lattice(30.1, 0.1, 2500)).toBeUndefined();
    expect(lattice(88, 1, 100)).toBeUndefined();
    expect(lattice(1104.4, 0.1, 198)).toBeUndefined();
  });

  it('never claims more runs than there were', () => {
    const random = seeded(7);
    for (let trial = 0; trial < 5000; trial++) {
      const n = 10 + Math.floor(random() * 500);
      const runs = 1 + Math.floor(random() * 10);
      const right = Math.floor(random() * (n * runs + 1));
      const digits = 1 + Math.floor(random() * 3);
      const printed = Number(((100 * right) / (n * runs)).toFixed(digits));
      const found = lattice(printed, 10 ** -digits, n);
      if (found) expect(found.runs ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(runs);
    }
  });
});
