import pLimit from 'p-limit';
import { answerError } from './answer-error.ts';
import { HubError } from './hub-error.ts';
import { type Body, readBody } from './read-body.ts';

export interface HubOptions {
  /** `https://huggingface.co`, without a slash at the end. */
  base: string;
  fetch: typeof fetch;
  /** `include` reads as the page's own reader; there is no other login here. */
  credentials: RequestCredentials;
  /** Epoch milliseconds. */
  now(): number;
  /** For one answer, headers and body together. */
  timeoutMs?: number;
  maxInFlight?: number;
  /** Waits, or rejects when the signal aborts. */
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
}

export interface GetOptions {
  signal: AbortSignal;
  /** A longer body is given up: `too-large`. 8 MiB unless told. */
  maxBytes?: number;
  /** Keep the beginning of a body that is too long instead. */
  keepHead?: boolean;
}

export interface HubAnswer extends Body {
  headers: Headers;
}

/** The only way to the Hub's HTTP. Reads only. */
export interface Hub {
  /** GETs a path of `urls.ts`. Rejects with a {@link HubError}, never with anything else. */
  get(path: string, options: GetOptions): Promise<HubAnswer>;
}

/** A 429 that asks for no more than this is waited for; a longer one is told to the reader. */
const shortWaitMs = 4000;
/** Waits before the second and the third try of a GET that failed on the way. */
const retryWaitsMs = [300, 900];

function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** One Hub for all that reads from it: the requests in flight and the wait after a 429 are counted here. */
export function createHub(options: HubOptions): Hub {
  const { base, credentials, now, timeoutMs = 15_000, sleep = sleepFor } = options;
  const limit = pLimit(options.maxInFlight ?? 6);
  const origin = new URL(base).origin;
  let heldUntil = 0;

  async function once(path: string, { signal, maxBytes = 8 * 1024 * 1024, keepHead }: GetOptions): Promise<HubAnswer> {
    if (signal.aborted) throw new HubError({ reason: 'aborted', path });
    if (now() < heldUntil) throw new HubError({ reason: 'rate-limited', path, status: 429, retryAt: heldUntil });
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      // `no-cache` lets the browser revalidate by ETag: an unchanged answer costs a 304.
      const response = await options.fetch(base + path, {
        credentials,
        cache: 'no-cache',
        signal: AbortSignal.any([signal, timeout]),
      });
      if (response.url && new URL(response.url).origin !== origin) {
        await response.body?.cancel();
        throw new HubError({ reason: 'unexpected', path, detail: 'sent on to another host' });
      }
      if (!response.ok) throw answerError(path, response, (await readBody(response, 16 * 1024)).text, now());
      const body = await readBody(response, maxBytes);
      if (body.truncated && !keepHead)
        throw new HubError({ reason: 'too-large', path, detail: `more than ${maxBytes} bytes` });
      return { ...body, headers: response.headers };
    } catch (cause) {
      if (cause instanceof HubError) throw cause;
      if (signal.aborted) throw new HubError({ reason: 'aborted', path });
      if (timeout.aborted) throw new HubError({ reason: 'timeout', path, detail: `no answer within ${timeoutMs} ms` });
      throw new HubError({
        reason: 'offline',
        path,
        detail: cause instanceof Error ? cause.message.slice(0, 200) : 'no answer',
      });
    }
  }

  /** How long to wait before the next try; undefined when there is no point in one. */
  function waitBefore(error: HubError, tries: number): number | undefined {
    if (error.reason === 'rate-limited') {
      const wait = (error.retryAt ?? 0) - now();
      if (wait <= shortWaitMs && tries < 2) return Math.max(wait, 0);
      heldUntil = Math.max(heldUntil, error.retryAt ?? 0);
      return undefined;
    }
    const wait = retryWaitsMs[tries];
    if (wait === undefined || (error.reason !== 'offline' && error.reason !== 'server')) return undefined;
    return wait * (0.5 + Math.random());
  }

  async function get(path: string, request: GetOptions): Promise<HubAnswer> {
    for (let tries = 0; ; tries++) {
      try {
        return await limit(() => once(path, request));
      } catch (cause) {
        const error =
          cause instanceof HubError
            ? cause
            : new HubError({ reason: 'unexpected', path, detail: String(cause).slice(0, 200) });
        const wait = waitBefore(error, tries);
        if (wait === undefined) throw error;
        await sleep(wait, request.signal).catch(() => {
          throw new HubError({ reason: 'aborted', path });
        });
      }
    }
  }

  return { get };
}
