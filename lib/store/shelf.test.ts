import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createShelf } from './shelf.ts';

let time = 0;
const now = () => time;
const shelf = (limits: { count?: number; bytes?: number } = {}) =>
  createShelf('local', 'test', { count: 3, bytes: 1000, ...limits, now });
const onDisk = async () =>
  Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('test:'));

beforeEach(() => {
  fakeBrowser.reset();
  time = 0;
});

describe('a shelf', () => {
  it('gives back what was put on it, in this worker and in the next', async () => {
    await shelf().set('a', { value: 1 });
    expect(await shelf().get('a')).toEqual({ value: 1 });
    expect(await shelf().get('b')).toBeUndefined();
  });

  it('keeps a text that the browser need not take apart, and takes nothing else for its own', async () => {
    await shelf().set('a', { value: [1, '字', null] });
    await shelf().set('b', 0);
    expect(await fakeBrowser.storage.local.get('test:a')).toEqual({ 'test:a': '{"value":[1,"字",null]}' });
    await fakeBrowser.storage.local.set({ 'test:b': '{"value":', 'test:c': { value: 1 } });
    expect(await shelf().get('b')).toBeUndefined();
    expect(await shelf().get('c')).toBeUndefined();
    expect(await shelf().all()).toEqual([{ value: [1, '字', null] }]);
  });

  it('takes off what was not used for longest', async () => {
    const ours = shelf();
    for (const key of ['a', 'b', 'c']) {
      time += 3_600_000;
      await ours.set(key, key);
    }
    time += 3_600_000;
    await ours.get('a');
    time += 1;
    await ours.set('d', 'd');
    expect((await onDisk()).sort()).toEqual(['test:a', 'test:c', 'test:d']);
    expect(await ours.size()).toEqual({ count: 3, bytes: 9 });
  });

  it('remembers the use when the worker was killed in between', async () => {
    const before = shelf();
    await before.set('a', 'a');
    time += 3_600_000;
    await before.set('b', 'b');
    time += 3_600_000;
    await before.get('a');
    await before.size();
    const after = shelf({ count: 2 });
    await after.set('c', 'c');
    expect((await onDisk()).sort()).toEqual(['test:a', 'test:c']);
  });

  it('holds its limit in bytes, counted in UTF-8', async () => {
    const ours = shelf({ count: 100, bytes: 100 });
    await ours.set('a', '字'.repeat(20));
    time = 1;
    await ours.set('b', 'x'.repeat(36));
    expect(await ours.size()).toEqual({ count: 2, bytes: 100 });
    time = 2;
    await ours.set('c', '');
    expect(await onDisk()).toEqual(['test:b', 'test:c']);
  });

  it('does not keep what is larger than itself, nor the older one in its place', async () => {
    const ours = shelf();
    await ours.set('a', 'small');
    await ours.set('b', 'other');
    await ours.set('a', 'x'.repeat(2000));
    expect(await ours.get('a')).toBeUndefined();
    expect(await ours.get('b')).toBe('other');
    expect(await ours.size()).toEqual({ count: 1, bytes: 7 });
  });

  it('counts a replaced item once', async () => {
    const ours = shelf();
    await ours.set('a', 'one');
    await ours.set('a', 'three');
    expect(await ours.size()).toEqual({ count: 1, bytes: 7 });
  });

  it('keeps all of many that come at once', async () => {
    const ours = shelf({ count: 50 });
    await Promise.all(Array.from({ length: 40 }, (_, n) => ours.set(`k${n}`, n)));
    expect((await shelf({ count: 50 }).size()).count).toBe(40);
    expect(await onDisk()).toHaveLength(40);
  });

  it('makes a lost or unreadable index again from the items', async () => {
    await shelf().set('a', 'one');
    await fakeBrowser.storage.local.set({ test$: 'garbage', 'testing:b': 'of another shelf' });
    expect(await shelf().size()).toEqual({ count: 1, bytes: 5 });
  });

  it('clears also what its index does not know of', async () => {
    await shelf().set('a', 'one');
    await fakeBrowser.storage.local.set({ test$: {} });
    await shelf().clear();
    expect(await onDisk()).toEqual([]);
  });

  it('makes room when the browser says that its quota is full', async () => {
    const ours = shelf({ count: 4 });
    for (const key of ['a', 'b', 'c']) {
      time++;
      await ours.set(key, key);
    }
    time++;
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
    await ours.set('d', 'd');
    expect(full).toHaveBeenCalledTimes(2);
    expect((await onDisk()).sort()).toEqual(['test:c', 'test:d']);
  });

  it('clears and forgets only its own', async () => {
    const ours = shelf();
    await ours.set('a', 1);
    await ours.set('b', 2);
    await fakeBrowser.storage.local.set({ preferences: 1 });
    await ours.remove('a');
    expect(await onDisk()).toEqual(['test:b']);
    await ours.clear();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ preferences: 1 });
    expect(await ours.size()).toEqual({ count: 0, bytes: 0 });
  });
});
