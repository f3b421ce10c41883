// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Drawn } from '../messaging/protocol.ts';
import { drawPicture, takePicture } from './picture.ts';

const inDocument = (html: string) => {
  document.body.innerHTML = html;
  return document.body;
};

const drawnAgain = (picture: readonly Drawn[]) => {
  const box = document.createElement('div');
  expect(drawPicture(box, picture)).toBeUndefined();
  return box;
};

// One row as the panel draws it: GPQA diamond of openai/gpt-oss-20b, pull request 233 (recorded 2026-10-01).
const row = `<section class="cc-group"><table role="grid"><tbody><tr data-row="" class="cc-row"><th><button type="button" class="cc-value-button" aria-expanded="false"><span class="cc-value" dir="ltr" style="padding-left: 0ch; padding-right: 8ch;">71.5</span></button></th><td><a class="cc-link" href="https://huggingface.co/openai/gpt-oss-20b/discussions/233">community #233</a></td></tr></tbody></table></section>`;

describe('a picture', () => {
  it('looks as what it was taken of', () => {
    const page = inDocument(row);
    expect(drawnAgain(takePicture(page) ?? []).innerHTML).toBe(row);
  });

  it('keeps icons in their own namespace', () => {
    const page = inDocument('<svg viewBox="0 0 16 16" width="12"><path d="M1 2 L3 4"></path></svg>');
    const svg = drawnAgain(takePicture(page) ?? []).querySelector('path');
    expect(svg?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(svg?.getAttribute('d')).toBe('M1 2 L3 4');
  });

  it('leaves out names, which nobody hears of what is inert', () => {
    const page = inDocument(
      '<button class="a" aria-label="More" title="More" data-roving="" aria-expanded="true">…</button>',
    );
    expect(drawnAgain(takePicture(page) ?? []).innerHTML).toBe('<button class="a" aria-expanded="true">…</button>');
  });

  it('leaves out what holds for the moment only', () => {
    const page = inDocument('<p>Reported scores <span data-passing="">2 min ago</span></p>');
    expect(drawnAgain(takePicture(page) ?? []).textContent).toBe('Reported scores ');
  });

  it('can be drawn in two steps, the first of so many nodes', () => {
    const picture = takePicture(inDocument(row + row)) ?? [];
    const box = document.createElement('div');
    const others = drawPicture(box, picture, 10);
    expect(box.textContent).toBe('71.5');
    expect(box.querySelectorAll('*').length).toBeLessThan(10);
    others?.();
    expect(box.innerHTML).toBe(row + row);
  });

  it('is not taken of more than can be drawn at once', () => {
    expect(takePicture(inDocument('<p>a</p>'.repeat(4_000)))).toBeUndefined();
  });
});

describe('a picture that somebody has tampered with', () => {
  const drawn = (picture: Drawn[]) => drawnAgain(picture).innerHTML;

  it('draws no element that loads, runs or submits something', () => {
    const tags = [
      'script',
      'img',
      'iframe',
      'object',
      'embed',
      'form',
      'link',
      'meta',
      'base',
      'style',
      'video',
      'template',
    ];
    expect(drawn(tags.map((tag) => [tag, { src: 'https://huggingface.co/x', class: 'a' }, ['text']]))).toBe('');
  });

  it('draws no handler, no other style and no link that is not https', () => {
    const attributes = {
      onclick: 'alert(1)',
      style: 'background: url(https://example.org)',
      srcdoc: '<b>',
      href: 'javascript:alert(1)',
      formaction: 'https://example.org',
      class: 'fine',
    };
    expect(drawn([['a', attributes, ['text']]])).toBe('<a class="fine">text</a>');
  });

  it('draws markup in a text as text', () => {
    expect(drawn(['<img src=x onerror=alert(1)>'])).toBe('&lt;img src=x onerror=alert(1)&gt;');
  });
});
