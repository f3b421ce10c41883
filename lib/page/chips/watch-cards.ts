import { type Card, modelCards, repoOf } from './cards.ts';

export interface CardWatch {
  /** Shows every card on the screen anew. */
  refresh(): void;
  stop(): void;
}

/**
 * Tells of the model cards of a page: `found` of all of them whenever the page has drawn its list anew, `show` of each
 * that comes onto the screen or turns into another model's while it is there. One observer for the page, one for what is
 * visible; what we draw ourselves changes nothing that they would tell of twice.
 */
export function watchCards(
  document: Document,
  found: (cards: readonly Card[]) => void,
  show: (card: Card) => void,
): CardWatch {
  const visible = new Set<HTMLElement>();
  let told = '';
  let frame = 0;
  const onScreen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const article = target as HTMLElement;
      if (!isIntersecting) {
        visible.delete(article);
        continue;
      }
      visible.add(article);
      showOne(article);
    }
  });
  const watched = new WeakSet<HTMLElement>();

  const showOne = (article: HTMLElement) => {
    const repo = article.isConnected ? repoOf(article) : undefined;
    if (repo !== undefined) show({ article, repo });
  };

  const refresh = () => {
    for (const article of visible) {
      if (!article.isConnected) visible.delete(article);
      else showOne(article);
    }
  };

  const look = () => {
    frame = 0;
    const cards = modelCards(document);
    for (const { article } of cards) {
      if (watched.has(article)) continue;
      watched.add(article);
      onScreen.observe(article);
    }
    const text = cards.map(({ repo }) => repo).join(' ');
    if (text !== told) {
      told = text;
      found(cards);
    }
    refresh();
  };

  const soon = () => {
    frame ||= requestAnimationFrame(look);
  };
  const changes = new MutationObserver(soon);
  changes.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href'],
  });
  soon();
  return {
    refresh,
    stop() {
      cancelAnimationFrame(frame);
      changes.disconnect();
      onScreen.disconnect();
    },
  };
}
