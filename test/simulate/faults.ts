import { setTimeout as wait } from 'node:timers/promises';

/** What may become of one request. */
export const FAULTS = [
  /** The line is dead before the request leaves. */
  'cut-before',
  /** The Hub does it, and the line is dead before the answer comes. */
  'cut-after',
  /** The line is dead at once, and the Hub does it some time later. */
  'cut-late',
  '500-before',
  '500-after',
  /** The Hub does it, and its answer is no JSON. */
  'garbled',
  '409',
  '412',
  '429-short',
  '429-long',
  /** The token was revoked; from now on, every request with it. */
  'revoked',
] as const;

export type Fault = (typeof FAULTS)[number];

const refused = (status: number, error: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ error }), { status, headers });

/** Does a request as the fault has it. `late` is told of what the Hub still does after the line is dead. */
export async function faulty(fault: Fault, request: () => Promise<Response>, late: (work: Promise<unknown>) => void) {
  switch (fault) {
    case 'cut-before':
      throw new TypeError('fetch failed');
    case 'cut-after':
      await request();
      throw new TypeError('terminated');
    case 'cut-late':
      late(wait(40).then(request));
      throw new TypeError('terminated');
    case '500-before':
      return refused(500, 'Internal Error');
    case '500-after':
      await request();
      return refused(502, 'Bad Gateway');
    case 'garbled':
      await request();
      return new Response('<html>', { status: 200 });
    case '409':
    case '412':
      return refused(Number(fault), 'A commit has happened since. Please refresh and try again.');
    case '429-short':
      return refused(429, 'Too many requests', { 'retry-after': '3' });
    case '429-long':
      return refused(429, 'Too many requests', { 'retry-after': '240' });
    default:
      return refused(401, 'Invalid username or password.');
  }
}
