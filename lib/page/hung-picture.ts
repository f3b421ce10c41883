import type { Picture } from '../messaging/protocol.ts';
import { createPanelHost, PANEL } from './host.ts';
import { drawPicture } from './picture.ts';
import { keepPlaced } from './reconcile.ts';
import { followTheme } from './theme.ts';

/** A picture that hangs in the page until the panel itself is drawn. */
export interface HungPicture {
  panel: ReturnType<typeof createPanelHost>;
  /** Nobody looks after the host any more but the caller. */
  takeOver(): void;
  /** Takes the picture out of the host. */
  clear(): void;
}

/** The two scripts of ours share a world with its objects, but no modules: the host itself carries the word across. */
const HUNG = Symbol.for('crosscheck.hung-picture');

/** A picture that no panel has taken over by then shows what may no longer hold. In ms. */
const PATIENCE_MS = 5_000;

/** Nodes of a picture that are drawn at once, when there is room for the others: its head, and some ten scores. */
const FIRST = 250;

/**
 * Hangs a picture where the panel will stand, as soon as that place exists. It can be looked at, not used: it is inert,
 * and says that it is busy. Does nothing when a panel stands already, and goes when the signal says that the page has.
 */
export function hangPicture(document: Document, { css, lang, drawn, size }: Picture, signal: AbortSignal): void {
  if (document.querySelector(PANEL)) return;
  const panel = createPanelHost(document, css);
  const frame = document.createElement('div');
  frame.lang = lang;
  frame.inert = true;
  // In a window of the same width it is as high as it was: room for all is kept, and the first scores come at once.
  const room = size?.window === document.defaultView?.innerWidth ? size : undefined;
  const others = drawPicture(frame, drawn, room && FIRST);
  if (room && others) {
    frame.style.minBlockSize = `${room.height}px`;
    setTimeout(() => {
      others();
      frame.style.minBlockSize = '';
    });
  }
  frame.querySelector('[data-busy]')?.setAttribute('data-busy', 'true');
  panel.shadow.append(frame);
  const unfollow = followTheme(document, (theme) => {
    panel.host.dataset.theme = theme;
  });

  const keeper = keepPlaced(panel.host, document, {
    place: 'auto',
    // A panel that was there first, or came meanwhile, needs no picture.
    isAlive: () => !signal.aborted && [...document.querySelectorAll(PANEL)].every((one) => one === panel.host),
    placed: panel.stands,
  });
  keeper.settle();
  const leave = () => {
    clearTimeout(patience);
    signal.removeEventListener('abort', giveUp);
    unfollow();
    keeper.leave();
  };
  const giveUp = () => {
    leave();
    panel.host.remove();
  };
  const patience = setTimeout(giveUp, PATIENCE_MS);
  signal.addEventListener('abort', giveUp);
  const hung: HungPicture = { panel, takeOver: leave, clear: () => frame.remove() };
  Object.assign(panel.host, { [HUNG]: hung });
}

/** The picture that hangs in the page, from now on the caller's; undefined where there is none of this very version. */
export function takeOverPicture(document: Document): HungPicture | undefined {
  const host = document.querySelector(PANEL) as (HTMLElement & { [HUNG]?: HungPicture }) | null;
  const hung = host?.[HUNG];
  if (!hung) return undefined;
  delete host[HUNG];
  hung.takeOver();
  return hung;
}

/** Whether a host shows a picture that waits for its panel. */
export const isHung = (host: Element): boolean => HUNG in host;
