/** Where the panel stands, from the best place to the last resort. */
export type Place = 'island' | 'column' | 'header' | 'edge';

/** An element, and on which side of it the panel goes. */
export interface Anchor {
  element: Element;
  how: 'after' | 'append';
  place: Place;
}

/** From the best to the last resort. */
export const PLACES: readonly Place[] = ['island', 'column', 'header', 'edge'];

/** Svelte owns what is inside an island and throws foreign nodes out. */
const ISLAND = '.SVELTE_HYDRATER, [data-target][data-props]';

/** The outermost island around an element, or the element itself when it stands in none. */
function outsideIslands(element: Element): Element {
  let outside = element;
  for (let at: Element | null = element.closest(ISLAND); at; at = at.parentElement?.closest(ISLAND) ?? null)
    outside = at;
  return outside;
}

/**
 * Whether an element is rendered at all; islands themselves have no box (`display: contents`), so ask their parents.
 * Until the page is complete it is taken for granted: the question costs the page's first layout, and comes again.
 */
const isShown = (element: Element) =>
  element.ownerDocument.readyState !== 'complete' || (element.checkVisibility?.() ?? true);

const isFree = (element: Element) => !element.closest(ISLAND);

/**
 * Whether all of the element is there: the page is read in pieces, and what follows an element proves that the parser
 * has left it.
 */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let at: Element | null = element; at && at !== at.ownerDocument.body; at = at.parentElement) {
    if (at.nextElementSibling) return true;
  }
  return false;
}

function island(document: Document): Anchor | undefined {
  const results = [...document.querySelectorAll('[data-target="ModelEvalResults"]')].map(outsideIslands);
  const element = results.find(({ parentElement }) => parentElement && isShown(parentElement));
  return element && { element, how: 'after', place: 'island' };
}

/** The right column: the last section beside the one with the model card. Class names drift, the structure does not. */
export function rightColumn(document: Document): Element | undefined {
  const sections = [...document.querySelectorAll('main section')].filter(isFree);
  const card = document.querySelector('main .model-card-content')?.closest('section');
  const beside = (left: Element) =>
    sections.filter((section) => section !== left && section.parentElement === left.parentElement);
  const left = card ?? sections.find((section) => beside(section).length > 0);
  return left && beside(left).at(-1);
}

function column(document: Document): Anchor | undefined {
  const element = rightColumn(document);
  return element && isShown(element) && isWhole(element) ? { element, how: 'append', place: 'column' } : undefined;
}

function header(document: Document): Anchor | undefined {
  const found = document.querySelector('[data-target="ModelHeader"]') ?? document.querySelector('main header');
  const element = found && outsideIslands(found);
  return element?.parentElement && isShown(element.parentElement)
    ? { element, how: 'after', place: 'header' }
    : undefined;
}

/**
 * Finds where the panel belongs: after the Hub's own results, else at the end of the right column, else below the
 * header, else at the window's edge. Never inside an island, and never nothing, but for a page that is still being
 * read: there only a place that cannot get any better is taken.
 * @param barred places that the page has thrown the panel out of
 */
export function findAnchor(document: Document, barred: ReadonlySet<Place> = new Set()): Anchor | undefined {
  const free = (place: Place) => !barred.has(place);
  const near = (free('island') && island(document)) || (free('column') && column(document));
  if (near) return near;
  if (document.readyState === 'loading') return undefined;
  return (free('header') && header(document)) || edge(document);
}

/** The window's edge: always there once the page has a body. */
export function edge(document: Document): Anchor | undefined {
  return document.body ? { element: document.body, how: 'append', place: 'edge' } : undefined;
}

/** Whether a node stands where the anchor wants it; what the page puts between the two does not matter. */
export function isAt(node: Element, { element, how }: Anchor): boolean {
  if (how === 'append') return node.parentElement === element;
  return (
    node.parentElement === element.parentElement &&
    Boolean(element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
  );
}

/** Puts the node there. Where the browser can, focus and scroll position inside survive the move. */
export function putAt(node: Element, { element, how }: Anchor): void {
  const parent = how === 'append' ? element : element.parentElement;
  const before = how === 'append' ? null : element.nextSibling;
  if (!parent) return;
  if (node.isConnected && parent.isConnected && 'moveBefore' in parent) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}
