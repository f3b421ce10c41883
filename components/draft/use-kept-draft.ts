import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Draft } from '../../lib/draft/draft.ts';
import { useSay } from '../ui/say.tsx';
import { type DraftForm, fromForm, toForm } from './draft-form.ts';
import type { Autosave } from './use-autosave.ts';

/**
 * Lets two windows on one draft converge: what another one has kept comes into this form, unless something typed here
 * waits to be kept, which then is the newest. Returns what to tell the reader.
 */
export function useKeptDraft(form: UseFormReturn<DraftForm>, draft: Draft, autosave: Autosave): string | undefined {
  const say = useSay();
  const [told, setTold] = useState(false);
  const { isOwn, isPending, adopt } = autosave;
  const parts = useRef({ form, isOwn, isPending, adopt });
  parts.current = { form, isOwn, isPending, adopt };
  const kept = JSON.stringify(fromForm(toForm(draft)));
  useEffect(() => {
    const { current } = parts;
    if (current.isOwn(kept)) return;
    setTold(true);
    if (current.isPending()) return;
    current.adopt(kept);
    current.form.reset(toForm(JSON.parse(kept)));
  }, [kept]);
  return told ? say('composerChangedElsewhere') : undefined;
}
