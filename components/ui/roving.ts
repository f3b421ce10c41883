import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';

const marked = '[data-roving]';

function focusOn(list: HTMLElement, target: HTMLElement | undefined): void {
  if (!target) return;
  for (const control of list.querySelectorAll<HTMLElement>(marked)) control.tabIndex = control === target ? 0 : -1;
  target.focus();
}

/**
 * One tab stop for a whole list of rows: arrows go between rows and along a row, Home and End to its ends. Rows carry
 * `data-row`, the controls in them `data-roving` and `tabIndex={-1}`. Which control is the tab stop is kept in the
 * DOM alone: React never touches a `tabIndex` that it did not change.
 */
export function useRoving(ref: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list || list.querySelector(`${marked}[tabindex="0"]`)) return;
    const first = list.querySelector<HTMLElement>(marked);
    if (first) first.tabIndex = 0;
  });

  return {
    onFocus({ target }: { target: EventTarget }) {
      const list = ref.current;
      if (!list || !(target instanceof HTMLElement) || !target.matches(marked)) return;
      for (const control of list.querySelectorAll<HTMLElement>(marked)) control.tabIndex = control === target ? 0 : -1;
    },
    onKeyDown(event: KeyboardEvent) {
      const list = ref.current;
      const control = event.target;
      if (!list || !(control instanceof HTMLElement) || !control.matches(marked)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [
        ...row.querySelectorAll<HTMLElement>(marked),
      ]);
      const y = rows.findIndex((row) => row.includes(control));
      const row = rows[y] ?? [];
      const x = row.indexOf(control);
      const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
      const inRow = (to: HTMLElement[] | undefined) => to?.[Math.min(x, to.length - 1)];
      const targets: Record<string, HTMLElement | undefined> = {
        ArrowDown: inRow(rows[y + 1]),
        ArrowUp: inRow(rows[y - 1]),
        [forward]: row[x + 1],
        [backward]: row[x - 1],
        Home: inRow(rows[0]),
        End: inRow(rows.at(-1)),
      };
      if (!(event.key in targets)) return;
      event.preventDefault();
      focusOn(list, targets[event.key]);
    },
  };
}
