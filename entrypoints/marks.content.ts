import { defineContentScript } from 'wxt/utils/define-content-script';
import tokens from '../components/ui/tokens.css?inline';
import { onMessage, sendMessage } from '../lib/messaging/messenger.ts';
import { isRefusal } from '../lib/messaging/refused.ts';
import { doors } from '../lib/page/doors.ts';
import { removeOrphans } from '../lib/page/host.ts';
import { createCardMarker, isAuthors, NAMES } from '../lib/page/marks/card-marker.ts';
import { readersLanguage } from './panel.content/readers-language.ts';

/** How often the script looks whether its extension is still there, in ms: an update leaves it behind without a word. */
const ALIVE_MS = 1_000;

/** The answer is lost when the background is put to sleep in the middle; asking again wakes it. */
const TRIES = 4;

/**
 * The marks in a model's card, injected by the background beside the panel. Lives as long as the document, and marks
 * what the background says of the page that the tab shows.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    removeOrphans(document, isAuthors, NAMES);
    let repo: string | undefined;
    let shown = true;
    const quietly = (sending: Promise<unknown>) => void sending.catch(() => undefined);
    const marker = createCardMarker(document, {
      tokens,
      say: readersLanguage(),
      isAlive: () => context.isValid,
      explain: (score) => doors().panel?.explain(score),
      draft: (scores) => repo && quietly(sendMessage('draftFromCard', { repo, scores: scores.slice(0, 200) })),
      hide: () => setShown(false),
    });
    const apply = (now: boolean) => {
      shown = now;
      marker.setShown(now);
    };
    const setShown = (now: boolean) => {
      apply(now);
      quietly(sendMessage('showMarks', now));
    };
    doors().marks = {
      show: marker.show,
      setShown,
      get shown() {
        return shown;
      },
      get count() {
        return marker.count;
      },
    };

    /** Pages that this document has shown. */
    let pages = 0;
    const ask = async () => {
      const page = ++pages;
      for (let tries = 0; tries < TRIES && page === pages && context.isValid; tries++) {
        try {
          const answer = await sendMessage('readMarks', undefined);
          if (!answer || page !== pages) return;
          repo = answer.repo;
          apply(answer.shown);
          marker.mark(answer.marks);
          return;
        } catch (error) {
          if (isRefusal(error)) return;
          await new Promise((done) => setTimeout(done, 100 * 2 ** tries));
        }
      }
    };
    const listening = [
      // The background knows what this tab shows, and sends what belongs to it alone.
      onMessage('marksGrew', ({ data }) => {
        repo = data.repo;
        marker.mark(data.marks);
      }),
      onMessage('pageChanged', () => {
        marker.mark([]);
        void ask();
        return true;
      }),
      onMessage('marksShown', ({ data }) => apply(data)),
    ];
    context.onInvalidated(() => {
      marker.stop();
      delete doors().marks;
      // The browser's own objects may be gone already.
      for (const stop of listening) {
        try {
          stop();
        } catch {}
      }
    });
    context.setInterval(() => undefined, ALIVE_MS);
    void ask();
  },
});
