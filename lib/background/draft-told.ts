import type { Draft } from '../draft/draft.ts';
import { sendMessage } from '../messaging/messenger.ts';

/** Tells the extension's pages of a draft as it is now. Nobody listening is no error. */
export function tellDraft(draft: Draft): void {
  void sendMessage('draftChanged', draft).catch(() => undefined);
}
