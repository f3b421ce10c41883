// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PANEL } from './host.ts';
import { hangPicture, isHung, takeOverPicture } from './hung-picture.ts';

const picture = {
  css: '.cc-row { display: grid }',
  lang: 'en',
  drawn: [['section', { 'data-busy': 'false' }, [['p', { 'data-row': '' }, ['71.5']]]]],
} satisfies Parameters<typeof hangPicture>[1];

const host = () => document.querySelector(PANEL);
const island =
  '<main><div><section><div class="SVELTE_HYDRATER" data-target="ModelEvalResults" data-props="{}"></div></section></div></main>';
const open = new AbortController().signal;

beforeEach(() => {
  document.body.innerHTML = island;
});

afterEach(() => {
  vi.useRealTimers();
  host()?.remove();
});

describe('a picture of the panel', () => {
  it('hangs where the panel will stand, can be looked at and not used', () => {
    hangPicture(document, picture, open);
    const frame = host()?.shadowRoot?.querySelector('div');
    expect(host()?.previousElementSibling?.getAttribute('data-target')).toBe('ModelEvalResults');
    expect(frame?.textContent).toBe('71.5');
    expect(frame?.inert).toBe(true);
    // It says that it waits for something, whatever the panel said when it was taken.
    expect(frame?.querySelector('section')?.dataset.busy).toBe('true');
  });

  it('that is long comes in two steps, with room kept for all of it, where the window is as wide as it was', () => {
    vi.useFakeTimers();
    const rows = Array.from({ length: 200 }, (_, row): (typeof picture)['drawn'][0][2][0] => [
      'p',
      { 'data-row': '' },
      [`${row}`],
    ]);
    const long = { ...picture, drawn: [['section', {}, rows]] } satisfies Parameters<typeof hangPicture>[1];
    const frame = () => host()?.shadowRoot?.querySelector('div');
    const drawn = () => frame()?.querySelectorAll('p').length;

    hangPicture(document, { ...long, size: { height: 900, window: window.innerWidth } }, open);
    expect(drawn()).toBeGreaterThan(50);
    expect(drawn()).toBeLessThan(200);
    expect(frame()?.style.minBlockSize).toBe('900px');
    vi.advanceTimersByTime(1);
    expect(drawn()).toBe(200);
    expect(frame()?.style.minBlockSize).toBe('');
    host()?.remove();

    hangPicture(document, { ...long, size: { height: 900, window: window.innerWidth + 1 } }, open);
    expect(drawn()).toBe(200);
  });

  it('is taken over by the panel, host and place included', () => {
    hangPicture(document, picture, open);
    const hung = takeOverPicture(document);
    expect(hung?.panel.host).toBe(host());
    hung?.clear();
    expect(host()?.shadowRoot?.textContent).not.toContain('71.5');
    expect(host()?.isConnected).toBe(true);
    expect(takeOverPicture(document)).toBeUndefined();
  });

  it('does not hang beside a panel that stands already', () => {
    document.body.append(document.createElement(PANEL));
    hangPicture(document, picture, open);
    expect(document.querySelectorAll(PANEL).length).toBe(1);
    expect(host()?.shadowRoot).toBeNull();
  });

  it('goes when the reader does', () => {
    const left = new AbortController();
    hangPicture(document, picture, left.signal);
    left.abort();
    expect(host()).toBeNull();
  });

  it('stays with the panel that took it over when the reader goes', () => {
    const left = new AbortController();
    hangPicture(document, picture, left.signal);
    takeOverPicture(document);
    left.abort();
    expect(host()?.isConnected).toBe(true);
  });

  it('goes when no panel comes', () => {
    vi.useFakeTimers();
    hangPicture(document, picture, open);
    expect(host() && isHung(host()!)).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(host()).toBeNull();
  });
});
