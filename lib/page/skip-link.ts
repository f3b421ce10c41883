import { createHost, SKIP } from './host.ts';

/** Out of the flow, and out of sight until it has the focus. */
const STYLE = `
:host { all: initial; position: absolute; }
a {
  position: absolute; inset-block-start: 8px; inset-inline-start: 8px; z-index: 50; padding: 8px 12px;
  border-radius: 8px; background: #111827; color: #fff; font: 14px/20px "Source Sans Pro", ui-sans-serif, system-ui;
  white-space: nowrap; outline: 2px solid #7fb0fb; outline-offset: 2px;
}
a:not(:focus) { clip-path: inset(50%); inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; }
`;

/** A page that takes the link out more often than this does not want it; the panel stands in the page's order anyway. */
const TRIES = 20;

export interface SkipLink {
  element: HTMLElement;
  /** Puts the link back at the start of the main region when it is not there. */
  keep(): void;
  remove(): void;
}

/** The keyboard's way to the panel: the first stop of the page's main region. */
export function createSkipLink(document: Document, text: string, lang: string, followed: () => void): SkipLink {
  const { host, shadow } = createHost(document, SKIP, STYLE);
  const link = document.createElement('a');
  link.href = '#crosscheck-panel';
  link.textContent = text;
  link.lang = lang;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    followed();
  });
  shadow.append(link);
  let tries = 0;
  return {
    element: host,
    keep() {
      const main = document.querySelector('main');
      for (const copy of document.querySelectorAll(SKIP)) if (copy !== host) copy.remove();
      if (!main || host.parentElement === main || tries >= TRIES) return;
      tries += 1;
      main.prepend(host);
    },
    remove: () => host.remove(),
  };
}
