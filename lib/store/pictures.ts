import * as z from 'zod/mini';
import type { Picture } from '../messaging/protocol.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Fewer than reports: a picture of 20 scores has about 80 kB, and only a page that is seen again soon gains by it. */
const LIMITS = { count: 20, bytes: 2_000_000 };

/** Pictures that a living worker has in memory. */
const AT_HAND = 5;

/** Texts, and elements of a tag, attributes that are texts, and children; by hand, because a page waits for thousands. */
function areDrawn(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const nodes = waiting.pop();
    if (!Array.isArray(nodes)) return false;
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (!Array.isArray(node) || node.length !== 3) return false;
      const [tag, attributes, children]: unknown[] = node;
      if (typeof tag !== 'string' || !areTexts(attributes)) return false;
      waiting.push(children);
    }
  }
  return true;
}

const areTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string');

/** A sheet that asks for nothing from anywhere, however it is written: ours has no address, and no escape to hide one in. */
const sheet = z.string().check(z.maxLength(100_000), z.regex(/^(?!.*(\burl\(|\bimage-set\(|\bsrc\(|@import|\\))/is));

/** Reads a picture, from storage or from the panel that took it. */
export const pictureSchema: z.ZodMiniType<Picture> = z.object({
  css: sheet,
  lang: z.string().check(z.maxLength(40)),
  drawn: z.custom<Picture['drawn']>(areDrawn),
  size: z.exactOptional(z.object({ height: z.number(), window: z.number() })),
});

export interface PictureStore extends Pick<Shelf, 'clear' | 'size'> {
  read(repo: string): Promise<Picture | undefined>;
  write(repo: string, picture: Picture): Promise<void>;
  remove(repo: string): Promise<void>;
}

/** How panels looked, by repository; only ever of public ones. Made anew by each visit, so never migrated. */
export function createPictureStore(now: () => number): PictureStore {
  const shelf = createShelf('local', 'picture', { ...LIMITS, now });
  // The one thing that is worth having at hand: a page is painted while this is read.
  const atHand = new Map<string, Picture>();
  const keyOf = (repo: string) => repo.toLowerCase();
  return {
    async read(repo) {
      const known = atHand.get(keyOf(repo));
      if (known) return known;
      const read = pictureSchema.safeParse(await shelf.get(keyOf(repo)));
      return read.success ? read.data : undefined;
    },
    write(repo, picture) {
      atHand.delete(keyOf(repo));
      atHand.set(keyOf(repo), picture);
      const [oldest] = atHand.keys();
      if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest);
      return shelf.set(keyOf(repo), picture);
    },
    remove(repo) {
      atHand.delete(keyOf(repo));
      return shelf.remove(keyOf(repo));
    },
    clear() {
      atHand.clear();
      return shelf.clear();
    },
    size: () => shelf.size(),
  };
}
