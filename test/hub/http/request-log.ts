/** One request as the local Hub saw it. */
export interface LoggedRequest {
  method: string;
  /** Path and query as sent. */
  path: string;
  status: number;
  /** Bytes of the answer's body as transferred (compressed where the client asked for it). */
  bytes: number;
  /** Milliseconds from the request's head to the answer's end. */
  duration: number;
  /** Epoch milliseconds of the request's head. */
  at: number;
  /** Whether the Hub's session cookie came along; its value is not kept. */
  cookie: boolean;
  /** Whether an `Authorization` header came along; its value is not kept. */
  authorization: boolean;
  origin: string | undefined;
  referer: string | undefined;
  ifNoneMatch: string | undefined;
  /** `Sec-Fetch-Dest`: `document`, `empty` (fetch), `style`, … */
  destination: string | undefined;
  /** Host header: `huggingface.co` over TLS. */
  host: string | undefined;
}

/** What a request log answers: all that matches a part of the path, a pattern, or a test. */
export function requestsLike(
  log: LoggedRequest[],
  like: string | RegExp | ((request: LoggedRequest) => boolean),
): LoggedRequest[] {
  if (typeof like === 'string') return log.filter((request) => request.path.includes(like));
  if (like instanceof RegExp) return log.filter((request) => like.test(request.path));
  return log.filter(like);
}
