import type { Page } from 'playwright-core';
import type { Protocol } from '../../lib/messaging/protocol.ts';

/** What a message of our own pages is answered with, as the messenger puts it. */
interface Answer {
  res?: unknown;
  err?: { name: string; message: string };
}

/** Sends a message to the background from an extension page, as our own code does. Rejects as the background does. */
export async function ask<K extends keyof Protocol>(
  page: Page,
  type: K,
  data?: Parameters<Protocol[K]>[0],
): Promise<Awaited<ReturnType<Protocol[K]>>> {
  const answer = await page.evaluate(
    async ([kind, sent]) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<Answer> } } };
      return chrome.runtime.sendMessage({ id: Date.now(), type: kind, data: sent, timestamp: Date.now() });
    },
    [type, data as unknown] as const,
  );
  if (answer?.err) throw Object.assign(new Error(answer.err.message), { name: answer.err.name });
  return answer?.res as Awaited<ReturnType<Protocol[K]>>;
}
