import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultThresholds } from '../evals/checks/thresholds.ts';
import { createPreferences, DEFAULTS } from './preferences.ts';

const thresholds = defaultThresholds;
const keep = (value: unknown, version?: number) =>
  fakeBrowser.storage.local.set({ preferences: value, ...(version && { preferences$: { v: version } }) });
const kept = async () => (await fakeBrowser.storage.local.get('preferences')).preferences;

beforeEach(() => fakeBrowser.reset());

describe('preferences', () => {
  it('begin with the defaults, and keep what was changed', async () => {
    const preferences = createPreferences();
    expect(await preferences.read()).toEqual(DEFAULTS);
    await preferences.write({ collapsed: true });
    expect(await createPreferences().read()).toEqual({ ...DEFAULTS, collapsed: true });
  });

  it('of version 1, which had no loaders to choose from and no thresholds, move to this version', async () => {
    await keep({ collapsed: true, place: 'edge' });
    expect(await createPreferences().read()).toEqual({
      collapsed: true,
      place: 'edge',
      off: [],
      thresholds,
      hidden: [],
    });
    await createPreferences().write({ collapsed: false });
    expect(await fakeBrowser.storage.local.get(null)).toMatchObject({
      preferences: { collapsed: false, place: 'edge', off: [], thresholds, hidden: [] },
      preferences$: { v: 4 },
    });
  });

  it('that cannot be migrated count as the defaults and are not lost', async () => {
    await keep('collapsed, at the edge');
    expect(await createPreferences().read()).toEqual(DEFAULTS);
    expect(await kept()).toBe('collapsed, at the edge');
  });

  it.each([
    [{ ...DEFAULTS, collapsed: 'yes' }],
    [{ ...DEFAULTS, place: 'left' }],
    [{ ...DEFAULTS, off: ['everything'] }],
    [{ collapsed: false, place: 'auto' }],
    [{ ...DEFAULTS, thresholds: { ...thresholds, noticeP: 0 } }],
    [{ ...DEFAULTS, thresholds: { ...thresholds, rule: 'never' } }],
    [{ ...DEFAULTS, thresholds: { ...thresholds, fixedPoints: '5' } }],
    [{ ...DEFAULTS, hidden: ['everything'] }],
    [[]],
  ])('of a shape that nobody wrote (%j) count as the defaults and are not lost', async (value) => {
    await keep(value, 4);
    expect(await createPreferences().read()).toEqual(DEFAULTS);
    expect(await kept()).toEqual(value);
  });

  it('of which one cannot be read keep the others', async () => {
    const rest = { collapsed: true, place: 'edge', off: ['main-files'], thresholds, hidden: ['chips'] };
    for (const [name, odd] of Object.entries({ collapsed: 1, place: 'left', thresholds: null })) {
      await keep({ ...rest, [name]: odd }, 4);
      expect(await createPreferences().read()).toEqual({ ...rest, [name]: DEFAULTS[name as keyof typeof DEFAULTS] });
    }
    await keep({ ...rest, off: ['main-files', 'of-a-later-version'] }, 4);
    expect(await createPreferences().read()).toEqual(rest);
  });

  it('of a newer version are read where they are understood, else count as the defaults', async () => {
    await keep({ collapsed: true, place: 'edge', off: [], thresholds, more: 1 }, 9);
    expect(await createPreferences().read()).toEqual({
      collapsed: true,
      place: 'edge',
      off: [],
      thresholds,
      hidden: [],
    });
    await keep({ folded: true }, 9);
    expect(await createPreferences().read()).toEqual(DEFAULTS);
  });

  it('changed twice at once keep both changes', async () => {
    const preferences = createPreferences();
    await Promise.all([preferences.write({ collapsed: true }), preferences.write({ place: 'edge' })]);
    expect(await preferences.read()).toMatchObject({ collapsed: true, place: 'edge' });
  });
});
