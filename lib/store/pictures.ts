import { z } from 'zod';
import type { KeptPicture } from '../messaging/protocol.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Fewer than reports: a picture of 20 scores has about 80 kB, and only a page that is seen again soon gains by it. */
const LIMITS = { count: 20, bytes: 3_000_000 };

const drawnSchema: z.ZodType<KeptPicture['drawn'][number]> = z.lazy(() =>
  z.union([z.string(), z.tuple([z.string(), z.record(z.string(), z.string()), z.array(drawnSchema)])]),
);

/** Reads a picture, from storage or from the panel that took it. */
export const pictureSchema: z.ZodType<KeptPicture> = z.object({
  css: z.string().max(100_000),
  lang: z.string().max(40),
  collapsed: z.boolean(),
  drawn: z.array(drawnSchema),
});

export interface PictureStore extends Pick<Shelf, 'clear' | 'size'> {
  read(repo: string): Promise<KeptPicture | undefined>;
  write(repo: string, picture: KeptPicture): Promise<void>;
  remove(repo: string): Promise<void>;
}

/** How panels looked, by repository; only ever of public ones. Made anew by each visit, so never migrated. */
export function createPictureStore(now: () => number): PictureStore {
  const shelf = createShelf('local', 'picture', { ...LIMITS, now });
  return {
    async read(repo) {
      // What was written has been read by the schema; what draws it takes nothing on trust either.
      const kept = await shelf.get(repo.toLowerCase());
      const read = pictureHead.safeParse(kept);
      return read.success ? (kept as KeptPicture) : undefined;
    },
    write: (repo, picture) => shelf.set(repo.toLowerCase(), picture),
    remove: (repo) => shelf.remove(repo.toLowerCase()),
    clear: () => shelf.clear(),
    size: () => shelf.size(),
  };
}
