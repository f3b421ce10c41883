import type { Say } from '../../evals/say.ts';
import { createHost, isolateKeys } from '../host.ts';
import { LINE_STYLE } from './styles.ts';

/** The element of the line above the first marked table. */
export const LINE = 'crosscheck-marks-line';

/** Height of the line, and the room that it needs between the table and what stands before it, in px. */
const HEIGHT = 16;
const ROOM = 14;

export interface LineCounts {
  /** Scores that are marked, those of them that nobody reports yet, and those that the reader has selected. */
  scores: number;
  fresh: number;
  selected: number;
}

export interface Line {
  host: HTMLElement;
  say(counts: LineCounts): void;
  /** Stands at the first of these tables that is on show, or nowhere. Moves nothing of the page. */
  standAt(card: Element, tables: readonly Element[]): void;
  remove(): void;
}

/** "Crosscheck read 7 scores here · draft 2 not reported · hide marks", hung into the room that the page leaves. */
export function createLine(
  document: Document,
  tokens: string,
  say: Say,
  events: { draft(): void; hide(): void },
): Line {
  const { host, shadow } = createHost(document, LINE, tokens + LINE_STYLE);
  host.lang = say.locale;
  isolateKeys(host);
  const line = document.createElement('p');
  const words = document.createElement('span');
  const [draft, hide] = [document.createElement('button'), document.createElement('button')];
  const dot = document.createElement('i');
  dot.textContent = '·';
  hide.textContent = say('marksHide');
  draft.addEventListener('click', events.draft);
  hide.addEventListener('click', events.hide);
  line.append(words, draft, dot, hide);
  shadow.append(line);

  let card: Element | undefined;
  let table: Element | undefined;
  // What stands before the table moves it and the line alike; only what changes between the two matters.
  const resized = new ResizeObserver(() => hang());

  function hang(): void {
    const place = card && table?.isConnected ? roomFor(table, card, host) : undefined;
    host.hidden = place === undefined;
    if (!place) return;
    const from = host.getBoundingClientRect();
    // Boxes are told in px of the window, lengths are given in those of the card.
    const { currentCSSZoom: zoom = 1 } = host;
    line.style.left = `${(place.left - from.left) / zoom}px`;
    line.style.top = `${(place.top - from.top) / zoom}px`;
    line.style.width = `${place.width / zoom}px`;
  }

  function put(outer: Element): boolean {
    const where = () => {
      const { top, height } = outer.getBoundingClientRect();
      return `${top} ${height} ${card?.getBoundingClientRect().height}`;
    };
    const before = where();
    // The page's own rules may count neighbours: where the line would move anything it is not put.
    for (const side of ['before', 'after'] as const) {
      outer[side](host);
      if (where() === before) return true;
    }
    host.remove();
    return false;
  }

  return {
    host,
    say({ scores, fresh, selected }) {
      words.textContent = `${say('marksLine', scores)} ·`;
      draft.textContent = selected > 0 ? say('marksDraftSelected', selected) : say('marksDraft', fresh);
      draft.hidden = dot.hidden = fresh + selected === 0;
    },
    standAt(within, tables) {
      card = within;
      const first = tables.find((one) => one.getBoundingClientRect().height > 0);
      if (first && first === table && host.isConnected) return hang();
      this.remove();
      table = first;
      if (!table) return;
      const outer = outermost(table, card);
      host.hidden = false;
      if (!put(outer)) return;
      hang();
      resized.observe(table);
      resized.observe(outer);
    },
    remove() {
      resized.disconnect();
      host.remove();
      table = undefined;
    },
  };
}

/** The table, or what scrolls around it. */
function outermost(table: Element, card: Element): Element {
  let outer = table;
  for (let at = table.parentElement; at && at !== card; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') outer = at;
  }
  return outer;
}

/** Where the line has room: above the table, else below it; undefined where it would lie on something. */
function roomFor(table: Element, card: Element, line: Element) {
  const own = table.getBoundingClientRect();
  const { top, bottom, height } = own;
  if (height === 0) return undefined;
  const outer = outermost(table, card).getBoundingClientRect();
  const rightToLeft = getComputedStyle(line).direction === 'rtl';
  const left = rightToLeft ? outer.left : Math.max(outer.left, own.left);
  const width = (rightToLeft ? Math.min(outer.right, own.right) : outer.right) - left;
  const above = edgeOf(table, card, line, 'before');
  if (above === undefined || top - above >= ROOM) return { left, width, top: top - HEIGHT - 1 };
  const below = edgeOf(table, card, line, 'after');
  return below === undefined || below - bottom >= ROOM ? { left, width, top: bottom + 1 } : undefined;
}

/** Where what stands before the table in the card ends, or what stands after it begins; undefined for nothing. */
function edgeOf(table: Element, card: Element, line: Element, side: 'before' | 'after'): number | undefined {
  const range = table.ownerDocument.createRange();
  for (let at: Element = table; at !== card && at.parentElement; at = at.parentElement) {
    if (side === 'before') {
      range.setStart(at.parentElement, 0);
      range.setEndBefore(at.previousElementSibling === line ? line : at);
    } else {
      range.setStartAfter(at.nextElementSibling === line ? line : at);
      range.setEnd(at.parentElement, at.parentElement.childNodes.length);
    }
    const { top, bottom, height } = range.getBoundingClientRect();
    if (height > 0) return side === 'before' ? bottom : top;
  }
  return undefined;
}
