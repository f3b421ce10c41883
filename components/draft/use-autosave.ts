import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of quiet before a change is kept, and before a failed keeping is tried again. */
const QUIET = 150;
const AGAIN = 2_000;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Autosave {
  state: SaveState;
  /** Keeps what is not kept yet, now; resolves once it is. Rejects when it could not be. */
  flush(): Promise<void>;
  /** Whether something typed here is not kept yet. */
  isPending(): boolean;
  /** Whether this text is one that was sent from here a moment ago, so that news of it is only an echo. */
  isOwn(text: string): boolean;
  /** What stands in the form came from outside: there is nothing to keep. */
  adopt(text: string): void;
}

/**
 * Keeps a text whenever it changes: after a moment of quiet, at once when the page is hidden or closed, one keeping
 * after the other, and again until it succeeds. `text` is compared as it is, so it must be the same for the same content.
 */
export function useAutosave(text: string, save: (text: string) => Promise<unknown>): Autosave {
  const [state, setState] = useState<SaveState>('saved');
  const now = useRef({ text, kept: text, save, sent: new Set<string>(), running: Promise.resolve() });
  now.current.text = text;
  now.current.save = save;

  const flush = useCallback((): Promise<void> => {
    const { current } = now;
    const attempt = current.running
      .catch(() => undefined)
      .then(async () => {
        const { text: wanted } = current;
        if (wanted === current.kept) return;
        setState('saving');
        current.sent.add(wanted);
        try {
          await current.save(wanted);
          current.kept = wanted;
          setState(current.text === wanted ? 'saved' : 'saving');
        } catch (error) {
          setState('failed');
          throw error;
        } finally {
          setTimeout(() => current.sent.delete(wanted), AGAIN);
        }
      });
    current.running = attempt;
    return attempt;
  }, []);

  useEffect(() => {
    if (text === now.current.kept) return;
    const timer = setTimeout(() => void flush().catch(() => undefined), QUIET);
    return () => clearTimeout(timer);
  }, [text, flush]);

  useEffect(() => {
    if (state !== 'failed') return;
    const timer = setInterval(() => void flush().catch(() => undefined), AGAIN);
    return () => clearInterval(timer);
  }, [state, flush]);

  useEffect(() => {
    // A page that goes does not live to see an earlier keeping end: this one is sent behind it at once.
    const leave = () => {
      const { current } = now;
      if (current.text !== current.kept) void current.save(current.text).catch(() => undefined);
    };
    const hide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    // A popup loses the focus before the browser closes it, and hears of nothing after.
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, []);

  return {
    state,
    flush,
    isPending: () => now.current.text !== now.current.kept,
    isOwn: (one) => now.current.sent.has(one) || now.current.kept === one,
    adopt: (one) => {
      now.current.kept = one;
      setState('saved');
    },
  };
}
