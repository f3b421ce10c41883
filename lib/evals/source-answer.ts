import type { Message } from './message.ts';

/** A number found in a file that a score names as its source. */
export interface FoundNumber {
  /** The row or line as it stands there, cut. */
  quote: string;
  /** 1-based. */
  line: number;
}

/** What the page that a score names as its source says, looked at because the reader asked. */
export type SourceAnswer =
  /** A table gives this very value to this model. */
  | ({ kind: 'states'; row: string; column: string } & FoundNumber)
  /** A table gives this value to another model, and maybe another one to this. */
  | ({ kind: 'beside'; row: string; column: string; valueText?: string } & FoundNumber)
  /** A table gives another value to this model. */
  | ({ kind: 'other'; row: string; column: string; valueText: string } & FoundNumber)
  /** The number stands there, and nothing that could be read says what it means. */
  | ({ kind: 'mentions' } & FoundNumber)
  /** All of it was read, and the number does not stand there. */
  | { kind: 'silent' }
  /** It could not be looked at, and why. */
  | { kind: 'unread'; why: Message };
