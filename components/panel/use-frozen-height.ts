import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Long enough for what the reader unfolded to be drawn; within the half second in which a shift counts as theirs. */
const settleMs = 300;

/**
 * Holds an element's height from the moment `growing` content first stood in it until the reader does something in
 * it: what arrives later scrolls inside instead of pushing the page. Measures once, and once after each act.
 */
export function useFrozenHeight(ref: RefObject<HTMLElement | null>, hasContent: boolean, growing: boolean): void {
  const growingNow = useRef(growing);
  growingNow.current = growing;

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !hasContent) return;
    const freeze = () => {
      if (growingNow.current) element.style.blockSize = `${element.offsetHeight}px`;
    };
    // With the frame, where the browser lays the page out anyway: asking here would make this task the longer by it.
    const frame = requestAnimationFrame(freeze);
    return () => {
      cancelAnimationFrame(frame);
      element.style.blockSize = '';
    };
  }, [ref, hasContent]);

  useEffect(() => {
    const element = ref.current;
    if (!element || !hasContent) return;
    let settled: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      element.style.blockSize = '';
      clearTimeout(settled);
      settled = setTimeout(() => {
        if (growingNow.current) element.style.blockSize = `${element.offsetHeight}px`;
      }, settleMs);
    };
    const panel = element.parentElement ?? element;
    panel.addEventListener('click', release, true);
    panel.addEventListener('input', release, true);
    window.addEventListener('resize', release);
    return () => {
      clearTimeout(settled);
      panel.removeEventListener('click', release, true);
      panel.removeEventListener('input', release, true);
      window.removeEventListener('resize', release);
    };
  }, [ref, hasContent]);
}
