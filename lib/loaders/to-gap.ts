import type { Message, MessageKey } from '../evals/message.ts';
import type { Gap, GapReason } from '../evals/report.ts';
import { HubError } from '../hub/hub-error.ts';
import type { ToGap } from './loader.ts';

/** Every reason has a sentence of its own: what happened, and what the reader can do. */
const sentences = {
  offline: 'gapOffline',
  timeout: 'gapTimeout',
  'rate-limited': 'gapRateLimited',
  'sign-in': 'gapSignIn',
  gated: 'gapGated',
  'no-access': 'gapNoAccess',
  forbidden: 'gapForbidden',
  disabled: 'gapDisabled',
  'repo-missing': 'gapRepoMissing',
  'entry-missing': 'gapEntryMissing',
  'revision-missing': 'gapRevisionMissing',
  server: 'gapServer',
  unexpected: 'gapUnexpected',
  'too-large': 'gapTooLarge',
  aborted: 'gapAborted',
} as const satisfies Record<GapReason, MessageKey>;

/** `12:04` on the reader's clock; in 24 hours, which needs no translation. */
function clock(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function sentenceOf({ reason, retryAt, status }: HubError): Message {
  const key = sentences[reason];
  // The minute in which the wait ends is not over yet.
  if (reason === 'rate-limited') return { key, args: [clock((retryAt ?? 0) + 59_999)] };
  if (reason === 'server') return { key, args: [String(status ?? 500)] };
  return { key };
}

/** The gap of a failed loader. What is no {@link HubError} is a fault of ours, and said as `unexpected` with its words. */
export const toGap: ToGap = (loader, thrown) => {
  const error =
    thrown instanceof HubError
      ? thrown
      : new HubError({ reason: 'unexpected', path: '', detail: String(thrown).slice(0, 200) });
  return {
    loader,
    reason: error.reason,
    message: sentenceOf(error),
    ...(error.retryAt !== undefined && { retryAt: error.retryAt }),
    ...(error.detail !== undefined && { detail: error.detail }),
  } satisfies Gap;
};
