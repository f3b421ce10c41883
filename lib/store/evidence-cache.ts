import type { EvidenceCache } from '../loaders/loader.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** What was read of files and pull requests: two items a model, of 10 kB where there are twenty scores. */
const LIMITS = { count: 200, bytes: 2_500_000 };

/** The loaders' cache. What is secret is kept in memory only, and leaves the disk when it was public before. */
export function createEvidenceCache(now: () => number): EvidenceCache & Pick<Shelf, 'clear' | 'size'> {
  const disk = createShelf('local', 'evidence', { ...LIMITS, now });
  const memory = createShelf('session', 'evidence', { ...LIMITS, now });
  return {
    async get(key) {
      const [secret, known] = await Promise.all([memory.get(key), disk.get(key)]);
      return secret ?? known;
    },
    async set(key, value, privacy) {
      const [keep, drop] = privacy === 'secret' ? [memory, disk] : [disk, memory];
      await Promise.all([keep.set(key, value), drop.remove(key)]);
    },
    async clear() {
      await Promise.all([disk.clear(), memory.clear()]);
    },
    async size() {
      const [a, b] = await Promise.all([disk.size(), memory.size()]);
      return { count: a.count + b.count, bytes: a.bytes + b.bytes };
    },
  };
}
