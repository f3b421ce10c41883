import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messaging/messenger.ts';
import { watchPage } from '../lib/page/watch-page.ts';

/**
 * The detector: it runs on every page of the Hub, so it does next to nothing. It tells the background what the page is,
 * and the background does the rest.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    watchPage(window, context, (page) => {
      // Nobody answers when the extension was updated or removed under this page; the next load has the new one.
      sendMessage('pageSeen', page).catch(() => undefined);
    });
  },
});
