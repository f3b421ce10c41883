export interface Body {
  text: string;
  /** Bytes of the whole body; of one that was cut, as its sender says, and at least one more than allowed. */
  bytes: number;
  /** The body goes on; reading stopped at `maxBytes`. */
  truncated: boolean;
}

/**
 * The body as UTF-8, read piece by piece and cut at `maxBytes`, so that a huge answer never stands in memory as a
 * whole. A byte order mark stays: who reads a file wants it as it is. Rejects as the stream does.
 */
export async function readBody(response: Response, maxBytes: number): Promise<Body> {
  if (!response.body) return { text: '', bytes: 0, truncated: false };
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), bytes, truncated: false };
    const room = maxBytes - bytes;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => undefined);
      // The length of a compressed answer is that of its packed form, hence "at least".
      const said = Number(response.headers.get('content-length') ?? 0);
      // What is left in the decoder is half a character, and stays out.
      return {
        text: text + decoder.decode(value.subarray(0, room), { stream: true }),
        bytes: Math.max(bytes, said),
        truncated: true,
      };
    }
    text += decoder.decode(value, { stream: true });
  }
}
