import { z } from 'zod';

/** How to spoil the answer; all parts may be combined. */
export const misbehaviourSchema = z.strictObject({
  /** Path and query: a substring, with `*` for anything; or a regular expression. Matches raw and decoded paths. */
  path: z.union([z.string(), z.strictObject({ source: z.string(), flags: z.string().optional() })]),
  method: z.string().optional(),
  /** Only for the first so many matching requests; for ever when absent. */
  times: z.int().positive().optional(),
  /** Let so many matching requests pass first. */
  after: z.int().nonnegative().optional(),
  /** Milliseconds before anything is answered. */
  latency: z.number().nonnegative().optional(),
  /** Answers this status with the Hub's body and headers for it (401, 403, 404, 429, 500, …). */
  status: z.int().min(100).max(599).optional(),
  /** With `status`: `X-Error-Code`, such as `GatedRepo`. */
  code: z.string().optional(),
  /** With `status`: the message in the body and in `X-Error-Message`. */
  message: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** For 429: seconds until the window ends (`RateLimit` `t` and `Retry-After`); default 60. */
  retryAfter: z.number().nonnegative().optional(),
  /** Answers these bytes instead, with status 200 unless `status` says otherwise. */
  body: z.string().optional(),
  contentType: z.string().optional(),
  /** Cuts a JSON answer in half, so that it does not parse. */
  malformedJson: z.boolean().optional(),
  /** Fills the answer up to this many bytes with YAML comment lines. */
  hugeBytes: z.int().positive().optional(),
  /** Destroys the connection: at once, or after so many bytes of the body. */
  cut: z.union([z.literal(true), z.int().nonnegative()]).optional(),
  /** Sends the body in pieces at this rate. */
  bytesPerSecond: z.number().positive().optional(),
});

export type MisbehaviourJson = z.infer<typeof misbehaviourSchema>;
export type Misbehaviour = Omit<MisbehaviourJson, 'path'> & { path: MisbehaviourJson['path'] | RegExp };

/** A misbehaviour at work. */
export interface ActiveMisbehaviour {
  wish: Misbehaviour;
  /** Matching requests so far, spoiled or let pass. */
  seen: number;
  /** Requests spoiled so far. */
  hits: number;
  stop(): void;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(path: Misbehaviour['path']): RegExp {
  if (path instanceof RegExp) return new RegExp(path.source, path.flags.replace(/[gy]/g, ''));
  if (typeof path === 'string') return new RegExp(path.split('*').map(escapePattern).join('.*'));
  return new RegExp(path.source, path.flags?.replace(/[gy]/g, ''));
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The list of misbehaviours; the first one that matches and is not used up applies. */
export class Misbehaviours {
  #active: (ActiveMisbehaviour & { pattern: RegExp })[] = [];

  add(wish: Misbehaviour): ActiveMisbehaviour {
    const active = {
      wish,
      pattern: patternOf(wish.path),
      seen: 0,
      hits: 0,
      stop: () => {
        this.#active = this.#active.filter((other) => other !== active);
      },
    };
    this.#active.push(active);
    return active;
  }

  clear(): void {
    this.#active = [];
  }

  /** The misbehaviour for this request, counted as used. */
  take(method: string, path: string): Misbehaviour | undefined {
    for (const active of this.#active) {
      const { wish } = active;
      if (wish.method !== undefined && wish.method.toUpperCase() !== method) continue;
      if (!active.pattern.test(path) && !active.pattern.test(decoded(path))) continue;
      if (wish.times !== undefined && active.hits >= wish.times) continue;
      active.seen++;
      if (active.seen <= (wish.after ?? 0)) continue;
      active.hits++;
      return wish;
    }
    return undefined;
  }
}
