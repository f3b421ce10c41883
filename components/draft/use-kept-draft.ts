import { useEffect, useRef, useState } from 'react';
import { useSay } from '../ui/say.tsx';
import type { Autosave } from './use-autosave.ts';

/**
 * Lets two windows on one draft converge: what another one has kept comes into this form by `take`, unless something
 * typed here waits to be kept, which then is the newest. `kept` is compared as {@link useAutosave} compares its text.
 * Returns what to tell the reader.
 */
export function useKeptDraft(kept: string, autosave: Autosave, take: (kept: string) => void): string | undefined {
  const say = useSay();
  const [told, setTold] = useState(false);
  const { isOwn, isPending, adopt } = autosave;
  const parts = useRef({ isOwn, isPending, adopt, take });
  parts.current = { isOwn, isPending, adopt, take };
  useEffect(() => {
    const { current } = parts;
    if (current.isOwn(kept)) return;
    setTold(true);
    if (current.isPending()) return;
    current.adopt(kept);
    current.take(kept);
  }, [kept]);
  return told ? say('composerChangedElsewhere') : undefined;
}
