import { describe, expect, it } from 'vitest';
import { upperPoint } from '../../stats/normal.ts';
import { seeded } from '../../stats/random.ts';
import { standardError } from '../../stats/wilson.ts';
import { firstGroup, rankRanges, topRanges } from './ties.ts';

const row = (value: number, n?: number) => ({ value, ...(n && { error: errorOf(value, n) }) });

function errorOf(value: number, n: number): number {
  const edge = 1 / (n + 4);
  return 100 * standardError(Math.min(1 - edge, Math.max(edge, value / 100)), n);
}

describe('rank ranges', () => {
  it('tie what 198 questions cannot tell apart, and separate what they can', () => {
    // GPQA diamond as the leaderboards of autumn 2026 have it: a few near 88, one at 60.
    const rows = [row(88.9, 198), row(88.4, 198), row(86, 198), row(60, 198)];
    const ranges = rankRanges(rows, 'higher');
    expect(rows.map((one) => ranges.get(one))).toEqual([
      { from: 1, to: 3, tied: 2 },
      { from: 1, to: 3, tied: 2 },
      { from: 1, to: 3, tied: 2 },
      { from: 4, to: 4, tied: 0 },
    ]);
    expect(firstGroup(ranges)).toHaveLength(3);
  });

  it('turn around where lower is better, and say nothing where nobody knows', () => {
    const rows = [row(5, 2000), row(20, 2000)];
    expect(firstGroup(rankRanges(rows, 'lower'))).toEqual([rows[0]]);
    expect(firstGroup(rankRanges(rows, 'higher'))).toEqual([rows[1]]);
    expect(rankRanges(rows, 'unknown').size).toBe(0);
  });

  it('leave rows without a known error out of the count', () => {
    const rows = [row(90, 198), row(95), row(40, 198)];
    const ranges = rankRanges(rows, 'higher');
    expect(rows.map((one) => ranges.get(one)?.to)).toEqual([1, undefined, 2]);
  });

  it('hold for one row and for none', () => {
    const only = row(50, 30);
    expect(rankRanges([only], 'higher').get(only)).toEqual({ from: 1, to: 1, tied: 0 });
    expect(rankRanges([], 'higher').size).toBe(0);
  });

  it('are those of asking every pair', () => {
    const random = seeded(5);
    const rows = Array.from({ length: 300 }, () => row(100 * random() ** 2, random() < 0.3 ? 30 : 448));
    const ranges = rankRanges(rows, 'higher');
    const point = upperPoint(0.05 / (2 * 299));
    for (const one of rows) {
      const beyond = (other: (typeof rows)[number]) =>
        Math.abs(one.value - other.value) > point * Math.hypot(one.error ?? 0, other.error ?? 0);
      const over = rows.filter((other) => other.value > one.value && beyond(other)).length;
      const under = rows.filter((other) => other.value < one.value && beyond(other)).length;
      expect(ranges.get(one)).toEqual({ from: 1 + over, to: 300 - under, tied: 299 - over - under });
    }
  });
});

describe('the ranges of a few rows', () => {
  it.each(['higher', 'lower', 'unknown'] as const)('are those of all rows, where %s values are better', (direction) => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seeded(seed);
      const rows = Array.from({ length: Math.floor(120 * random()) }, () =>
        // Some without a known error, many of one value, and errors that differ a hundredfold.
        row(Math.round(100 * random() ** (seed % 3)), random() < 0.1 ? undefined : random() < 0.3 ? 30 : 14_042),
      );
      const few = [...rows.slice(0, 5), ...rows.slice(-3), row(50, 30)];
      const ranges = rankRanges(rows, direction);
      const top = topRanges(rows, direction, few);
      expect([top.ranged, top.first]).toEqual([ranges.size, firstGroup(ranges).length]);
      for (const one of few) expect(top.of.get(one)).toEqual(ranges.get(one));
    }
  });
});

/** True abilities of the models of a board, in percent. */
const boards: Record<string, (m: number) => number[]> = {
  'all alike': (m) => Array.from({ length: m }, () => 80),
  'a point apart': (m) => Array.from({ length: m }, (_, index) => 90 - index),
  'one ahead by a little': (m) => Array.from({ length: m }, (_, index) => (index === 0 ? 82 : 80)),
  'near the ceiling': (m) => Array.from({ length: m }, (_, index) => 98 - 0.2 * index),
};

/** Draws a board: every model is asked the same n questions, some easy for all and some hard for all. */
function draw(truth: readonly number[], n: number, random: () => number): { value: number; error: number }[] {
  const tilts = Array.from({ length: n }, () => random() - 0.5);
  return truth.map((percent) => {
    const p = percent / 100;
    const room = Math.min(p, 1 - p);
    let right = 0;
    for (const tilt of tilts) if (random() < p + 2 * room * tilt) right++;
    const value = (100 * right) / n;
    return { value, error: errorOf(value, n) };
  });
}

describe('the first tie group', () => {
  it.each([
    [10, 198],
    [60, 198],
    [60, 30],
    [20, 2500],
  ])('of %i models asked %i questions holds the truly best in 95 of 100 boards', (m, n) => {
    const random = seeded(1000 + m + n);
    const rounds = n > 1000 ? 200 : 400;
    for (const [name, abilities] of Object.entries(boards)) {
      const truth = abilities(m);
      let [held, size] = [0, 0];
      for (let round = 0; round < rounds; round++) {
        const rows = draw(truth, n, random);
        const group = firstGroup(rankRanges(rows, 'higher'));
        // Where all are alike any of them is the best; the first stands for it.
        if (rows[0] && group.includes(rows[0])) held++;
        size += group.length;
      }
      const rate = (100 * held) / rounds;
      console.info(
        `tie group · ${m} models, ${n} questions, ${name}: holds the best in ${rate.toFixed(1)} %, ${(size / rounds).toFixed(1)} models`,
      );
      expect(rate).toBeGreaterThanOrEqual(95);
    }
  });
});
