import { createHost } from '../host.ts';

/** The element on a card; everything of ours is in its shadow root. */
export const CHIPS = 'crosscheck-chips';

/** A chip's part that is drawn: words only, from whoever says them. */
export interface DrawnChip {
  name: string;
  value: string;
  /** A mark and a word where the reports conflict. */
  mark?: { icon: 'differs' | 'apart' | 'scale'; word: string };
  /** The whole of it as a sentence. */
  full: string;
}

export interface DrawnCard {
  label: string;
  chips: readonly DrawnChip[];
  pin: { label: string; pressed: boolean };
}

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  differs: 'M8 2.6 14.4 13.6H1.6ZM8 6.6v3.2M8 11.6v.2',
  apart: 'M8 2.2a5.8 5.8 0 1 0 .01 0ZM4 12l8-8',
  scale: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 4.8v4M8 11v.2',
  pin: 'M6 1.8h4l-.6 4.4 2.4 2.6H4.2l2.4-2.6ZM8 9v5',
} as const;

function icon(document: Document, name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: '12', height: '12', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

function element(document: Document, tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function chipElement(document: Document, { name, value, mark, full }: DrawnChip): HTMLElement {
  const chip = element(document, 'span', 'chip');
  chip.setAttribute('role', 'listitem');
  chip.title = full;
  // What is seen is short; what is read out is the whole sentence.
  const seen = element(document, 'span', 'seen');
  seen.setAttribute('aria-hidden', 'true');
  seen.append(element(document, 'span', 'name', name), element(document, 'span', 'value', value));
  if (mark) {
    const marked = element(document, 'span', `mark ${mark.icon}`);
    marked.append(icon(document, mark.icon), element(document, 'span', 'word', mark.word));
    seen.append(marked);
  }
  chip.append(seen, element(document, 'span', 'full', full));
  return chip;
}

/**
 * Puts a model's chips onto its card, or draws them anew. They hang on the card's lower edge and take no room of the
 * page: nothing that stands there moves. `key` says what is drawn; the same is not drawn twice.
 */
export function hangChips(
  article: HTMLElement,
  key: string,
  css: string,
  draw: () => DrawnCard,
  onPin: () => void,
): HTMLElement {
  const document = article.ownerDocument;
  const there = article.querySelector<HTMLElement>(`:scope > ${CHIPS}`);
  // A page that copies its cards copies the element, and nothing of what is in it.
  if (there && !there.shadowRoot) there.remove();
  else if (there?.dataset.key === key) return there;
  const { host, shadow } = there?.shadowRoot
    ? { host: there, shadow: there.shadowRoot }
    : createHost(document, CHIPS, css);
  host.dataset.key = key;
  const { label, chips, pin } = draw();
  const list = element(document, 'span', 'chips');
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', label);
  list.append(...chips.map((chip) => chipElement(document, chip)));
  const button = element(document, 'button', 'pin') as HTMLButtonElement;
  button.type = 'button';
  button.title = pin.label;
  button.setAttribute('aria-label', pin.label);
  button.setAttribute('aria-pressed', String(pin.pressed));
  button.append(icon(document, 'pin'));
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    onPin();
  });
  const hadFocus = shadow.activeElement !== null;
  shadow.querySelector('.row')?.remove();
  const row = element(document, 'div', 'row');
  row.append(list, button);
  shadow.append(row);
  if (hadFocus) button.focus({ preventScroll: true });
  if (!host.isConnected) {
    if (getComputedStyle(article).position === 'static') article.style.position = 'relative';
    // A card that cuts off what sticks out gets them inside its edge.
    host.dataset.inside = String(getComputedStyle(article).overflow !== 'visible');
    article.append(host);
  }
  return host;
}

/** Takes the chips off a card that has become another model's, of which nothing is reported. */
export function takeChips(article: HTMLElement): void {
  article.querySelector(`:scope > ${CHIPS}`)?.remove();
}
