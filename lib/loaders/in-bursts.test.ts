import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inBursts } from './in-bursts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('inBursts', () => {
  it('runs at once, and makes one run of what comes in a burst', async () => {
    const work = vi.fn(async () => undefined);
    const bursts = inBursts(work);
    bursts.ask();
    expect(work).toHaveBeenCalledTimes(1);
    for (let times = 0; times < 20; times++) bursts.ask();
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(work).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(2);
    bursts.ask();
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not run again once it is stopped', async () => {
    const work = vi.fn(async () => undefined);
    const bursts = inBursts(work);
    bursts.ask();
    bursts.ask();
    await bursts.stop();
    bursts.ask();
    await vi.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('never runs twice at a time, and its stop waits for what is under way', async () => {
    const done: (() => void)[] = [];
    const work = vi.fn(() => new Promise<void>((resolve) => done.push(resolve)));
    const bursts = inBursts(work);
    bursts.ask();
    bursts.ask();
    await vi.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(1);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(2);
    let stopped = false;
    const stopping = bursts.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    done[1]?.();
    await stopping;
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('tells whoever stops it what failed', async () => {
    const bursts = inBursts(async () => Promise.reject(new Error('no room')));
    bursts.ask();
    await vi.advanceTimersByTimeAsync(1000);
    await expect(bursts.stop()).rejects.toThrow('no room');
  });
});
