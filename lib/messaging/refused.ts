/**
 * Thrown by the background when a sender may not send what it sent. The name crosses the message border, so that
 * {@link isRefusal} knows it on the other side, where asking again would not help.
 */
export class Refused extends Error {
  override name = 'Refused';
}

/** Whether an answer is the background's refusal. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refused';
}
