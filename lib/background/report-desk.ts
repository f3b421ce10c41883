import type { Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import type { ReportRequest } from '../messaging/protocol.ts';

/** What the desk asks of `gather`; the network, the cache and the clock are bound to it already. */
export type GatherReport = (
  repo: string,
  options: {
    signal: AbortSignal;
    off: LoaderName[];
    everyPullRequest: boolean;
    openDiscussions?: number;
    stored?: Report;
    onSnapshot(report: Report): void;
  },
) => Promise<Report>;

/** Who wants a report: a tab, by its id, or one request of an extension page. */
export type Wanter = number | symbol;

export interface ReportDesk {
  /** The finished report: from the store when it is fresh, else gathered; one gathering serves all who want it. */
  read(request: ReportRequest, wanter: Wanter, openDiscussions?: number): Promise<Report>;
  /** The newest snapshot at hand, without asking anyone. */
  latest(repo: string): Promise<Report | undefined>;
  /** This wanter wants nothing any more, but perhaps `but`. A gathering that nobody wants is given up. */
  release(wanter: Wanter, but?: string): void;
  /** What was answered just now no longer holds: settings have changed, or the store was cleared. */
  forget(): void;
}

export interface DeskParts {
  gather: GatherReport;
  store: { read(repo: string): Promise<Report | undefined>; write(report: Report): Promise<void> };
  off(): Promise<LoaderName[]>;
  now(): number;
  onSnapshot(report: Report): void;
}

interface Job {
  wanted: Set<Wanter>;
  abort: AbortController;
  everyPullRequest: boolean;
  latest?: Report;
  done: Promise<Report>;
}

/**
 * A report younger than this is answered without asking the Hub. Long enough that going to and fro between a model's
 * tabs costs nothing, short enough that a pull request just opened is there at the next look.
 */
export const FRESH_MS = 2 * 60_000;

/**
 * The same question within this time of its answer gets the same answer, gaps and all: the detector and the panel of
 * one page ask one after the other.
 */
export const JUST_NOW_MS = 10_000;

/** One desk for all reports of this worker. */
export function createReportDesk({ gather, store, off, now, onSnapshot }: DeskParts): ReportDesk {
  const jobs = new Map<string, Job>();
  const justNow = new Map<string, { report: Report; at: number }>();

  function answered(repo: string): Report | undefined {
    for (const [key, { at }] of justNow) if (now() - at >= JUST_NOW_MS) justNow.delete(key);
    return justNow.get(repo.toLowerCase())?.report;
  }

  async function run(request: ReportRequest, job: Job, openDiscussions: number | undefined): Promise<Report> {
    const grew = (report: Report) => {
      if (job.abort.signal.aborted) return;
      job.latest = report;
      onSnapshot(report);
    };
    const [stored, loadersOff] = await Promise.all([store.read(request.repo), off()]);
    if (stored && !request.refresh && !request.everyPullRequest && now() - stored.at < FRESH_MS) {
      grew(stored);
      return stored;
    }
    if (stored) grew({ ...stored, stored: true });
    const report = await gather(request.repo, {
      signal: job.abort.signal,
      off: loadersOff,
      everyPullRequest: job.everyPullRequest,
      ...(openDiscussions !== undefined && { openDiscussions }),
      ...(stored && { stored }),
      onSnapshot: grew,
    });
    job.abort.signal.throwIfAborted();
    justNow.set(request.repo.toLowerCase(), { report, at: now() });
    await store.write(report);
    grew(report);
    return report;
  }

  return {
    async read(request, wanter, openDiscussions) {
      const key = request.repo.toLowerCase();
      const running = jobs.get(key);
      const recent = running || request.refresh || request.everyPullRequest ? undefined : answered(key);
      if (recent) return recent;
      if (running && (running.everyPullRequest || !request.everyPullRequest)) {
        running.wanted.add(wanter);
        return running.done;
      }
      const job: Job = {
        wanted: running?.wanted ?? new Set(),
        abort: running?.abort ?? new AbortController(),
        everyPullRequest: request.everyPullRequest ?? false,
        done: Promise.reject(new Error('not begun')),
      };
      job.done.catch(() => undefined);
      job.wanted.add(wanter);
      jobs.set(key, job);
      const before = running ? running.done.catch(() => undefined) : Promise.resolve();
      job.done = before
        .then(() => run(request, job, openDiscussions))
        .finally(() => {
          if (jobs.get(key) === job) jobs.delete(key);
        });
      return job.done;
    },
    async latest(repo) {
      return jobs.get(repo.toLowerCase())?.latest ?? answered(repo) ?? (await store.read(repo));
    },
    release(wanter, but) {
      for (const [key, job] of jobs) {
        if (key === but?.toLowerCase() || !job.wanted.delete(wanter) || job.wanted.size > 0) continue;
        jobs.delete(key);
        job.abort.abort();
      }
    },
    forget: () => justNow.clear(),
  };
}
