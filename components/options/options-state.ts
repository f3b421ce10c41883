import type { Message } from '../../lib/evals/message.ts';
import type { Account } from '../../lib/messaging/draft-messages.ts';
import type { CacheSize, PanelState, Settings } from '../../lib/messaging/protocol.ts';

/** All that the reader can choose on the options page. */
export type Choices = Settings & Pick<PanelState, 'collapsed'>;

/** The extension's shortcut as the browser has it, and how it is changed there. */
export interface Shortcut {
  /** Such as `Alt+Shift+S`; empty when none is set. */
  keys: string;
  /** The browser page where it is changed; a page cannot link there. */
  address: string;
  /** Firefox keeps it behind a menu of that page. */
  browser: 'chromium' | 'firefox';
}

/** What was just done, for the live region. */
export interface Said {
  message: Message;
  /** The choices before it can be had back. */
  undo: boolean;
  /** What was wrong with an imported file. */
  errors?: Message[];
}

export interface OptionsProps {
  choices: Choices;
  /** Whose pull requests are; undefined while it is asked. */
  account: Account | null | undefined;
  cache: CacheSize | undefined;
  shortcut: Shortcut | undefined;
  version: string;
  said: Said | undefined;
  /** `message` is what the live region says once the change is kept. */
  onChange(change: Partial<Choices>, message: Message): void;
  onReset(): void;
  onUndo(): void;
  onExport(): void;
  onImport(file: File): void;
  onSignOut(): void;
  onClearCache(): void;
  onCopy(text: string): void;
}
