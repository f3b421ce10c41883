import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDrafts } from './drafts.ts';
import { createEvidenceCache } from './evidence-cache.ts';
import { createPictureStore } from './pictures.ts';
import { createReportStore } from './reports.ts';
import { roomyArea } from './roomy-area.ts';

const { local } = fakeBrowser.storage;
/** Chromium's: https://developer.chrome.com/docs/extensions/reference/api/storage#property-local */
const QUOTA = 10_485_760;

beforeEach(() => {
  fakeBrowser.reset();
  const set = local.set.bind(local);
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    const all = { ...(await local.get(null)), ...items };
    if (JSON.stringify(all).length > QUOTA) throw new Error('QUOTA_BYTES quota exceeded');
    return set(items);
  });
});

const draft = (id: string) => ({
  version: 2 as const,
  kind: 'scores' as const,
  id,
  repo: 'a/b',
  entries: [],
  answers: { accepted: Array.from({ length: 1_000 }, () => 'x'.repeat(490)) },
  asDraft: false,
  createdAt: 1,
  changedAt: 1,
  submission: { step: 'draft' as const },
});

describe('the reader’s own work', () => {
  it('is kept when copies of the Hub fill the storage: they give way', async () => {
    await local.set({ copies: 'x'.repeat(QUOTA - 200_000) });
    const drafts = createDrafts(roomyArea(() => local.remove('copies')));
    await drafts.change('a', () => draft('a'));
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['a']);
  });

  it('that fits nowhere is told, and what was there stays', async () => {
    await local.set({ mine: 'x'.repeat(QUOTA - 200_000) });
    const drafts = createDrafts(roomyArea(async () => undefined));
    await expect(drafts.change('a', () => draft('a'))).rejects.toThrow('quota');
    expect(await drafts.list()).toEqual([]);
  });

  it('has two megabytes of its own beside shelves that are full', async () => {
    const cache = createEvidenceCache(() => 1);
    const pictures = createPictureStore(() => 1);
    const reports = createReportStore(() => 1);
    const text = 'x'.repeat(100_000);
    for (let at = 0; at < 45; at++) {
      await cache.set(`${at}`, text, 'public');
      await pictures.write(`a/${at}`, { css: '', lang: 'en', drawn: [text] });
      const facts = { private: false, gated: false, text };
      await reports.write({ repo: `a/${at}`, facts } as never);
    }
    expect(JSON.stringify(await local.get(null)).length).toBeLessThan(QUOTA - 2_000_000);
  });
});
