import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDismissals } from './dismissals.ts';

beforeEach(() => fakeBrowser.reset());

describe('dismissals', () => {
  it('are kept, and taken back', async () => {
    const dismissals = createDismissals();
    await Promise.all([dismissals.add(['a', 'b']), dismissals.add(['c'])]);
    expect([...(await createDismissals().read())]).toEqual(['a', 'b', 'c']);
    await dismissals.remove(['a', 'x']);
    expect([...(await dismissals.read())]).toEqual(['b', 'c']);
  });

  it('of which there are too many lose the oldest', async () => {
    const dismissals = createDismissals();
    await dismissals.add(Array.from({ length: 2_000 }, (_, index) => `k${index}`));
    await dismissals.add(['k0', 'new']);
    const kept = await dismissals.read();
    expect(kept.size).toBe(2_000);
    expect(kept.has('k1')).toBe(false);
    expect(kept.has('k0') && kept.has('new')).toBe(true);
  });

  it('that nobody wrote count as none', async () => {
    await fakeBrowser.storage.local.set({ dismissed: { a: 1 } });
    expect((await createDismissals().read()).size).toBe(0);
    await createDismissals().add(['a']);
    expect([...(await createDismissals().read())]).toEqual(['a']);
  });
});
