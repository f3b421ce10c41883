/** What is needed of WXT's content script context. */
export interface NavigationContext {
  addEventListener(target: Window, type: 'wxt:locationchange', handler: (event: { newUrl: URL }) => void): void;
  readonly signal: AbortSignal;
}

/** How long a navigation that the page intercepted may take until the address changes. */
const PATIENCE_MS = 2_000;

/**
 * Calls `arrived` with the new address at each navigation within the document, and with `restored` when the page comes
 * back from the back/forward cache. The first page is not told.
 *
 * WXT's event comes while the address is still the old one, and also for links that never become this document
 * (another page, a download): so it is believed when the address has become what it announced.
 */
export function followNavigation(
  window: Window,
  context: NavigationContext,
  arrived: (href: string, restored: boolean) => void,
): void {
  let last = window.location.href;
  const look = () => {
    if (context.signal.aborted || window.location.href === last) return;
    last = window.location.href;
    arrived(last, false);
  };
  context.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    const since = performance.now();
    const wait = () => {
      look();
      if (last !== newUrl.href && !context.signal.aborted && performance.now() - since < PATIENCE_MS)
        window.setTimeout(wait, 50);
    };
    window.setTimeout(wait);
  });
  const options = { signal: context.signal };
  window.addEventListener('popstate', look, options);
  window.addEventListener('hashchange', look, options);
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      last = window.location.href;
      arrived(last, true);
    },
    options,
  );
}
