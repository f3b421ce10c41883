import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/review/review.css?inline';
import { reviewPullRequest, reviewText } from '../../lib/draft/review.ts';
import { browserSay } from '../../lib/evals/say.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messenger.ts';
import { createHost } from '../../lib/page/host.ts';
import { followNavigation } from '../../lib/page/navigation.ts';
import { pageKind } from '../../lib/page/page-kind.ts';
import { followTheme } from '../../lib/page/theme.ts';
import { drawReview } from './draw.ts';

const REVIEW = 'crosscheck-review';

/** How often the script looks whether its extension and its review are still there, in ms: an update leaves it behind without a word. */
const ALIVE_MS = 1_000;

/** The pull request of a model that an address shows. */
function pullRequestOf(href: string): { repo: string; pullRequest: number } | undefined {
  const { kind, repo } = pageKind(href);
  const number = /\/discussions\/(\d{1,9})(?:\/files)?\/?$/.exec(new URL(href).pathname)?.[1];
  return kind === 'model' && repo && number ? { repo, pullRequest: Number(number) } : undefined;
}

/**
 * The review on pull request pages, injected by the background into a model's community pages. It judges here, from what
 * the background knows: the checks of a draft would weigh on every start of the worker.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    for (const orphan of document.querySelectorAll(REVIEW)) orphan.remove();
    const say = browserSay((key, texts) => browser.i18n.getMessage(key as never, texts), browser.i18n.getUILanguage());
    const { host, shadow } = createHost(document, REVIEW, css);
    host.lang = say.locale;
    const unfollow = followTheme(document, (theme) => {
      host.dataset.theme = theme;
    });
    let wanted: string | undefined;
    let isDrawn = false;

    const show = async (href: string) => {
      const which = pullRequestOf(href);
      const key = JSON.stringify(which);
      if (key === wanted) return;
      wanted = key;
      isDrawn = false;
      host.remove();
      if (!which) return;
      const known = await sendMessage('readReview', which).catch(() => undefined);
      if (!known || wanted !== key || context.isInvalid) return;
      const review = reviewPullRequest(known.report, which.pullRequest, known, Date.now());
      if (!review) return;
      shadow.querySelector('.review')?.remove();
      shadow.append(drawReview(review, reviewText(review, say), say, (text) => navigator.clipboard.writeText(text)));
      document.body.append(host);
      isDrawn = true;
    };

    const stopListening = onMessage('reviewLives', () => true);
    context.onInvalidated(() => {
      host.remove();
      unfollow();
      // The browser's own objects may be gone already.
      try {
        stopListening();
      } catch {}
    });
    // A page that draws its body anew takes the review along.
    context.setInterval(() => isDrawn && !host.isConnected && document.body.append(host), ALIVE_MS);
    void show(location.href);
    followNavigation(window, context, (href) => void show(href));
  },
});
