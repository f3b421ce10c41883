import type { Place } from './anchor.ts';

/** The panel's element in the page; everything of ours is in its shadow root. */
export const PANEL = 'crosscheck-panel';

/** The leaderboard's element in a dataset's page. */
export const BOARD = 'crosscheck-board';

/** The skip link's element, at the start of the page's main region. */
export const SKIP = 'crosscheck-skip';

/** What the host itself needs, whatever is in it: the page's styles stay out, and each place has its measure. */
const HOST_STYLE = `
:host { all: initial; display: block; box-sizing: border-box; }
:host([hidden]) { display: none; }
:host([data-place="island"]), :host([data-place="column"]) { margin-block: 16px; }
:host([data-place="header"]) {
  inline-size: 100%; max-inline-size: 1280px; margin: 16px auto; padding-inline: clamp(16px, 2.5vw, 32px);
}
:host([data-place="edge"]) {
  position: fixed; z-index: 30; inset-block-end: 16px; inset-inline-end: 16px;
  inline-size: min(400px, 100vw - 32px); max-block-size: min(70vh, 640px); overflow: auto; overscroll-behavior: contain;
  border: 1px solid var(--cc-line); border-radius: 8px; box-shadow: 0 4px 20px rgb(0 0 0 / 0.18);
}
:host([data-place="edge"]) :is(.cc-panel, .cb-panel) { border: 0; border-radius: 0; }
:host([data-place="edge"]) .cc-head { position: sticky; z-index: 1; inset-block-start: 0; background: var(--cc-bg); }
@media print { :host([data-place="edge"]) { display: none; } }
`;

/** Each style sheet is read once, however many elements wear it. */
const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}

/**
 * An element with a shadow root that only our styles reach. The page's content security policy does not reach them
 * either: a constructed sheet is no inline style. Where a content script may not adopt one (older Firefox) it is a
 * style element.
 */
export function createHost(document: Document, name: string, css: string): { host: HTMLElement; shadow: ShadowRoot } {
  const { host, shadow } = withShadow(document, name);
  try {
    shadow.adoptedStyleSheets = [sheetOf(css)];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
  return { host, shadow };
}

/** An element of this name; where the page has made one of its own of that name, of a name that no page knows. */
function withShadow(document: Document, name: string): { host: HTMLElement; shadow: ShadowRoot } {
  const host = document.createElement(name);
  try {
    return { host, shadow: host.attachShadow({ mode: 'open' }) };
  } catch {
    return withShadow(document, `${name}-${Math.random().toString(36).slice(2)}`);
  }
}

/** The panel's host (or that of another of ours, by its name), without content. `reserve` is the height in px that it keeps free until {@link release}. */
export function createPanelHost(document: Document, css: string, name = PANEL) {
  const { host, shadow } = createHost(document, name, css + HOST_STYLE);
  host.id = name;
  isolateKeys(host);
  const refocus = rememberFocus(host, shadow);
  return {
    host,
    shadow,
    /** Called when the host has been put somewhere. */
    stands: (place: Place) => {
      host.dataset.place = place;
      refocus();
    },
    reserve: (px: number) => {
      host.style.minBlockSize = `${px}px`;
    },
    release: () => {
      host.style.minBlockSize = '';
    },
  };
}

/**
 * Keys that are typed inside stay inside, so that the Hub's shortcuts do not fire; chords with a modifier are the
 * browser's and the page's, wherever the focus is.
 */
export function isolateKeys(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
  }
}

/**
 * Gives the focus back to where it was inside, after the page has thrown the host out and it has been put back.
 * A reader who has gone on to something else in the meantime is left alone.
 */
function rememberFocus(host: HTMLElement, shadow: ShadowRoot): () => void {
  let last: HTMLElement | undefined;
  host.addEventListener('focusin', () => {
    last = shadow.activeElement instanceof HTMLElement ? shadow.activeElement : undefined;
  });
  host.addEventListener('focusout', () => {
    // Some browsers say this of an element that is being removed, too: then the host is gone a moment later.
    queueMicrotask(() => {
      if (host.isConnected && !shadow.activeElement) last = undefined;
    });
  });
  return () => {
    const { activeElement, body } = host.ownerDocument;
    if (last && (!activeElement || activeElement === body)) last.focus({ preventScroll: true });
  };
}

/**
 * Removes what an earlier script of ours left in the page: it may be dead, of an older version, or both.
 * @param isOurs what is still wanted
 * @param names elements that are looked for
 */
export function removeOrphans(
  document: Document,
  isOurs: (element: Element) => boolean = () => false,
  names: readonly string[] = [PANEL, SKIP],
): void {
  for (const orphan of document.querySelectorAll(names.join())) if (!isOurs(orphan)) orphan.remove();
}
