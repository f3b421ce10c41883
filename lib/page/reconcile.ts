import { type Anchor, edge, findAnchor, isAt, PLACES, type Place, putAt, rightColumn } from './anchor.ts';

export interface Keeper {
  /** A score is on the screen: from now on nothing that the reader sees may jump. */
  settle(): void;
  /** Another page in the same document: every place is open again. */
  restart(place: 'auto' | 'edge'): void;
  /** Looks after the panel no longer; it stays where it is. */
  leave(): void;
  /** Takes the panel out of the page, for good. */
  stop(): void;
}

export interface KeeperOptions {
  place: 'auto' | 'edge';
  /** Called after each insertion, before the browser paints. */
  placed(place: Place): void;
  /** False once the extension that this script belongs to is gone. */
  isAlive(): boolean;
  /** Another node of ours, which looks after itself at each check. */
  companion?: { element: Element; keep(): void; remove(): void };
}

/** A page that throws the panel out this often within {@link FIGHT_MS} is left that place. */
const FIGHT = 6;
const FIGHT_MS = 2_000;

const rank = (place: Place) => PLACES.indexOf(place);

/** Whether an element is not rendered, or wholly outside the window. */
function isOutOfSight(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height === 0 || bottom < 0 || top > element.ownerDocument.documentElement.clientHeight;
}

/** Whether what is put at this element's end moves nothing that the reader sees: the place is below the window, or above it. */
function isUnseen(element: Element): boolean {
  const { bottom, height } = element.getBoundingClientRect();
  // An island has no box of its own; its parent ends where it ends, or later.
  if (height === 0 && element.parentElement) return isUnseen(element.parentElement);
  return bottom < 0 || bottom > element.ownerDocument.documentElement.clientHeight;
}

/**
 * Keeps the panel's host where it belongs while the page rewrites itself. Watches only the children of the nodes on the
 * way from the host up to the document, and does nothing when the host stands right, so it never answers itself.
 */
export function keepPlaced(host: HTMLElement, document: Document, options: KeeperOptions): Keeper {
  const window = document.defaultView;
  const barred = new Set<Place>();
  const ended = new AbortController();
  const { companion } = options;
  let { place: wish } = options;
  let anchor: Anchor | undefined;
  let settled = false;
  let waiting = false;
  let insertions: number[] = [];
  let watched: Node[] = [];

  const observer = new MutationObserver((records) => {
    const own = records.every(({ addedNodes, removedNodes }) =>
      [...addedNodes, ...removedNodes].every((node) => node === host || node === companion?.element),
    );
    if (own && host.isConnected && companion?.element.isConnected !== false) return;
    // The first place is taken in the moment that it exists.
    if (anchor) soon();
    else check();
  });

  const recent = () => insertions.filter((at) => performance.now() - at < FIGHT_MS);

  function soon(): void {
    if (waiting || ended.signal.aborted) return;
    waiting = true;
    const run = () => {
      waiting = false;
      check();
    };
    // The last resort has no next; there the panel waits until the page has calmed down.
    const tired = anchor?.place === 'edge' && recent().length >= FIGHT;
    // A hidden page has no animation frames.
    if (tired || document.visibilityState === 'hidden') window?.setTimeout(run, tired ? FIGHT_MS : 100);
    else window?.requestAnimationFrame(run);
  }

  /** The host's ancestors, and those of the place where a better anchor would appear. */
  function chain(): Node[] {
    const column = rightColumn(document);
    const main = document.querySelector('main');
    const starts = [host.parentNode, ...(column ? [column] : [main, ...(main?.children ?? [])])];
    const nodes = new Set<Node>([document]);
    for (const start of starts) for (let at: Node | null = start ?? null; at; at = at.parentNode) nodes.add(at);
    if (document.body) nodes.add(document.body);
    if (document.documentElement) nodes.add(document.documentElement);
    return [...nodes];
  }

  function watch(): void {
    const nodes = chain();
    if (nodes.length === watched.length && nodes.every((node, index) => node === watched[index])) return;
    observer.disconnect();
    watched = nodes;
    for (const node of nodes) observer.observe(node, { childList: true });
  }

  function insert(best: Anchor): void {
    if (best.place !== 'edge' && recent().length >= FIGHT) {
      barred.add(best.place);
      insertions = [];
      check();
      return;
    }
    insertions = [...recent(), performance.now()];
    anchor = best;
    putAt(host, best);
    options.placed(best.place);
  }

  function check(): void {
    if (ended.signal.aborted) return;
    if (!options.isAlive()) {
      stop();
      return;
    }
    // A page that rebuilds itself from its own markup copies our element, but not what is in it.
    for (const copy of document.querySelectorAll(host.localName)) if (copy !== host) copy.remove();
    const best = wish === 'edge' ? edge(document) : findAnchor(document, barred);
    if (best && !(host.isConnected && anchor && isAt(host, best) && anchor.place === best.place)) {
      const better = !anchor || rank(best.place) < rank(anchor.place) || !settled;
      const mayMove = !settled || (isOutOfSight(host) && isUnseen(best.element));
      if (!host.isConnected || (better && mayMove) || host.checkVisibility?.() === false) insert(best);
    }
    if (anchor) companion?.keep();
    if (!ended.signal.aborted) watch();
    // What takes it out while it is being put in leaves nothing behind that could be observed.
    if (anchor && !host.isConnected) soon();
  }

  function leave(): void {
    ended.abort();
    observer.disconnect();
  }

  function stop(): void {
    leave();
    host.remove();
    companion?.remove();
  }

  document.addEventListener('readystatechange', check, { signal: ended.signal });
  check();
  return {
    settle: () => {
      settled = true;
    },
    restart(place) {
      wish = place;
      settled = false;
      insertions = [];
      barred.clear();
      check();
    },
    leave,
    stop,
  };
}
