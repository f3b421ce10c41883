import { createContext, useContext } from 'react';
import type { DraftGround } from '../../lib/draft/ground.ts';
import type { Problem, ProblemLink } from '../../lib/draft/problem.ts';
import type { SourceLook, SourceQuestion } from '../../lib/draft/source-look.ts';
import type { Place } from './places.ts';

/** What the lines of problems need of the composer around them. */
export interface ProblemsContext {
  /** False once the draft is on its way: it then says what was sent. */
  editable: boolean;
  /** Warnings that the reader has accepted. */
  accepted: readonly string[];
  onAccept(problem: Problem, accepted: boolean): void;
  /** Takes the change that a problem offers. */
  onOffer(problem: Problem): void;
  /** Where a problem's evidence stands on the Hub. */
  placeOf(link: ProblemLink): Place | undefined;
}

/** What the fields of a draft of scores need besides. */
export interface ComposerContext {
  /** Part of every control's id, so that two composers can stand on one page. */
  prefix: string;
  /** As in {@link ProblemsContext}. */
  editable: boolean;
  problems: readonly Problem[];
  ground: DraftGround | undefined;
  /** What looking at sources gave. */
  looks: readonly SourceLook[];
  /** Looks at a source; never rejects. */
  onLook(question: SourceQuestion): Promise<void>;
}

const Problems = createContext<ProblemsContext | undefined>(undefined);
const Composer = createContext<ComposerContext | undefined>(undefined);

export const ProblemsProvider = Problems.Provider;
export const ComposerProvider = Composer.Provider;

function given<T>(value: T | undefined): T {
  if (!value) throw new Error('this needs a composer above it');
  return value;
}

/** What the composer gives to its problems. */
export const useProblems = (): ProblemsContext => given(useContext(Problems));

/** What the composer of scores gives to its fields. */
export const useComposer = (): ComposerContext => given(useContext(Composer));
