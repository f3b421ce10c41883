// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from './anchor.ts';
import { type Keeper, keepPlaced } from './reconcile.ts';

const island = (name: string) => `<div class="SVELTE_HYDRATER contents" data-target="${name}" data-props="{}"></div>`;
const page = (right: string) =>
  `<main>${island('ModelHeader')}<div id="grid"><section><div class="model-card-content">card</div></section><section id="right">${right}</section></div></main>`;

let host: HTMLElement;
let keeper: Keeper | undefined;
let alive = true;
const placed = vi.fn<(place: Place) => void>();
const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done));
};
const start = (place: 'auto' | 'edge' = 'auto') => {
  keeper = keepPlaced(host, document, { place, placed, isAlive: () => alive });
};
const at = () => host.parentElement?.id || host.parentElement?.localName;
const right = () => document.querySelector('#right')!;

beforeEach(() => {
  alive = true;
  placed.mockClear();
  document.body.innerHTML = '';
  host = document.createElement('crosscheck-panel');
});
afterEach(() => {
  keeper?.stop();
  vi.restoreAllMocks();
});

describe('keepPlaced', () => {
  it('takes its place at once, and does it once', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    start();
    expect(placed.mock.calls).toEqual([['island']]);
    await frames();
    expect(placed).toHaveBeenCalledTimes(1);
  });

  it('waits for the page to grow, level by level', async () => {
    const reading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    start();
    expect(host.isConnected).toBe(false);
    const main = document.createElement('main');
    document.body.append(main);
    await frames(1);
    main.innerHTML = '<div id="grid"></div>';
    await frames(1);
    const grid = main.querySelector('#grid')!;
    grid.innerHTML = '<section><div class="model-card-content">card</div></section>';
    await frames(1);
    grid.insertAdjacentHTML('beforeend', '<section id="right"></section>');
    await frames(1);
    expect(host.isConnected).toBe(false);
    right().insertAdjacentHTML('beforeend', island('ModelEvalResults'));
    await Promise.resolve();
    expect(at()).toBe('right');
    expect(placed.mock.calls).toEqual([['island']]);
    reading.mockRestore();
  });

  it('comes back when it is removed, when its column is swapped, and when the whole body is rewritten', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    start();
    keeper?.settle();
    host.remove();
    await frames();
    expect(at()).toBe('right');

    const fresh = document.createElement('section');
    fresh.id = 'right';
    fresh.innerHTML = island('ModelEvalResults');
    right().replaceWith(fresh);
    await frames();
    expect(fresh.contains(host)).toBe(true);

    document.querySelector('#grid')!.outerHTML = '<p>gone</p>';
    await frames();
    expect(placed.mock.calls.at(-1)).toEqual(['header']);

    document.body.innerHTML = page('');
    await frames();
    expect(at()).toBe('right');
    expect(document.querySelectorAll('crosscheck-panel')).toHaveLength(1);
  });

  it('survives a body that is replaced', async () => {
    document.body.innerHTML = page('');
    start();
    const body = document.createElement('body');
    body.innerHTML = page(island('ModelEvalResults'));
    document.body.replaceWith(body);
    await frames();
    expect(at()).toBe('right');
  });

  it('takes out the empty copies that a page makes of it by rebuilding itself from its markup', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    start();
    right().outerHTML = right().outerHTML;
    await frames();
    expect([...document.querySelectorAll('crosscheck-panel')]).toEqual([host]);
    expect(at()).toBe('right');
  });

  it('takes a better place that comes before the first score', async () => {
    document.body.innerHTML = page('<p></p>');
    start();
    expect(placed.mock.calls).toEqual([['column']]);
    right().insertAdjacentHTML('afterbegin', island('ModelEvalResults'));
    await frames();
    expect(placed.mock.calls.at(-1)).toEqual(['island']);
    expect(right().firstElementChild?.nextElementSibling).toBe(host);
  });

  it('stays where the reader sees it once a score is shown', async () => {
    document.body.innerHTML = page('<p></p>');
    start();
    keeper?.settle();
    const seen = (top: number) => () => ({ top, bottom: top + 100, width: 300, height: 100 }) as DOMRect;
    host.getBoundingClientRect = seen(100);
    vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
    right().insertAdjacentHTML('afterbegin', island('ModelEvalResults'));
    await frames();
    expect(placed.mock.calls).toEqual([['column']]);

    // Both out of the window: nobody sees the move.
    host.getBoundingClientRect = seen(2_000);
    right().getBoundingClientRect = seen(1_500);
    right().append(document.createElement('p'));
    await frames();
    expect(placed.mock.calls.at(-1)).toEqual(['island']);
  });

  it('does not fight for a place: it leaves it to the page and takes the next', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    const eviction = new MutationObserver(() => {
      if (host.parentElement === right()) host.remove();
    });
    eviction.observe(right(), { childList: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame', 'performance'] });
    start();
    for (let second = 0; second < 60 && placed.mock.calls.at(-1)?.[0] !== 'header'; second += 1)
      await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    eviction.disconnect();
    expect(at()).toBe('main');
    expect(host.isConnected).toBe(true);
  });

  it('tries again when the page takes it out in the moment that it is put in', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    let times = 0;
    class Shy extends HTMLElement {
      connectedCallback() {
        if (times++ < 8) this.remove();
      }
    }
    customElements.define('crosscheck-shy', Shy);
    host = document.createElement('crosscheck-shy');
    start();
    expect(host.isConnected).toBe(false);
    await frames(12);
    expect(host.isConnected).toBe(true);
    // Six times is a fight: the place is left to the page.
    expect(placed.mock.lastCall).toEqual(['column']);
  });

  it('never answers its own insertion', async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    start();
    const frame = vi.spyOn(window, 'requestAnimationFrame');
    host.remove();
    await new Promise((done) => setTimeout(done, 60));
    expect(placed).toHaveBeenCalledTimes(2);
    expect(frame.mock.calls.length).toBeLessThanOrEqual(1);
  });

  it("stands at the window's edge when the reader wants that, and goes back when not", async () => {
    document.body.innerHTML = page(island('ModelEvalResults'));
    start('edge');
    expect(at()).toBe('body');
    keeper?.restart('auto');
    expect(at()).toBe('right');
    expect(placed.mock.calls).toEqual([['edge'], ['island']]);
  });

  it('goes for good when its extension is gone', async () => {
    document.body.innerHTML = page('');
    start();
    alive = false;
    right().append(document.createElement('p'));
    await frames();
    expect(host.isConnected).toBe(false);
    right().append(document.createElement('p'));
    await frames();
    expect(host.isConnected).toBe(false);
  });

  it('watches children of ancestors only', () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    document.body.innerHTML = page(island('ModelEvalResults'));
    start();
    expect(observe.mock.calls.length).toBeGreaterThan(3);
    for (const [, options] of observe.mock.calls) expect(options).toEqual({ childList: true });
  });
});
