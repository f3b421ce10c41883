import type { Say } from '../../evals/say.ts';
import type { CellMark } from '../../evals/view/cell-status.ts';
import { removeOrphans } from '../host.ts';
import { followTheme } from '../theme.ts';
import { createChoice } from './choice.ts';
import { type Found, findCells } from './find-cells.ts';
import { createLine, LINE } from './line.ts';
import { createMark, MARK, type Mark } from './mark.ts';
import { tablesOf } from './rendered-table.ts';
import { RING, ringCell } from './ring.ts';
import { watchCard } from './watch-card.ts';

export interface CardMarkerOptions {
  /** The style sheet of the colours. */
  tokens: string;
  say: Say;
  /** False once the extension that this script belongs to is gone. */
  isAlive(): boolean;
  /** Opens what is said of a score. */
  explain(score: string): void;
  /** Begins a draft with scores that nobody reports yet. */
  draft(scores: readonly string[]): void;
  hide(): void;
}

export interface CardMarker {
  /** The scores whose cells are marked from now on. */
  mark(marks: readonly CellMark[]): void;
  setShown(shown: boolean): void;
  /** Brings a score's cell into view, marks hidden or not; false where the card has none. */
  show(score: string): boolean;
  /** How many scores of the report stand in the card. */
  readonly count: number;
  /** Takes everything out of the page, for good. */
  stop(): void;
}

interface Placed extends Mark {
  marks: readonly CellMark[];
}

/** Work in one go, in ms; the page gets its turn after that. */
const SLICE_MS = 8;
/** Marks that are put in at once: each time the page is measured before and after. */
const BATCH = 60;
/** What has more figures than this is data; the first ones are marked. */
const MOST = 1_000;

const nextTask = () => new Promise<void>((done) => setTimeout(done));

/** The elements of ours that stand in a card. */
export const NAMES: readonly string[] = [MARK, LINE, RING];

/** A card cannot have shadow roots: an element of such a name that holds something, and has none, is its author's. */
export const isAuthors = ({ shadowRoot, firstChild }: Element): boolean => !shadowRoot && firstChild !== null;

const CARD = '.model-card-content';

/** Marks the cells of a rendered card, and keeps the marks where they belong while the page rewrites itself. */
export function createCardMarker(document: Document, options: CardMarkerOptions): CardMarker {
  const { tokens, say } = options;
  const placed = new Map<HTMLTableCellElement, Placed>();
  const choice = createChoice({ ...options, changed: drawAll });
  const { selected } = choice;
  const chosen = (marks: readonly CellMark[], adding: boolean) => {
    if (options.isAlive()) choice.choose(marks, adding);
  };
  let wanted: readonly CellMark[] = [];
  let shown = true;
  let theme = 'light';
  let turn = 0;
  let ended = false;

  const line = createLine(document, tokens, say, { draft: () => options.draft(toDraft()), hide: () => options.hide() });
  const unfollow = followTheme(document, (now) => {
    theme = now;
    for (const { host } of [line, ...placed.values()]) host.dataset.theme = now;
  });
  const hosts = new Set<Node>();
  /** Nodes of ours that come and go; one that the page has thrown out is the page's doing. */
  const isOurs = (node: Node) =>
    node instanceof Element && NAMES.includes(node.localName) && (node.isConnected || !hosts.has(node));
  const watch = watchCard(document, isOurs, () => void place());
  document.addEventListener('toggle', standLine, true);

  const all = () => [...placed.values()].flatMap(({ marks }) => marks);
  const fresh = () => all().filter(({ status }) => status === 'new');
  const toDraft = () => [...new Set(selected.size > 0 ? selected : fresh().map(({ score }) => score))];

  function drawAll(): void {
    for (const mark of placed.values())
      mark.draw(
        mark.marks,
        mark.marks.some(({ score }) => selected.has(score)),
      );
    line.say({ scores: all().length, fresh: fresh().length, selected: selected.size });
  }

  function moved(from: HTMLElement, to: 'next' | 'previous' | 'first' | 'last'): void {
    const marks = [...placed.values()].sort((a, b) =>
      a.host.compareDocumentPosition(b.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const at = marks.findIndex(({ host }) => host === from);
    const next = { next: at + 1, previous: at - 1, first: 0, last: marks.length - 1 }[to];
    const mark = marks[next];
    mark?.host.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    mark?.focus();
  }

  function drop(cells: Iterable<HTMLTableCellElement>): void {
    for (const cell of cells) {
      const host = placed.get(cell)?.host;
      placed.delete(cell);
      if (!host) continue;
      hosts.delete(host);
      host.remove();
    }
  }

  /** Puts marks into cells that have none. A table that would not stay as it is keeps none. */
  function put(cells: readonly [HTMLTableCellElement, CellMark[]][]): void {
    const tables = new Map(cells.map(([cell]) => [cell.closest('table'), '']));
    const sizeOf = (table: Element | null) => {
      const box = table?.getBoundingClientRect();
      return `${box?.width} ${box?.height}`;
    };
    for (const table of tables.keys()) tables.set(table, sizeOf(table));
    const paddings = cells.map(([cell]) => getComputedStyle(cell));
    const rooms = paddings.map(({ paddingInlineEnd, paddingBlockEnd }) => [
      Number.parseFloat(paddingInlineEnd) || 0,
      Number.parseFloat(paddingBlockEnd) || 0,
    ]);
    for (const [index, [cell, marks]] of cells.entries()) {
      const mark = { ...createMark(document, tokens, say, { chosen, moved }), marks };
      const [end, below] = rooms[index] ?? [];
      mark.host.dataset.theme = theme;
      mark.host.style.setProperty('--end', `${end}`);
      mark.host.style.setProperty('--below', `${below}`);
      mark.draw(marks, false);
      cell.append(mark.host);
      placed.set(cell, mark);
      hosts.add(mark.host);
    }
    const moving = new Set([...tables].flatMap(([table, size]) => (sizeOf(table) === size ? [] : [table])));
    if (moving.size > 0) drop(cells.map(([cell]) => cell).filter((cell) => moving.has(cell.closest('table'))));
  }

  function standLine(): void {
    const card = document.querySelector(CARD);
    const tables = new Set([...placed.keys()].flatMap((cell) => cell.closest('table') ?? []));
    line.host.dataset.theme = theme;
    if (!card || tables.size === 0) line.remove();
    else
      line.standAt(
        card,
        tablesOf(card).filter((table) => tables.has(table)),
      );
  }

  /** Brings what is in the page to what is wanted, in slices. A later turn takes over from an earlier one. */
  async function place(): Promise<void> {
    const own = ++turn;
    const goesOn = () => own === turn && !ended && options.isAlive();
    if (!goesOn()) return;
    const card = wanted.length > 0 ? document.querySelector(CARD) : null;
    watch.follow(wanted.length > 0, card);
    const marks = shown && card ? wanted.slice(0, MOST) : [];
    const tables = card && marks.length > 0 ? tablesOf(card) : [];
    const found: Found = new Map();
    let since = performance.now();
    const pause = async () => {
      if (performance.now() - since < SLICE_MS) return true;
      await nextTask();
      since = performance.now();
      return goesOn();
    };
    for (const group of Map.groupBy(marks, ({ table }) => table).values()) {
      for (const [mark, cell] of findCells(tables, group)) found.set(mark, cell);
      if (!(await pause())) return;
    }
    // A page that writes itself anew from its own markup copies our elements, but not what is in them.
    removeOrphans(
      document,
      (one) => hosts.has(one) || one === line.host || one.localName === RING || isAuthors(one),
      NAMES,
    );
    const cells = Map.groupBy(found.keys(), (mark) => found.get(mark));
    drop([...placed.keys()].filter((cell) => !cells.has(cell) || placed.get(cell)?.host.parentNode !== cell));
    const empty: [HTMLTableCellElement, CellMark[]][] = [];
    for (const [cell, marks] of cells) {
      const there = cell && placed.get(cell);
      if (there) there.marks = marks;
      else if (cell) empty.push([cell, marks]);
    }
    for (let at = 0; at < empty.length; at += BATCH) {
      put(empty.slice(at, at + BATCH));
      if (!(await pause())) return;
    }
    choice.keep(fresh());
    drawAll();
    standLine();
  }

  return {
    mark(marks) {
      wanted = marks;
      void place();
    },
    setShown(now) {
      if (now === shown) return;
      shown = now;
      void place();
    },
    show(score) {
      const mark = wanted.find((one) => one.score === score);
      const card = document.querySelector(CARD);
      if (!mark || !card) return false;
      const group = wanted.filter(({ table }) => table === mark.table);
      const cell = findCells(tablesOf(card), group).get(mark);
      if (!cell) return false;
      ringCell(cell, tokens, theme);
      placed.get(cell)?.focus();
      return true;
    },
    get count() {
      return wanted.length;
    },
    stop() {
      ended = true;
      turn++;
      wanted = [];
      watch.stop();
      unfollow();
      document.removeEventListener('toggle', standLine, true);
      drop([...placed.keys()]);
      line.remove();
    },
  };
}
