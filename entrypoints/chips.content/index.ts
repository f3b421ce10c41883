import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import chipsCss from '../../components/chips/chips.css?inline';
import barCss from '../../components/chips/list-bar.css?inline';
import type { CardScores, ListQuery } from '../../lib/evals/list/list.ts';
import { steadyCard } from '../../lib/evals/list/steady-card.ts';
import { browserSay } from '../../lib/evals/say.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messenger.ts';
import { createAskedLists } from '../../lib/page/chips/asked-lists.ts';
import type { Card } from '../../lib/page/chips/cards.ts';
import { CHIPS, hangChips, takeChips } from '../../lib/page/chips/chip-host.ts';
import { createListBar, LIST_BAR } from '../../lib/page/chips/list-bar.ts';
import { watchCards } from '../../lib/page/chips/watch-cards.ts';
import { listQuery } from '../../lib/page/list-query.ts';
import { followNavigation } from '../../lib/page/navigation.ts';
import { followTheme } from '../../lib/page/theme.ts';
import { drawnCard } from './drawn-card.ts';

/** How long the page's address and cards must stand still before the list is asked for, in ms. */
const CALM_MS = 250;

/** How often the script looks whether its extension is still there, in ms: an update leaves it behind without a word. */
const ALIVE_MS = 1_000;

/** The chips on cards of models, injected by the background into pages that list models. */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    for (const orphan of document.querySelectorAll(`${CHIPS}, ${LIST_BAR}`)) orphan.remove();
    const say = browserSay((key, texts) => browser.i18n.getMessage(key as never, texts), browser.i18n.getUILanguage());
    const known = new Map<string, CardScores>();
    /** Models that an answer has spoken of, or left out. */
    const asked = new Set<string>();
    const lists = createAskedLists(Date.now);
    let pins: string[] = [];
    let problem: string | undefined;
    let cards: readonly Card[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let theme = 'light';

    const themed = (host: HTMLElement) => {
      host.dataset.theme = theme;
      host.lang = say.locale;
    };
    const unfollow = followTheme(document, (now) => {
      theme = now;
      for (const host of document.querySelectorAll<HTMLElement>(`${CHIPS}, ${LIST_BAR}`)) themed(host);
    });

    const isPinned = (repo: string) => pins.some((pin) => pin.toLowerCase() === repo.toLowerCase());
    const bar = createListBar(document, barCss, {
      onHide: () => {
        sendMessage('hideChips', undefined).catch(() => undefined);
        stop();
      },
      onCompare: () => void sendMessage('openCompare', {}).catch(() => undefined),
    });
    const sayBar = () => {
      themed(bar.host);
      bar.say({
        title: say('chipsTitle'),
        rule: say('chipsRule'),
        hide: say('chipsHide'),
        compare: pins.length > 0 ? say('chipsCompare', pins.length) : '',
        problem: problem ?? '',
      });
    };

    const show = ({ article, repo }: Card) => {
      const scores = known.get(repo.toLowerCase());
      if (!scores) return takeChips(article);
      // A page that draws its body anew takes the bar along.
      if (!bar.host.isConnected) sayBar();
      const pinned = isPinned(repo);
      const host = hangChips(
        article,
        `${repo} ${pinned} ${scores.chips.map(({ values, standing }) => `${values} ${standing}`).join(' ')}`,
        chipsCss,
        () => drawnCard(scores, pinned, say),
        () => void pin(repo, !isPinned(repo)),
      );
      themed(host);
    };
    const watch = watchCards(
      document,
      (found) => {
        cards = found;
        consider();
      },
      show,
    );

    const pin = async (repo: string, pinned: boolean) => {
      const query = listQuery(location.href);
      const change = () => sendMessage('pin', { repo, pinned });
      // A background that has slept has forgotten what it told this page, and asks for the list once more.
      const now = await change()
        .catch(() => query && sendMessage('readList', query).then(change))
        .catch(() => undefined);
      if (context.isInvalid) return;
      problem = now ? undefined : say('chipsPinFailed', repo);
      pins = now ?? pins;
      sayBar();
      watch.refresh();
    };

    /** Another tab may have pinned meanwhile. */
    const look = async () => {
      if (document.hidden || known.size === 0) return;
      const now = await sendMessage('readPins', undefined).catch(() => undefined);
      if (!now || context.isInvalid || String(now) === String(pins)) return;
      pins = now;
      sayBar();
      watch.refresh();
    };

    const ask = async (query: ListQuery, key: string) => {
      const about = cards.map(({ repo }) => repo.toLowerCase());
      const answer = await sendMessage('readList', query).catch(() => undefined);
      if (!answer || context.isInvalid) return;
      lists.answered(key);
      for (const id of about) asked.add(id);
      for (const model of answer.models) {
        const id = model.repo.toLowerCase();
        asked.add(id);
        known.set(id, steadyCard(known.get(id), model));
      }
      pins = answer.pins;
      if (known.size > 0) sayBar();
      watch.refresh();
    };

    /** Asks once for each list, and only where a card is there of which nothing was said yet. */
    const consider = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const query = listQuery(location.href);
        const key = JSON.stringify(query);
        if (!query || cards.every(({ repo }) => asked.has(repo.toLowerCase()))) return;
        if (lists.mayAsk(key)) void ask(query, key);
      }, CALM_MS);
    };

    const stopListening = onMessage('areChipsHere', () => true);
    const stop = () => {
      clearTimeout(timer);
      watch.stop();
      unfollow();
      bar.remove();
      for (const host of document.querySelectorAll(CHIPS)) host.remove();
    };
    context.onInvalidated(() => {
      stop();
      // The browser's own objects may be gone already.
      try {
        stopListening();
      } catch {}
    });
    context.setInterval(() => undefined, ALIVE_MS);
    context.addEventListener(document, 'visibilitychange', () => void look());
    followNavigation(window, context, () => {
      consider();
      if (!listQuery(location.href)) bar.remove();
    });
  },
});
