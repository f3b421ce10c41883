import { createContext, useContext } from 'react';
import type { DraftGround } from '../../lib/draft/ground.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import type { SourceLook, SourceQuestion } from '../../lib/draft/source-look.ts';

/** What the fields need of the composer around them. */
export interface ComposerContext {
  /** Part of every control's id, so that two composers can stand on one page. */
  prefix: string;
  /** False once the draft is on its way: it then says what was sent. */
  editable: boolean;
  problems: readonly Problem[];
  /** Warnings that the reader has accepted. */
  accepted: readonly string[];
  ground: DraftGround | undefined;
  /** What looking at sources gave. */
  looks: readonly SourceLook[];
  /** Looks at a source; never rejects. */
  onLook(question: SourceQuestion): Promise<void>;
  onAccept(problem: Problem, accepted: boolean): void;
  /** Takes the change that a problem offers. */
  onOffer(problem: Problem): void;
}

const Context = createContext<ComposerContext | undefined>(undefined);

export const ComposerProvider = Context.Provider;

/** What the composer gives to its fields. */
export function useComposer(): ComposerContext {
  const value = useContext(Context);
  if (!value) throw new Error('useComposer needs a Composer above it');
  return value;
}
