import { describe, expect, it } from 'vitest';
import { holm } from './holm.ts';
import { seeded } from './random.ts';

describe("Holm's adjustment", () => {
  it('gives what R gives', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    // R: p.adjust(c(0.001, 0.02, 0.2, 0.9, 0.04), "holm")
    expect(holm([0.001, 0.02, 0.2, 0.9, 0.04]).map((p) => Number(p.toFixed(12)))).toEqual([
      0.005, 0.08, 0.4, 0.9, 0.12,
    ]);
  });

  it('leaves a single p-value and an empty family alone', () => {
    expect(holm([0.03])).toEqual([0.03]);
    expect(holm([])).toEqual([]);
  });

  it('keeps the chance of one false alarm in a page of twenty below 5 %', () => {
    const random = seeded(20261120);
    const pages = 20_000;
    let alarmed = 0;
    for (let page = 0; page < pages; page++) {
      if (holm(Array.from({ length: 20 }, random)).some((p) => p < 0.05)) alarmed++;
    }
    // Independent tests: 1 − (1 − 0.05/20)²⁰ = 4.88 %; three standard errors of the simulation are 0.46 %.
    expect(alarmed / pages).toBeGreaterThan(0.0442);
    expect(alarmed / pages).toBeLessThan(0.0534);
  });
});
