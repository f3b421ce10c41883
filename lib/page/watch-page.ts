import type { PageFacts, PageSeen } from '../messaging/protocol.ts';
import { modelHeaderText, readModelHeader } from './model-header.ts';
import { followNavigation, type NavigationContext } from './navigation.ts';
import { seenPage } from './seen-page.ts';

/** When the header is looked at again after a client-side navigation, in ms: the page swaps it when its data is there. */
const LATER = [100, 500, 2_000];

/**
 * Tells what the page is: at once from the address, again when its own header is there, and again at each navigation
 * within the document or from the back/forward cache. The same is not told twice in a row, but for a restored page.
 * Costs no observer: the header is looked at when the document is read, and a few times after a navigation.
 */
export function watchPage(window: Window, context: NavigationContext, seen: (page: PageSeen) => void): void {
  const { document, location } = window;
  let told: string | undefined;
  /** The header as it stood when the reader left the page that it belongs to. */
  let before: string | undefined;
  let read: { header?: string | undefined; facts?: PageFacts | undefined } = {};

  const tell = (href: string, header = modelHeaderText(document)) => {
    // The header can pass a megabyte, so each is read once.
    if (read.header !== header) read = { header, facts: readModelHeader(header) };
    const page = seenPage(href, read.facts, header !== undefined && header === before);
    const text = JSON.stringify(page);
    if (text === told || context.signal.aborted) return;
    told = text;
    seen(page);
  };

  tell(location.href);
  if (document.readyState === 'loading') {
    const whole = () => tell(location.href);
    document.addEventListener('DOMContentLoaded', whole, { once: true, signal: context.signal });
  }

  followNavigation(window, context, (href, restored) => {
    if (restored) told = undefined;
    else before = modelHeaderText(document);
    tell(href);
    if (restored) return;
    for (const ms of LATER) window.setTimeout(() => location.href === href && tell(href), ms);
  });
}
