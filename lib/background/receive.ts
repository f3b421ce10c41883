import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { firstMisfit } from '../evals/what-fits.ts';
import { onMessage } from '../messaging/messenger.ts';
import type { Protocol } from '../messaging/protocol.ts';
import { checkSender, type Heard, type Sender } from '../messaging/senders.ts';
import { type DataOf, SCHEMAS } from './schemas.ts';

/** Answers one message; the data has been read by its schema and the sender checked. */
export type Handler<K extends Heard> = (
  data: DataOf<K>,
  sender: Sender,
) => ReturnType<Protocol[K]> | Promise<ReturnType<Protocol[K]>>;

export type Handlers = { [K in Heard]: Handler<K> };

/** A handler behind its two checks. Throws `Refused` for a sender, a readable `TypeError` for data. */
export async function answer<K extends Heard>(type: K, data: unknown, sender: Sender, handlers: Handlers) {
  checkSender(type, sender, { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) });
  const schema: z.ZodMiniType<DataOf<K>> = SCHEMAS[type];
  const read = schema.safeParse(data);
  if (!read.success) throw new TypeError(`"${type}" carries unreadable data: ${firstMisfit(read.error)}`);
  return handlers[type](read.data, sender);
}

/** Registers all handlers of the background, at once: a woken worker hears only what is registered in its first turn. */
export function receive(handlers: Handlers): void {
  for (const type of Object.keys(SCHEMAS) as Heard[]) {
    onMessage(type, (message) => answer(type, message.data, message.sender, handlers) as never);
  }
}
