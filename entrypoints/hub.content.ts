import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messaging/messenger.ts';
import { hangPicture } from '../lib/page/hung-picture.ts';
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
    const left = new AbortController();
    context.onInvalidated(() => left.abort());
    let first: string | undefined;
    watchPage(window, context, (page) => {
      const { kind, tab, repo = '' } = page;
      const isCard = kind === 'model' && tab === 'card';
      // Only a page that is being loaded gains by a picture; after a navigation within it the panel itself is there.
      if (isCard && first === undefined) {
        sendMessage('readPicture', repo).then(
          (picture) => picture && !left.signal.aborted && hangPicture(document, picture, left.signal),
          () => undefined,
        );
      }
      first ??= repo.toLowerCase();
      if (!isCard || repo.toLowerCase() !== first) left.abort();
      // Nobody answers when the extension was updated or removed under this page; the next load has the new one.
      sendMessage('pageSeen', page).catch(() => undefined);
    });
  },
});
