import { createHost } from '../host.ts';

/** The one line of ours on a page of cards. */
export const LIST_BAR = 'crosscheck-list';

export interface BarWords {
  title: string;
  /** By which rule the chips are chosen. */
  rule: string;
  hide: string;
  compare: string;
  /** What could not be done; empty while there is nothing of that. */
  problem: string;
}

/** Puts up the line that says what the chips are, and takes them away in one click. Answers how to change its words and remove it. */
export function createListBar(
  document: Document,
  css: string,
  events: { onHide(): void; onCompare(): void },
): { host: HTMLElement; say(words: BarWords): void; remove(): void } {
  const { host, shadow } = createHost(document, LIST_BAR, css);
  const make = (tag: string, className: string) => Object.assign(document.createElement(tag), { className });
  const bar = make('section', 'bar');
  const line = make('div', 'line');
  const title = make('button', 'title') as HTMLButtonElement;
  const compare = make('button', 'compare') as HTMLButtonElement;
  const hide = make('button', 'hide') as HTMLButtonElement;
  const rule = make('p', 'rule');
  rule.hidden = true;
  const problem = make('p', 'problem');
  problem.setAttribute('role', 'status');
  title.setAttribute('aria-expanded', 'false');
  title.addEventListener('click', () => {
    rule.hidden = !rule.hidden;
    title.setAttribute('aria-expanded', String(!rule.hidden));
  });
  compare.addEventListener('click', events.onCompare);
  hide.addEventListener('click', events.onHide);
  line.append(title, compare, hide);
  bar.append(line, problem, rule);
  shadow.append(bar);
  return {
    host,
    say(words) {
      bar.setAttribute('aria-label', words.title);
      title.textContent = words.title;
      rule.textContent = words.rule;
      hide.textContent = words.hide;
      problem.textContent = words.problem;
      compare.textContent = words.compare;
      compare.hidden = words.compare === '';
      if (!host.isConnected) document.body.append(host);
    },
    remove: () => host.remove(),
  };
}
