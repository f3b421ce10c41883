/** A list that could not be read may be asked for again after this, in ms: the page draws its cards anew many times a minute. */
const AGAIN_MS = 30_000;

/** Which lists a page has asked for: each once, and one that failed once more when some time has passed. */
export function createAskedLists(now: () => number) {
  const next = new Map<string, number>();
  return {
    /** Whether the list may be asked for; it then counts as asked for. */
    mayAsk(key: string): boolean {
      if (now() < (next.get(key) ?? 0)) return false;
      next.set(key, now() + AGAIN_MS);
      return true;
    },
    /** The list was read: it is not asked for again. */
    answered: (key: string) => void next.set(key, Number.POSITIVE_INFINITY),
  };
}
