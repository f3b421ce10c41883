/** As many as browsers follow: https://fetch.spec.whatwg.org/#http-redirect-fetch */
const MOST = 20;

/**
 * A `fetch` of plain Node that follows redirects on the host it was sent to, and no further: no other host hears of the
 * question, which ends in an answer that has the other host's `url` and nothing else of it. In the extension the
 * browser sees to that, by the manifest's content security policy. Rejects with a `TypeError`, as `fetch` does.
 */
export const sameHostFetch: typeof fetch = async (input, init) => {
  let url = new URL(input instanceof Request ? input.url : input);
  for (let times = 0; times <= MOST; times++) {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const location = response.status >= 301 && response.status <= 308 ? response.headers.get('location') : null;
    if (location === null) return response;
    const next = URL.parse(location, url);
    if (next?.origin !== url.origin)
      return Object.defineProperty(response, 'url', { value: next?.href ?? 'about:blank' });
    await response.body?.cancel();
    url = next;
  }
  throw new TypeError(`sent on more than ${MOST} times`);
};
