// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/openai/gpt-oss-20b" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NavigationContext } from './navigation.ts';
import { watchPage } from './watch-page.ts';

const props = (id: string, open = 0) => JSON.stringify({ model: { id }, discussionsStats: { open } });
const seen = vi.fn();
let stop = new AbortController();
let island: HTMLElement;

const context = (): NavigationContext => ({ signal: stop.signal, addEventListener: () => undefined });
const go = (path: string) => {
  window.history.pushState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
};
const repos = () => seen.mock.calls.map(([page]) => [page.repo, page.tab, page.facts?.openDiscussions]);

beforeEach(() => {
  vi.useFakeTimers();
  seen.mockClear();
  stop = new AbortController();
  window.history.replaceState(null, '', '/openai/gpt-oss-20b');
  island = document.createElement('div');
  island.dataset.target = 'ModelHeader';
  island.dataset.props = props('openai/gpt-oss-20b', 13);
});
afterEach(() => {
  stop.abort();
  island.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('watchPage', () => {
  it('tells the address while the page is being read, and the header when it is there', () => {
    const reading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    watchPage(window, context(), seen);
    expect(repos()).toEqual([['openai/gpt-oss-20b', 'card', undefined]]);
    document.body.append(island);
    reading.mockRestore();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(repos().slice(1)).toEqual([['openai/gpt-oss-20b', 'card', 13]]);
  });

  it('does not mistake the old header for that of the next model, and tells the new one when it comes', () => {
    document.body.append(island);
    watchPage(window, context(), seen);
    go('/Qwen/Qwen3.5-9B');
    vi.advanceTimersByTime(200);
    island.dataset.props = props('Qwen/Qwen3.5-9B', 4);
    vi.advanceTimersByTime(5_000);
    expect(repos()).toEqual([
      ['openai/gpt-oss-20b', 'card', 13],
      ['Qwen/Qwen3.5-9B', 'card', undefined],
      ['Qwen/Qwen3.5-9B', 'card', 4],
    ]);
  });

  it("keeps the header's facts between the tabs of one model", () => {
    document.body.append(island);
    watchPage(window, context(), seen);
    go('/openai/gpt-oss-20b/tree/main');
    go('/openai/gpt-oss-20b');
    vi.advanceTimersByTime(5_000);
    expect(repos()).toEqual([
      ['openai/gpt-oss-20b', 'card', 13],
      ['openai/gpt-oss-20b', 'files', 13],
      ['openai/gpt-oss-20b', 'card', 13],
    ]);
  });

  it('says nothing about a new query or hash', () => {
    watchPage(window, context(), seen);
    go('/openai/gpt-oss-20b?library=vllm#usage');
    vi.advanceTimersByTime(5_000);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('tells a restored page again', () => {
    watchPage(window, context(), seen);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(seen).toHaveBeenCalledTimes(2);
  });

  it('reads a header once, however often it looks', () => {
    document.body.append(island);
    const parse = vi.spyOn(JSON, 'parse');
    watchPage(window, context(), seen);
    go('/openai/gpt-oss-20b/discussions');
    vi.advanceTimersByTime(5_000);
    expect(parse).toHaveBeenCalledTimes(1);
  });
});
