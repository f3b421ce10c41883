/** How long the page is left in peace after it has changed the card, in ms; and when it does so without an end. */
const SOON_MS = 100;
const LATE_MS = 2_000;

/** So many changes within {@link RECENT_MS} are a page that does not come to rest. */
const MANY = 10;
const RECENT_MS = 10_000;

export interface CardWatch {
  /** Watches the card, or where one would appear; nothing while nothing is wanted. */
  follow(wanted: boolean, card: Element | null): void;
  stop(): void;
}

/**
 * Calls `changed` some time after the card was changed, taken away or put in anew, by others than us. Watches the card
 * and the children of the nodes on the way up from it, and nothing else of the page.
 */
export function watchCard(document: Document, isOurs: (node: Node) => boolean, changed: () => void): CardWatch {
  const window = document.defaultView;
  let watched: readonly Node[] = [];
  let timer: number | undefined;
  let calls: number[] = [];

  const soon = () => {
    if (timer !== undefined) return;
    calls = calls.filter((at) => performance.now() - at < RECENT_MS);
    timer = window?.setTimeout(
      () => {
        timer = undefined;
        calls.push(performance.now());
        changed();
      },
      calls.length < MANY ? SOON_MS : LATE_MS,
    );
  };
  const observer = new MutationObserver((records) => {
    const foreign = records.some(
      ({ type, addedNodes, removedNodes }) =>
        type === 'characterData' || [...addedNodes, ...removedNodes].some((node) => !isOurs(node)),
    );
    if (foreign) soon();
  });

  return {
    follow(wanted, card) {
      const nodes: Node[] = [];
      const start = card ?? document.querySelector('main') ?? document.body;
      for (let at: Node | null = start; at && wanted; at = at.parentNode) nodes.push(at);
      if (nodes.length === watched.length && nodes.every((node, index) => node === watched[index])) return;
      observer.disconnect();
      watched = nodes;
      for (const node of nodes) {
        const all = node === start;
        observer.observe(node, { childList: true, subtree: all, characterData: all });
      }
    },
    stop() {
      observer.disconnect();
      window?.clearTimeout(timer);
      watched = [];
    },
  };
}
