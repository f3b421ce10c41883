import type { GapReason } from '../evals/report.ts';

/** What is known of a request that gave nothing. */
export interface HubFailure {
  reason: GapReason;
  /** What was asked for, from the first slash on; never a header. */
  path: string;
  /** HTTP status; absent when there was no answer. */
  status?: number;
  /** Epoch milliseconds; for `rate-limited`. */
  retryAt?: number;
  /** What came back, in the Hub's own words, cut at 200 characters. */
  detail?: string;
}

/** A request that gave nothing, with the reason in the words of {@link GapReason}. Plain texts only: no header, token or cookie. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly reason: GapReason;
  readonly path: string;
  readonly status?: number;
  readonly retryAt?: number;
  readonly detail?: string;

  constructor(failure: HubFailure) {
    super(`${failure.reason}: ${failure.path}${failure.detail ? ` (${failure.detail})` : ''}`);
    this.reason = failure.reason;
    this.path = failure.path;
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.retryAt !== undefined) this.retryAt = failure.retryAt;
    if (failure.detail !== undefined) this.detail = failure.detail;
  }
}

/** Reasons that hold for every further request of the moment: asking for the next thing would only fail again. */
export function isGeneral(error: unknown): error is HubError {
  return error instanceof HubError && ['offline', 'rate-limited', 'aborted'].includes(error.reason);
}

/** The gate of a gated repository: its info, tree and discussions stay open to everyone, its files do not. */
export function isGate(error: unknown): boolean {
  return error instanceof HubError && (error.reason === 'gated' || error.reason === 'no-access');
}

/** The Hub's own word that there is no such file or folder; any other 404 may be of something between us and it. */
export const isNoEntry = (error: unknown): boolean =>
  error instanceof HubError && error.reason === 'entry-missing' && /entry ?not ?found/i.test(error.detail ?? '');
