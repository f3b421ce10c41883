import type { Say } from '../../evals/say.ts';
import type { CellMark, CellStatus } from '../../evals/view/cell-status.ts';
import { createHost, isolateKeys } from '../host.ts';
import { MARK_STYLE } from './styles.ts';

/** The element of a mark, at the end of its cell. */
export const MARK = 'crosscheck-mark';

/** Shapes of 6 by 6: a check, a triangle, a circle with a slash, a plus. Told apart without their colours. */
const SHAPES: Record<CellStatus, string> = {
  agrees: 'M.6 3.3 2.3 5 5.4 1.1',
  differs: 'M3 .7 5.5 5.3H.5Z',
  apart: 'M5.5 3A2.5 2.5 0 1 1 .5 3a2.5 2.5 0 0 1 5 0M1.3 4.7 4.7 1.3',
  new: 'M3 .5v5M.5 3h5',
};

/** Of several figures in one cell the loudest is drawn; the name says them all. */
const LOUDEST: readonly CellStatus[] = ['differs', 'new', 'apart', 'agrees'];

const SVG = 'http://www.w3.org/2000/svg';

export interface MarkEvents {
  /** The mark was clicked, or Enter pressed on it; `adding` with Ctrl, Cmd or Shift. */
  chosen(marks: readonly CellMark[], adding: boolean): void;
  /** An arrow key: to the next mark or the one before, or by Home and End to the first or last. */
  moved(from: HTMLElement, to: 'next' | 'previous' | 'first' | 'last'): void;
}

export interface Mark {
  host: HTMLElement;
  /** Draws what the cell's figures stand for now. */
  draw(marks: readonly CellMark[], selected: boolean): void;
  focus(): void;
}

const MOVES: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/** A mark that is not in the page yet. */
export function createMark(document: Document, tokens: string, say: Say, events: MarkEvents): Mark {
  const { host, shadow } = createHost(document, MARK, tokens + MARK_STYLE);
  host.lang = say.locale;
  isolateKeys(host);
  const hook = document.createElement('span');
  const button = document.createElement('button');
  const drawing = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  button.type = 'button';
  drawing.setAttribute('viewBox', '0 0 6 6');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(path);
  button.append(drawing);
  hook.append(button);
  shadow.append(hook);
  let shown: readonly CellMark[] = [];
  let drawn: string | undefined;
  const hint = createHint(host, shadow, button);

  const choose = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    hint.hide();
    events.chosen(shown, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  // A click on the mark is no click on the author's cell.
  host.addEventListener('click', (event) => event.stopPropagation());
  button.addEventListener('click', choose);
  button.addEventListener('keydown', (event) => {
    const move = MOVES[event.key];
    if (event.key === 'Escape') hint.hide();
    else if (event.key === 'Enter') choose(event);
    else if (move && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      events.moved(host, move);
    }
  });

  return {
    host,
    draw(marks, selected) {
      shown = marks;
      const looks = JSON.stringify([marks.map((mark) => [mark.status, mark.name]), selected]);
      if (looks === drawn) return;
      drawn = looks;
      const status = LOUDEST.find((one) => marks.some((mark) => mark.status === one)) ?? 'new';
      const name = marks.map((mark) => say(mark.name)).join('; ');
      button.dataset.status = status;
      button.toggleAttribute('data-selected', selected);
      button.ariaLabel = selected ? say('marksSelected', name) : name;
      path.setAttribute('d', SHAPES[status]);
      path.toggleAttribute('fill', status === 'differs');
    },
    focus: () => button.focus({ preventScroll: true }),
  };
}

/** The mark's name in words for who sees it, while the pointer or the focus is on it. It is clipped by nothing. */
function createHint(host: HTMLElement, shadow: ShadowRoot, button: HTMLElement) {
  let hint: HTMLElement | undefined;
  const hide = () => {
    host.ownerDocument.removeEventListener('scroll', place, true);
    hint?.remove();
    hint = undefined;
  };
  const show = () => {
    hide();
    hint = host.ownerDocument.createElement('div');
    hint.popover = 'manual';
    hint.ariaHidden = 'true';
    hint.textContent = button.ariaLabel;
    shadow.append(hint);
    hint.showPopover?.();
    host.ownerDocument.addEventListener('scroll', place, true);
    place();
  };
  // It is fixed in the window, and the mark is not.
  function place() {
    if (!hint) return;
    const at = button.getBoundingClientRect();
    const { width, height } = hint.getBoundingClientRect();
    const { clientWidth } = host.ownerDocument.documentElement;
    hint.style.left = `${Math.max(8, Math.min(at.right - width, clientWidth - width - 8))}px`;
    hint.style.top = `${at.top >= height + 8 ? at.top - height : at.bottom}px`;
  }
  host.addEventListener('pointerenter', show);
  host.addEventListener('pointerleave', hide);
  button.addEventListener('focus', () => button.matches(':focus-visible') && show());
  button.addEventListener('blur', hide);
  return { hide };
}
