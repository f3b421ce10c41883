import type { StopReason } from '../../lib/draft/draft.ts';
import type { MessageKey } from '../../lib/evals/message.ts';

/** Why nothing was opened, and what the reader can do: one sentence each. */
export const stopWords: Record<StopReason, { why: MessageKey; todo: MessageKey }> = {
  'signed-out': { why: 'stopSignedOut', todo: 'stopDoSignIn' },
  'token-refused': { why: 'stopTokenRefused', todo: 'stopDoSignIn' },
  'other-account': { why: 'stopOtherAccount', todo: 'stopDoLookAndConfirm' },
  forbidden: { why: 'stopForbidden', todo: 'stopDoTokenOrByHand' },
  'discussions-disabled': { why: 'stopDiscussionsDisabled', todo: 'stopDoAskOwner' },
  gated: { why: 'stopGated', todo: 'stopDoAskAccess' },
  'repo-missing': { why: 'stopRepoMissing', todo: 'stopDoModel' },
  'main-moved': { why: 'stopMainMoved', todo: 'stopDoLookAndConfirm' },
  duplicate: { why: 'stopDuplicate', todo: 'stopDoSeeProblems' },
  unchecked: { why: 'stopUnchecked', todo: 'stopDoAgain' },
  brake: { why: 'stopBrake', todo: 'stopDoLater' },
  'rate-limited': { why: 'stopRateLimited', todo: 'stopDoLater' },
  offline: { why: 'stopOffline', todo: 'stopDoOnline' },
  server: { why: 'stopServer', todo: 'stopDoAgain' },
  refused: { why: 'stopRefused', todo: 'stopDoByHand' },
  unexpected: { why: 'stopUnexpected', todo: 'stopDoByHand' },
};
