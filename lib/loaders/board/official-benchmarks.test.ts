import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../../test/hub/start-hub.ts';
import { createHub } from '../../hub/hub.ts';
import { officialBenchmarks } from './official-benchmarks.ts';

const signal = new AbortController().signal;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterAll(() => local.close());

const load = (get: typeof fetch, base: string) =>
  officialBenchmarks.load({
    dataset: '',
    signal,
    hub: createHub({ base, fetch: get, credentials: 'omit', now: Date.now, sleep: async () => undefined }),
  });

describe('official-benchmarks', () => {
  it('lists what carries the tag, and nothing else', async () => {
    local.requests.length = 0;
    const ids = await load(fetch, local.url);
    expect(ids).toEqual(expect.arrayContaining(['Idavidrein/gpqa', 'cais/hle', 'openai/gsm8k']));
    expect(ids).not.toContain('crosscheck-fixtures/unlisted-benchmark');
    expect(local.requests).toHaveLength(1);
  });

  it('follows the pages by their cursor alone, and stops', async () => {
    const asked: string[] = [];
    const ids = await load(async (input) => {
      asked.push(String(input));
      const link = '<https://elsewhere.example/api/datasets?cursor=two>; rel="next"';
      return new Response(JSON.stringify([{ id: `a/b-${asked.length}` }, { id: 5 }]), { headers: { link } });
    }, 'https://huggingface.co');
    expect(ids).toEqual(['a/b-1', 'a/b-2']);
    expect(asked.every((url) => url.startsWith('https://huggingface.co/'))).toBe(true);
  });
});
