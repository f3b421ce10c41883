import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../lib/evals/board/board.ts';
import { apart, evenly, layOut, standsBefore } from './plot-layout.ts';

const row = (modelId: string, parameters: number | undefined, value: number) =>
  ({ modelId, value, ...(parameters && { parameters }) }) as BoardRow;
const wide = { width: 1000, height: 400 };

describe('the plot of a board', () => {
  it('has a dot for each size that is known, higher values above, larger models to the right', () => {
    const drawn = layOut([row('a/small', 1e9, 40), row('b/large', 1e11, 80), row('c/sizeless', undefined, 90)], wide)!;
    const [small, large] = drawn.points;
    expect(drawn.points.map(({ row }) => row.modelId)).toEqual(['a/small', 'b/large']);
    expect(large!.x).toBeGreaterThan(small!.x);
    expect(large!.y).toBeLessThan(small!.y);
    for (const { x, y } of drawn.points) expect([x > 0 && x < 1000, y > 0 && y < 400]).toEqual([true, true]);
    expect(layOut([row('a/small', 1e9, 40)], wide)).toBeUndefined();
  });

  it('stands against the date where one is known, and leaves out days that no result can be of', () => {
    const dated = (date: string, value: number) => ({ ...row(date, 1e9, value), memory: { date } }) as BoardRow;
    const drawn = layOut(
      [dated('2026-05-01', 70), dated('2025-08-05T10:00:00.000Z', 50), dated('9999-01-01', 1), dated('last week', 2)],
      wide,
      'date',
    )!;
    expect(drawn.points.map(({ row }) => row.value)).toEqual([70, 50]);
    expect(drawn.points[0]!.x).toBeGreaterThan(drawn.points[1]!.x);
    expect(layOut([dated('2026-05-01', 70), row('a/b', 1e9, 3)], wide, 'date')).toBeUndefined();
    // Two of one day stand in the middle.
    const [one, other] = layOut([dated('2026-05-01', 70), dated('2026-05-01', 60)], wide, 'date')!.points;
    expect([one!.x, other!.x]).toEqual([514, 514]);
  });

  it('names days at even distances, and a single one once', () => {
    expect(evenly(0, 8, 5)).toEqual([0, 2, 4, 6, 8]);
    expect(evenly(7, 7, 3)).toEqual([7]);
  });

  it('names what has room, in the order given, and nothing in a narrow window', () => {
    const at = (x: number, y: number) => ({ row: row('a/b', 1, 1), x, y });
    const points = [at(100, 100), at(150, 110), at(150, 130), at(500, 105), at(800, 101)];
    // The last one's name stands before it, where the one at 500 has its own.
    expect(apart(points, wide)).toEqual([points[0], points[2], points[3]]);
    expect(apart(points, { width: 360, height: 240 })).toEqual([]);
  });

  it('puts a name where it does not leave the picture', () => {
    expect([standsBefore(600, wide), standsBefore(800, wide)]).toEqual([false, true]);
    expect([standsBefore(100, { width: 360, height: 240 }), standsBefore(200, { width: 360, height: 240 })]).toEqual([
      false,
      true,
    ]);
  });
});
