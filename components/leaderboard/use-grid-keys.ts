import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

const marked = '[data-roving]';

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

/**
 * One tab stop for a table of which only the visible rows exist. Rows carry `data-index`, the controls in them
 * `data-roving` and `tabIndex={-1}`. Answers the row that must exist because the focus is or goes there.
 */
export function useGridKeys(
  ref: RefObject<HTMLElement | null>,
  rows: RefObject<Virtualizer<HTMLDivElement, Element> | null>,
  count: number,
) {
  const [active, setActive] = useState(0);
  const wanted = useRef<{ row: number; column: number }>(undefined);
  const held = Math.min(active, Math.max(0, count - 1));

  const controlsOf = (row: number) => [
    ...(ref.current?.querySelectorAll<HTMLElement>(`[data-index="${row}"] ${marked}`) ?? []),
  ];

  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const goal = wanted.current;
    const controls = goal && controlsOf(goal.row);
    if (goal && controls && controls.length > 0) {
      wanted.current = undefined;
      controls[Math.min(goal.column, controls.length - 1)]?.focus();
    }
    const stop = controlsOf(held)[0];
    if (stop && !list.querySelector(`${marked}[tabindex="0"]`)) stop.tabIndex = 0;
  });

  const move = (row: number, column: number) => {
    const next = Math.max(0, Math.min(count - 1, row));
    wanted.current = { row: next, column };
    setActive(next);
    rows.current?.scrollToIndex(next, { align: 'auto' });
    // Where the row is there already nothing is drawn anew.
    const controls = controlsOf(next);
    controls[Math.min(column, controls.length - 1)]?.focus();
  };

  return {
    held,
    onFocus({ target }: { target: EventTarget }) {
      if (!(target instanceof HTMLElement) || !target.matches(marked)) return;
      wanted.current = undefined;
      for (const control of ref.current?.querySelectorAll<HTMLElement>(marked) ?? [])
        control.tabIndex = control === target ? 0 : -1;
      const row = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index);
      if (Number.isInteger(row)) setActive(row);
    },
    onKeyDown(event: KeyboardEvent) {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !target.matches(marked)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const row = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index);
      const controls = controlsOf(row);
      const column = controls.indexOf(target);
      const rightToLeft = ref.current !== null && getComputedStyle(ref.current).direction === 'rtl';
      const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
      const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
      const moves: Record<string, () => void> = {
        ArrowDown: () => move(row + 1, column),
        ArrowUp: () => move(row - 1, column),
        PageDown: () => move(row + PAGE, column),
        PageUp: () => move(row - PAGE, column),
        Home: () => move(0, column),
        End: () => move(count - 1, column),
        [forward]: () => controls[column + 1]?.focus(),
        [backward]: () => controls[column - 1]?.focus(),
      };
      const step = moves[event.key];
      if (!step) return;
      event.preventDefault();
      step();
    },
  };
}
