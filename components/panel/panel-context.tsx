import { createContext, useContext } from 'react';
import type { VerdictName } from '../../lib/evals/dismissal.ts';
import type { Explanation } from '../../lib/evals/explanation.ts';
import type { SourceAnswer } from '../../lib/evals/source-answer.ts';
import type { EntryStart } from '../../lib/messaging/draft-messages.ts';

/** A score that the reader asks for from elsewhere: its group's explanation, or where there is none its row. */
export interface Asked {
  score: string;
  /** Tells one question from the next. */
  turn: number;
  /** Whether a verdict is about it that the reader has not put away. */
  spokenOf: boolean;
}

/** What rows far down need and what hardly ever changes; what changes with each snapshot goes by props. */
export interface PanelContext {
  repo: string;
  /** Head commit of main, when known: links then lead to what was read. */
  mainSha: string | undefined;
  /** Epoch ms, new every half minute. */
  now: number;
  /** Puts a text on the clipboard; where the browser refuses, the panel shows it selected. */
  copy: (text: string) => void;
  /** All that is behind a verdict of this report; undefined when it cannot be had. */
  explain: (verdict: VerdictName) => Promise<Explanation | undefined>;
  /** What a score's source says, looked at because the reader asked; undefined when it cannot be had. */
  checkSource: (score: string) => Promise<SourceAnswer | undefined>;
  /** Puts verdicts away until a value changes. */
  dismiss: (verdicts: readonly VerdictName[]) => void;
  restore: (verdicts: readonly VerdictName[]) => void;
  /** Opens the composer with a draft of these entries; with none, an empty one. */
  startDraft: (entries: readonly EntryStart[]) => void;
  asked: Asked | undefined;
  /** Brings the cell that a score was read from into view; false where the card on the page shows none. */
  showInCard: (score: string) => boolean;
}

const Context = createContext<PanelContext | undefined>(undefined);

export const PanelContextProvider = Context.Provider;

export function usePanel(): PanelContext {
  const value = useContext(Context);
  if (!value) throw new Error('usePanel needs a Panel above it');
  return value;
}
