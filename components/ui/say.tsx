import { createContext, type ReactNode, useContext } from 'react';
import type { Say } from '../../lib/evals/say.ts';

const SayContext = createContext<Say | undefined>(undefined);

/** Gives every component below the reader's language. */
export function SayProvider({ say, children }: { say: Say; children: ReactNode }) {
  return <SayContext value={say}>{children}</SayContext>;
}

/** The reader's language; throws outside a {@link SayProvider}, so that no sentence is ever lost in silence. */
export function useSay(): Say {
  const say = useContext(SayContext);
  if (!say) throw new Error('useSay needs a SayProvider above it');
  return say;
}
