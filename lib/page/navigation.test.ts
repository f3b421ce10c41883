// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/openai/gpt-oss-20b" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followNavigation } from './navigation.ts';

const hub = 'https://huggingface.co';
let stop = new AbortController();
let announce: (newUrl: string) => void;
const arrived = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  arrived.mockClear();
  window.history.replaceState(null, '', '/openai/gpt-oss-20b');
  stop = new AbortController();
  followNavigation(
    window,
    {
      signal: stop.signal,
      addEventListener: (_target, _type, handler) => {
        announce = (newUrl) => handler({ newUrl: new URL(newUrl) });
      },
    },
    arrived,
  );
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('followNavigation', () => {
  it('says nothing of the first page', () => {
    vi.advanceTimersByTime(5_000);
    expect(arrived).not.toHaveBeenCalled();
  });

  it('waits until the address is what was announced', () => {
    announce(`${hub}/Qwen/Qwen3.5-9B`);
    expect(arrived).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    window.history.pushState(null, '', '/Qwen/Qwen3.5-9B');
    vi.advanceTimersByTime(50);
    expect(arrived.mock.calls).toEqual([[`${hub}/Qwen/Qwen3.5-9B`, false]]);
  });

  it('is at the new address in the next task when the page pushed it at once', () => {
    announce(`${hub}/Qwen/Qwen3.5-9B/tree/main`);
    window.history.pushState(null, '', '/Qwen/Qwen3.5-9B/tree/main');
    vi.advanceTimersByTime(0);
    expect(arrived).toHaveBeenCalledTimes(1);
  });

  it('ignores a download, which is announced but never arrives', () => {
    announce(`${hub}/openai/gpt-oss-20b/resolve/main/config.json?download=true`);
    vi.advanceTimersByTime(10_000);
    expect(arrived).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears back and forward, and tells each address once', () => {
    window.history.pushState(null, '', '/Qwen/Qwen3.5-9B');
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new PopStateEvent('popstate'));
    announce(`${hub}/Qwen/Qwen3.5-9B`);
    vi.advanceTimersByTime(3_000);
    expect(arrived).toHaveBeenCalledTimes(1);
  });

  it('tells a page that comes back from the back/forward cache, though its address is the same', () => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(arrived).not.toHaveBeenCalled();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(arrived.mock.calls).toEqual([[`${hub}/openai/gpt-oss-20b`, true]]);
  });

  it('is silent once the extension is gone', () => {
    announce(`${hub}/Qwen/Qwen3.5-9B`);
    stop.abort();
    window.history.pushState(null, '', '/Qwen/Qwen3.5-9B');
    vi.advanceTimersByTime(3_000);
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(arrived).not.toHaveBeenCalled();
  });
});
