import { describe, expect, it } from 'vitest';
import { createInTurn } from './in-turn.ts';

/** Tasks that end when they are told to; `log` says which have begun. */
function tasks() {
  const log: number[] = [];
  const ends: { resolve(): void; reject(cause: unknown): void }[] = [];
  const task = (id: number) => () => {
    log.push(id);
    return new Promise<number>((resolve, reject) => {
      ends[id] = { resolve: () => resolve(id), reject };
    });
  };
  return { log, ends, task };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('tasks in turn', () => {
  it('run so many at a time, in the order in which they came, and answer what they answer', async () => {
    const { log, ends, task } = tasks();
    const inTurn = createInTurn(2);
    const answers = [0, 1, 2, 3, 4].map((id) => inTurn(task(id)));
    await settle();
    expect(log).toEqual([0, 1]);
    ends[1]?.resolve();
    const late = inTurn(task(5));
    await settle();
    expect(log).toEqual([0, 1, 2]);
    for (const id of [0, 2, 3, 4, 5]) {
      ends[id]?.resolve();
      await settle();
    }
    expect(log).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await Promise.all([...answers, late])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('go on after one that failed or threw', async () => {
    const { log, ends, task } = tasks();
    const inTurn = createInTurn(1);
    const failing = inTurn(task(0));
    const throwing = inTurn(() => {
      throw new Error('at once');
    });
    const last = inTurn(task(2));
    await settle();
    ends[0]?.reject(new Error('later'));
    await expect(failing).rejects.toThrow('later');
    await expect(throwing).rejects.toThrow('at once');
    await settle();
    expect(log).toEqual([0, 2]);
    ends[2]?.resolve();
    expect(await last).toBe(2);
  });
});
