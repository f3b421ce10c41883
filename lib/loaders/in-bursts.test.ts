import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inBursts } from './in-bursts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('inBursts', () => {
  it('runs at once, and makes one run of what comes in a burst', () => {
    const work = vi.fn();
    const bursts = inBursts(work);
    bursts.ask();
    expect(work).toHaveBeenCalledTimes(1);
    for (let times = 0; times < 20; times++) bursts.ask();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(2);
    bursts.ask();
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not run again once it is stopped', () => {
    const work = vi.fn();
    const bursts = inBursts(work);
    bursts.ask();
    bursts.ask();
    bursts.stop();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
