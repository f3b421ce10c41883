// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edge, findAnchor, isAt, putAt } from './anchor.ts';

const island = (name: string, inner = '') =>
  `<div class="SVELTE_HYDRATER contents" data-target="${name}" data-props="{}">${inner}</div>`;
const header = island('ModelHeader', '<header><h1>openai/gpt-oss-20b</h1></header>');
const card = '<section id="left"><div class="model-card-content prose hf-sanitized">card</div></section>';
const page = (right: string) => `<main>${header}<div id="grid">${card}${right}</div></main><footer></footer>`;
const right = (inner: string) => `<section id="right">${inner}</section>`;

const id = () => {
  const anchor = findAnchor(document);
  return (
    anchor && [
      anchor.place,
      anchor.how,
      anchor.element.id || anchor.element.getAttribute('data-target') || anchor.element.localName,
    ]
  );
};
const reading = () => vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');

beforeEach(() => {
  document.body.innerHTML = '';
});
afterEach(() => vi.restoreAllMocks());

describe('findAnchor', () => {
  it("is after the Hub's own results", () => {
    document.body.innerHTML = page(
      right(`${island('InferenceWidget')}${island('ModelEvalResults', '<h2>Evaluation results</h2>')}<p></p>`),
    );
    expect(id()).toEqual(['island', 'after', 'ModelEvalResults']);
  });

  it('is after the outermost island when the results stand in another', () => {
    document.body.innerHTML = page(right(island('Outer', `<div>${island('ModelEvalResults')}</div>`)));
    expect(id()).toEqual(['island', 'after', 'Outer']);
  });

  it('is the end of the right column, also when the card is empty or the columns changed sides', () => {
    document.body.innerHTML = page(right(island('InferenceWidget')));
    expect(id()).toEqual(['column', 'append', 'right']);
    document.querySelector('.model-card-content')?.remove();
    expect(id()).toEqual(['column', 'append', 'right']);
    document.body.innerHTML = `<main>${header}<div>${right('')}${card}</div></main>`;
    expect(id()).toEqual(['column', 'append', 'right']);
  });

  it('is not a column inside an island', () => {
    document.body.innerHTML = `<main>${header}${island('Page', `${card}${right('')}`)}</main>`;
    expect(id()).toEqual(['header', 'after', 'ModelHeader']);
  });

  it('is not a column that is not shown', () => {
    document.body.innerHTML = page(right(island('ModelEvalResults')));
    const hidden = document.querySelector('#right') as HTMLElement;
    hidden.checkVisibility = () => false;
    expect(id()).toEqual(['header', 'after', 'ModelHeader']);
  });

  it('is below the header when there is one column', () => {
    document.body.innerHTML = `<main>${header}<div>${card}</div></main>`;
    expect(id()).toEqual(['header', 'after', 'ModelHeader']);
    document.body.innerHTML = '<main><header></header><p>text</p></main>';
    expect(id()).toEqual(['header', 'after', 'header']);
  });

  it("is the window's edge when nothing is known of the page", () => {
    document.body.innerHTML = '<div>something else entirely</div>';
    expect(id()).toEqual(['edge', 'append', 'body']);
    document.body.innerHTML = '';
    expect(id()).toEqual(['edge', 'append', 'body']);
  });

  it('leaves out the places that the page refused', () => {
    document.body.innerHTML = page(right(island('ModelEvalResults')));
    expect(findAnchor(document, new Set(['island']))?.place).toBe('column');
    expect(findAnchor(document, new Set(['island', 'column']))?.place).toBe('header');
    expect(findAnchor(document, new Set(['island', 'column', 'header', 'edge']))?.place).toBe('edge');
  });

  it('waits, while the page is being read, for a place that cannot get better', () => {
    reading();
    document.body.innerHTML = `<main>${header}<div>${card}</div></main>`;
    expect(id()).toBeUndefined();
    document.querySelector('main > div:last-child')?.insertAdjacentHTML('beforeend', right(island('InferenceWidget')));
    expect(id()).toBeUndefined();
    document.querySelector('#right')?.insertAdjacentHTML('beforeend', island('ModelEvalResults'));
    expect(id()).toEqual(['island', 'after', 'ModelEvalResults']);
  });

  it('takes the right column as soon as the parser has left it', () => {
    reading();
    document.body.innerHTML = `<main>${header}<div>${card}${right('')}</div></main>`;
    expect(id()).toBeUndefined();
    document.body.insertAdjacentHTML('beforeend', '<footer></footer>');
    expect(id()).toEqual(['column', 'append', 'right']);
  });
});

describe('putAt and isAt', () => {
  it('agree, and forgive what the page puts between', () => {
    document.body.innerHTML = page(right(island('ModelEvalResults')));
    const node = document.createElement('crosscheck-panel');
    const anchor = findAnchor(document)!;
    expect(isAt(node, anchor)).toBe(false);
    putAt(node, anchor);
    expect(isAt(node, anchor)).toBe(true);
    expect(anchor.element.nextElementSibling).toBe(node);
    anchor.element.after(document.createElement('hr'));
    expect(isAt(node, anchor)).toBe(true);
    anchor.element.before(node);
    expect(isAt(node, anchor)).toBe(false);
    putAt(node, edge(document)!);
    expect(node.parentElement).toBe(document.body);
    expect(isAt(node, edge(document)!)).toBe(true);
  });
});
