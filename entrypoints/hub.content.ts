import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messaging/messenger.ts';
import type { PageFacts } from '../lib/messaging/protocol.ts';
import { modelHeaderText, readModelHeader } from '../lib/page/model-header.ts';
import { followNavigation } from '../lib/page/navigation.ts';
import { seenPage } from '../lib/page/seen-page.ts';

/** When the header is looked at again after a client-side navigation, in ms: the page swaps it when its data is there. */
const LATER = [100, 500, 2_000];

/**
 * The detector: it runs on every page of the Hub, so it does next to nothing. It tells the background what the page is,
 * at once from the address and again when the page's own header is there; the background does the rest.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    let told: string | undefined;
    /** The header as it stood when the reader left the page that it belongs to. */
    let before: string | undefined;
    let read: { header?: string | undefined; facts?: PageFacts | undefined } = {};

    const tell = (href: string, header?: string) => {
      // The header can pass a megabyte, so each is read once.
      if (read.header !== header) read = { header, facts: readModelHeader(header) };
      const page = seenPage(href, read.facts, header !== undefined && header === before);
      const text = JSON.stringify(page);
      if (text === told || context.signal.aborted) return;
      told = text;
      // Nobody answers when the extension was updated or removed under this page; the next load has the new one.
      sendMessage('pageSeen', page).catch(() => undefined);
    };
    const tellAll = () => tell(location.href, modelHeaderText(document));

    tell(location.href);
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tellAll, { once: true });
    else tellAll();

    followNavigation(window, context, (href, restored) => {
      if (restored) told = undefined;
      else before = modelHeaderText(document);
      tell(href, before);
      for (const ms of restored ? [] : LATER) context.setTimeout(() => location.href === href && tellAll(), ms);
    });
  },
});
