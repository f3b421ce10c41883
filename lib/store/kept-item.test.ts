import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keptItem } from './kept-item.ts';

const { local } = fakeBrowser.storage;
const parse = (kept: unknown) => (Array.isArray(kept) ? kept.map(String) : []);
const item = (more: object = {}) => keptItem('things', { version: 3, parse, ...more });

beforeEach(() => fakeBrowser.reset());

describe('what is kept', () => {
  it('is what was written last, with its version', async () => {
    expect(await item().read()).toEqual([]);
    expect(await item().change((now) => [...now, 'a'])).toEqual(['a']);
    expect(await local.get(null)).toEqual({ things: ['a'], things$: { v: 3 } });
    expect(await item().read()).toEqual(['a']);
  });

  it('goes through every version between then and now; without one it is of the first', async () => {
    const migrations = {
      2: (old: unknown) => [old],
      3: (old: unknown) => [...(old as string[]), 'third'],
    };
    await local.set({ things: 'one' });
    expect(await item({ migrations }).read()).toEqual(['one', 'third']);
    await local.set({ things: ['two'], things$: { v: 2 } });
    expect(await item({ migrations }).read()).toEqual(['two', 'third']);
    await local.set({ things: ['three'], things$: { v: 3 } });
    expect(await item({ migrations }).read()).toEqual(['three']);
    await local.set({ things: ['later'], things$: { v: 9 } });
    expect(await item({ migrations }).read()).toEqual(['later']);
  });

  it('stays where it is when it cannot be migrated', async () => {
    const migrations = {
      2: () => {
        throw new TypeError('another shape');
      },
    };
    await local.set({ things: ['one'], things$: { v: 1 } });
    expect(await item({ migrations }).read()).toEqual(['one']);
    expect((await local.get('things')).things).toEqual(['one']);
  });

  it('keeps both of two changes at once, and goes on after one that failed', async () => {
    const one = item();
    const failing = one.change(() => {
      throw new Error('no');
    });
    await Promise.all([
      one.change((now) => [...now, 'a']),
      one.change((now) => [...now, 'b']),
      expect(failing).rejects.toThrow('no'),
    ]);
    expect(await one.read()).toEqual(['a', 'b']);
  });
});
