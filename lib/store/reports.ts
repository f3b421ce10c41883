import type { Report } from '../evals/report.ts';
import { reportSchema } from './report-schema.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Reports that are kept: the models that a reader comes back to. A report of 20 scores has about 20 kB. */
const LIMITS = { count: 60, bytes: 3_000_000 };

export interface ReportStore extends Pick<Shelf, 'clear' | 'size'> {
  /** The last report of a repository; undefined when there is none, or none of this version's shape. */
  read(repo: string): Promise<Report | undefined>;
  /** Every kept report but those of private repositories, which the Hub may have closed to this reader since. */
  all(): Promise<Report[]>;
  write(report: Report): Promise<void>;
  remove(repo: string): Promise<void>;
}

/** Whether a report must stay off the disk: private, gated, or of a repository that did not say what it is. */
export function isSecret({ facts }: Report): boolean {
  return !facts || facts.private || facts.gated !== false;
}

/**
 * Reports by repository. A shape of another version is not migrated but read again from the Hub: a report is a copy
 * of what stands there, never the reader's own work.
 */
export function createReportStore(now: () => number): ReportStore {
  const disk = createShelf('local', 'report', { ...LIMITS, now });
  const memory = createShelf('session', 'report', { ...LIMITS, now });
  const keyOf = (repo: string) => repo.toLowerCase();
  return {
    async read(repo) {
      const [secret, known] = await Promise.all([memory.get(keyOf(repo)), disk.get(keyOf(repo))]);
      const read = reportSchema.safeParse(secret ?? known);
      return read.success ? read.data : undefined;
    },
    async all() {
      const kept = (await Promise.all([memory.all(), disk.all()])).flat();
      const reports = kept.flatMap((value) => reportSchema.safeParse(value).data ?? []);
      return reports.filter(({ facts }) => !facts?.private);
    },
    async write(report) {
      const [keep, drop] = isSecret(report) ? [memory, disk] : [disk, memory];
      await Promise.all([keep.set(keyOf(report.repo), report), drop.remove(keyOf(report.repo))]);
    },
    async remove(repo) {
      await Promise.all([disk.remove(keyOf(repo)), memory.remove(keyOf(repo))]);
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
