import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceCache } from './evidence-cache.ts';

const cache = () => createEvidenceCache(() => 1);
const key = 'pull-request:org/model:12';

beforeEach(() => fakeBrowser.reset());

describe('the evidence cache', () => {
  it('keeps public evidence on disk, for the next worker and the next day', async () => {
    await cache().set(key, { head: 'abc' }, 'public');
    expect(await cache().get(key)).toEqual({ head: 'abc' });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('keeps secret evidence in memory only', async () => {
    await cache().set(key, { head: 'abc' }, 'secret');
    expect(await cache().get(key)).toEqual({ head: 'abc' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('abc');
  });

  it('takes what has become secret off the disk', async () => {
    await cache().set(key, { head: 'abc' }, 'public');
    await cache().set(key, { head: 'def' }, 'secret');
    expect(await cache().get(key)).toEqual({ head: 'def' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('abc');
  });

  it('says its size and can be cleared', async () => {
    const ours = cache();
    await ours.set(key, 'ab', 'public');
    await ours.set(`${key}3`, 'ab', 'secret');
    expect(await ours.size()).toEqual({ count: 2, bytes: 8 });
    await ours.clear();
    expect(await ours.size()).toEqual({ count: 0, bytes: 0 });
  });
});
