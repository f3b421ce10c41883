import { createHost } from '../host.ts';
import { RING_STYLE } from './styles.ts';

/** The element that rings a cell for a moment. */
export const RING = 'crosscheck-ring';

const LASTS_MS = 2_400;

/** Scrolls to a cell, out of folded parts of the card, and rings it for a moment. */
export function ringCell(cell: HTMLTableCellElement, tokens: string, theme: string): void {
  const { ownerDocument: document } = cell;
  for (let at = cell.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
  const calm = document.defaultView?.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  cell.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });

  for (const old of cell.querySelectorAll(RING)) old.remove();
  const { host, shadow } = createHost(document, RING, tokens + RING_STYLE);
  const hook = document.createElement('span');
  const ring = document.createElement('div');
  host.dataset.theme = theme;
  hook.append(ring);
  shadow.append(hook);
  cell.append(host);
  const [from, { left, top, width, height }] = [hook.getBoundingClientRect(), cell.getBoundingClientRect()];
  const { currentCSSZoom: zoom = 1 } = host;
  Object.assign(ring.style, {
    left: `${(left - from.left) / zoom}px`,
    top: `${(top - from.top) / zoom}px`,
    width: `${width / zoom}px`,
    height: `${height / zoom}px`,
  });
  setTimeout(() => host.remove(), LASTS_MS);
}
