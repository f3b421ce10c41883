import type * as z from 'zod/mini';
import { answerError } from './answer-error.ts';
import { getJson } from './get-json.ts';
import { createHub, type Hub, type HubOptions } from './hub.ts';
import { HubError } from './hub-error.ts';
import { readBody } from './read-body.ts';

/** What is sent: JSON, or the lines of NDJSON that a commit is made of. */
export type Sent = { json: unknown } | { lines: readonly unknown[] };

export interface PostOptions {
  signal?: AbortSignal;
}

/** The Hub as one account: reads with its token, and the only code that writes. */
export interface HubWriter {
  /** Reads with the token, as everywhere else; for what only this account may see, and for what must be fresh. */
  hub: Hub;
  /**
   * POSTs once and reads the answer through a schema. Rejects with a {@link HubError}. Whether the Hub acted is open
   * when it {@link isInDoubt}; after every other error it did not.
   */
  post<T>(path: string, sent: Sent, schema: z.ZodMiniType<T>, options?: PostOptions): Promise<T>;
}

export interface HubWriterOptions extends Pick<HubOptions, 'base' | 'fetch' | 'now' | 'sleep'> {
  token: string;
  /** For one answer, headers and body together. */
  timeoutMs?: number;
}

/** Whether the Hub may have done what it was asked although no answer says so. */
export function isInDoubt(error: unknown): boolean {
  if (!(error instanceof HubError)) return true;
  if (['offline', 'timeout', 'server', 'aborted', 'too-large'].includes(error.reason)) return true;
  // An answer of success that could not be read.
  return error.reason === 'unexpected' && (error.status === undefined || error.status < 300);
}

/**
 * A writer with one token. The token goes into the `Authorization` header of requests to `base` and nowhere else: the
 * browser's cookies are never sent, redirects of writes are not followed, and no error holds it.
 */
export function createHubWriter(options: HubWriterOptions): HubWriter {
  const { base, now, token, timeoutMs = 60_000 } = options;
  const asAccount = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
  const authorization = `Bearer ${token}`;
  const withoutToken = (words: string) => words.replaceAll(token, '…');

  const hub = createHub({
    ...options,
    credentials: 'omit',
    fetch: (input, init) => options.fetch(input, { ...init, ...asAccount, headers: { authorization } }),
  });

  async function post<T>(path: string, sent: Sent, schema: z.ZodMiniType<T>, { signal }: PostOptions = {}): Promise<T> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const isLines = 'lines' in sent;
    try {
      if (signal?.aborted) throw new HubError({ reason: 'aborted', path });
      const response = await options.fetch(base + path, {
        ...asAccount,
        method: 'POST',
        redirect: 'manual',
        headers: { authorization, 'content-type': isLines ? 'application/x-ndjson' : 'application/json' },
        body: isLines ? sent.lines.map((line) => JSON.stringify(line)).join('\n') : JSON.stringify(sent.json),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      // A redirect says that the repository has another name; a browser shows it as status 0.
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        await response.body?.cancel();
        throw new HubError({ reason: 'repo-missing', path, status: 307, detail: 'the repository has moved' });
      }
      if (!response.ok) {
        throw answerError(path, response, withoutToken((await readBody(response, 16 * 1024)).text), now());
      }
      const { text } = await readBody(response, 1024 * 1024);
      const answered: Hub = { get: async () => ({ text, bytes: 0, truncated: false, headers: response.headers }) };
      return (await getJson(answered, path, schema, { signal: timeout })).value;
    } catch (cause) {
      if (cause instanceof HubError) throw cause;
      if (timeout.aborted) throw new HubError({ reason: 'timeout', path, detail: `no answer within ${timeoutMs} ms` });
      if (signal?.aborted) throw new HubError({ reason: 'aborted', path });
      const said = cause instanceof Error ? withoutToken(cause.message).slice(0, 200) : 'no answer';
      throw new HubError({ reason: 'offline', path, detail: said });
    }
  }

  return { hub, post };
}
