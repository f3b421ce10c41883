import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPins } from './pins.ts';

describe('pinned models', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are none at first, and stay in the order in which they were pinned', async () => {
    const pins = createPins();
    expect(await pins.read()).toEqual([]);
    await pins.set('openai/gpt-oss-20b', true);
    await pins.set('zai-org/GLM-5.3-Flash', true);
    expect(await createPins().read()).toEqual(['openai/gpt-oss-20b', 'zai-org/GLM-5.3-Flash']);
  });

  it('are one whatever the case of their ids', async () => {
    const pins = createPins();
    await pins.set('openai/gpt-oss-20b', true);
    expect(await pins.set('OpenAI/GPT-OSS-20B', true)).toEqual(['openai/gpt-oss-20b']);
    expect(await pins.set('OPENAI/gpt-oss-20b', false)).toEqual([]);
  });

  it('can be put into another order, and changes at the same time do not lose one another', async () => {
    const pins = createPins();
    await Promise.all(['a/one', 'b/two', 'c/three'].map((repo) => pins.set(repo, true)));
    expect(await pins.write(['c/three', 'a/one', 'C/Three', 'b/two'])).toEqual(['c/three', 'a/one', 'b/two']);
  });

  it('end at sixty: a full list stays as it is', async () => {
    const pins = createPins();
    const repos = Array.from({ length: 60 }, (_, index) => `org/model-${index}`);
    await pins.write(repos);
    expect(await pins.set('org/one-more', true)).toEqual(repos);
  });

  it('that cannot be read count as none, and what is written next is kept', async () => {
    await fakeBrowser.storage.local.set({ pins: ['fine/one', 'https://example.org/?a=1'], pins$: { v: 1 } });
    const pins = createPins();
    expect(await pins.read()).toEqual([]);
    expect(await pins.set('fine/one', true)).toEqual(['fine/one']);
  });
});
