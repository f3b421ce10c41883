import type { Message } from './message.ts';

/** What the Hub says of a file that it could not read, put into our words. */
export interface HubComplaint {
  rule: string;
  message: Message;
  at?: string;
}

/**
 * Reads the Hub's error of a file, which is the text of zod's `prettifyError`: `✖ Invalid input: expected string,
 * received undefined`, then perhaps `→ at [0].dataset.task_id`. Only the first of several is put into words; the
 * whole text stays beside it.
 */
export function readHubComplaint(error: string): HubComplaint {
  const [, expected, received] = /expected (\w+), received (\w+)/.exec(error) ?? [];
  const [, at] = /(?:→|\*)? ?at (\[?[\w[\].]+)/.exec(error.slice(0, 1000)) ?? [];
  const name = at?.replace(/^\[\d+\]\.?/, '') || at;
  if (expected === 'array' && !at) return { rule: 'schema/not-a-list', message: { key: 'findingNotAList' } };
  if (!at || !name) return { rule: 'hub/unreadable', message: { key: 'findingHubUnreadable' } };
  if (received === 'undefined')
    return { rule: 'schema/required', message: { key: 'findingMissing', args: [name] }, at };
  if (received === 'null') return { rule: 'schema/required', message: { key: 'findingEmpty', args: [name] }, at };
  return { rule: 'schema/type', message: { key: 'findingHubField', args: [name] }, at };
}

/** The fields that the Hub's error names, such as `[18].source.url`. */
export function namedFields(error: string): string[] {
  return [...error.matchAll(/at (\[[\w[\].]+)/g)].flatMap(([, at]) => at ?? []);
}
