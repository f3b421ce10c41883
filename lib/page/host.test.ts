// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPanelHost, PANEL, removeOrphans, SKIP } from './host.ts';
import { createSkipLink } from './skip-link.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('createPanelHost', () => {
  it('keeps plain keys inside and lets chords pass', () => {
    const { host, shadow } = createPanelHost(document, '');
    const field = document.createElement('input');
    shadow.append(field);
    document.body.append(host);
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const press = (init: KeyboardEventInit) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
    press({ key: '/' });
    press({ key: 'Escape' });
    expect(heard).not.toHaveBeenCalled();
    press({ key: 'k', ctrlKey: true });
    expect(heard).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', heard);
  });

  it('gives the focus back after the page has thrown it out, unless the reader has gone on', async () => {
    const { host, shadow, stands } = createPanelHost(document, '');
    const field = document.createElement('input');
    shadow.append(field);
    const elsewhere = document.createElement('input');
    document.body.append(host, elsewhere);
    field.focus();
    host.remove();
    await Promise.resolve();
    document.body.append(host);
    stands('column');
    expect(shadow.activeElement).toBe(field);
    elsewhere.focus();
    await Promise.resolve();
    host.remove();
    document.body.append(host);
    stands('column');
    expect(document.activeElement).toBe(elsewhere);
  });

  it('stands also where the page has defined an element of that name', () => {
    customElements.define(
      PANEL,
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'closed' });
        }
      },
    );
    const { host, shadow } = createPanelHost(document, '.row { color: red; }');
    expect(host.localName).not.toBe(PANEL);
    expect(host.shadowRoot).toBe(shadow);
    expect(host.id).toBe(PANEL);
  });

  it('has its styles, also where sheets cannot be adopted', () => {
    const { shadow } = createPanelHost(document, '.row { color: red; }');
    const sheets = shadow.adoptedStyleSheets ?? [];
    const text =
      shadow.querySelector('style')?.textContent ??
      [...(sheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join('');
    expect(text).toContain('.row');
    expect(text).toContain(':host');
  });
});

describe('removeOrphans', () => {
  it('takes out what an earlier script left', () => {
    document.body.innerHTML = `<main><${SKIP}></${SKIP}><${PANEL}></${PANEL}><p></p></main><${PANEL}></${PANEL}>`;
    removeOrphans(document);
    expect(document.body.innerHTML).toBe('<main><p></p></main>');
  });
});

describe('createSkipLink', () => {
  it('is the first stop of main, comes back, and does not fight for ever', () => {
    document.body.innerHTML = '<main><a href="/">home</a></main>';
    const main = document.querySelector('main')!;
    const followed = vi.fn();
    const skip = createSkipLink(document, 'Skip to scores', 'en', followed);
    skip.keep();
    expect(main.firstElementChild).toBe(skip.element);
    skip.element.shadowRoot?.querySelector('a')?.click();
    expect(followed).toHaveBeenCalledTimes(1);
    for (let time = 0; time < 30; time += 1) {
      main.firstElementChild?.remove();
      skip.keep();
    }
    expect(skip.element.isConnected).toBe(false);
  });
});
