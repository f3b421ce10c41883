import type { Drawn } from '../messaging/protocol.ts';

/** More than this is no longer drawn faster than the panel itself. */
const MOST_NODES = 3_000;

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = ['svg', 'path', 'circle', 'line', 'rect', 'g'];

/** What the panel is made of. Nothing in this list loads, runs or submits anything. */
const TAGS = new Set([
  ...SVG_TAGS,
  ...'a b bdi button caption code dd div dl dt em fieldset footer h2 h3 h4 header i input kbd label legend li ol option p pre'.split(
    ' ',
  ),
  ...'section select small span strong sub sup table tbody td th thead time tr ul'.split(' '),
]);

/** Attributes that say how something looks. What it is called is nobody's to hear: a picture is inert. */
const ATTRIBUTES =
  /^(class|dir|lang|role|hidden|colspan|type|value|placeholder|viewBox|width|height|d|cx|cy|r|x1|x2|y1|y2|x|y|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|aria-(expanded|pressed|disabled)|data-(?!roving)[a-z-]+)$/;

/** Indents in a value that keep the decimal points below one another; the only inline style that the panel has. */
const STYLE = /^(padding-(left|right|inline-start|inline-end): ?\d+(\.\d+)?ch;? ?)+$/;

const isFine = (name: string, value: string) =>
  name === 'href' ? value.startsWith('https://') : name === 'style' ? STYLE.test(value) : ATTRIBUTES.test(name);

/**
 * Takes a picture of what stands in an element: its elements, texts and harmless attributes. Undefined when that is too
 * much to be worth it. An element marked `data-passing` is pictured empty: what it says holds for the moment only.
 */
export function takePicture(root: ParentNode): Drawn[] | undefined {
  let left = MOST_NODES;
  const take = (node: Node): Drawn[] => {
    left -= 1;
    if (left < 0) return [];
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ? [node.nodeValue] : [];
    if (!(node instanceof Element)) return [];
    const tag = node.localName;
    if (!TAGS.has(tag)) return [];
    const attributes = [...node.attributes].filter(({ name, value }) => isFine(name, value));
    const children = node.hasAttribute('data-passing') ? [] : [...node.childNodes].flatMap(take);
    return [[tag, Object.fromEntries(attributes.map(({ name, value }) => [name, value])), children]];
  };
  const picture = [...root.childNodes].flatMap(take);
  return left < 0 ? undefined : picture;
}

/**
 * Draws a picture again at the end of `into`, with nothing but elements of the list above and text nodes. It comes from
 * storage, so it is read as if anybody had written it: what is not in the list is left out. Draws the first `most` nodes
 * and answers how to draw the others, where there are more.
 */
export function drawPicture(into: Node, picture: readonly Drawn[], most = MOST_NODES): (() => void) | undefined {
  const document = into.ownerDocument as Document;
  const waiting: [parent: Node, drawn: Drawn][] = [];
  const wait = (parent: Node, children: readonly Drawn[]) => {
    for (let at = children.length - 1; at >= 0; at--) waiting.push([parent, children[at] ?? '']);
  };
  const draw = (parent: Node, drawn: Drawn): void => {
    if (typeof drawn === 'string') {
      parent.appendChild(document.createTextNode(drawn));
      return;
    }
    const [tag, attributes, children] = drawn;
    if (!TAGS.has(tag)) return;
    const element = SVG_TAGS.includes(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (isFine(name, value)) element.setAttribute(name, value);
    }
    parent.appendChild(element);
    wait(element, children);
  };
  const go = (count: number) => {
    for (let left = count; left > 0; left--) {
      const next = waiting.pop();
      if (!next) return;
      draw(...next);
    }
  };
  wait(into, picture);
  go(most);
  return waiting.length > 0 ? () => go(MOST_NODES) : undefined;
}
