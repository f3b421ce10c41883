import panelCss from '../../components/panel/panel.css?inline';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { takePicture } from '../../lib/page/picture.ts';

/** Long enough for what comes with the last answer to be drawn, in ms. */
const CALM_MS = 500;

/**
 * Leaves a picture of the panel with the background once nothing is pending, for the reader's next visit. Returns what
 * to call after each drawing.
 */
export function keepPictures(container: HTMLElement, repo: () => string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = () => {
    const isDone = container.querySelector('[data-busy="false"] [data-row]') !== null;
    const drawn = isDone ? takePicture(container) : undefined;
    if (!drawn) return;
    // What the reader has not touched may still hold its first height, and scroll inside; a picture does not.
    const { scrollHeight = 0, clientHeight = 0 } = container.querySelector('.cc-body') ?? {};
    const size = { height: container.offsetHeight + scrollHeight - clientHeight, window: window.innerWidth };
    const picture = { css: panelCss, lang: container.lang, drawn, size };
    // A background that is gone, or refuses, only means that the next visit begins without a picture.
    sendMessage('keepPicture', { repo: repo(), picture }).catch(() => undefined);
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(take) : take()), CALM_MS);
  };
}
