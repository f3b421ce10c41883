import type { Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import type { ReportRequest } from '../messaging/protocol.ts';
import type { ReportStore } from '../store/reports.ts';
import { asAllowed, isFresh, nothingRead, ranTheSame, wasTakenAway } from './standing.ts';

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

/** Who wants a report: a tab, by its id, or one question of an extension page. */
export type Wanter = number | symbol;

export interface ReportDesk {
  /**
   * The finished report: from the store when it is fresh, else gathered; one gathering serves all who want it.
   * Rejects when it was given up because nobody wanted it any more.
   */
  read(request: ReportRequest, wanter: Wanter, openDiscussions?: number): Promise<Report>;
  /** The newest snapshot of a gathering that still runs. */
  running(repo: string): Report | undefined;
  /** The newest report at hand, without asking the Hub. */
  latest(repo: string): Promise<Report | undefined>;
  /** This wanter wants nothing any more, but perhaps `but`. A gathering that nobody wants is given up. */
  release(wanter: Wanter, but?: string): void;
  /** What was answered just now no longer holds: settings have changed, or the store was cleared. */
  forget(): void;
}

export interface DeskParts {
  gather: GatherReport;
  store: Pick<ReportStore, 'read' | 'write' | 'remove'>;
  /** Loaders that the reader has switched off. */
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
 * The same question within this time of its answer gets the same answer, gaps and all: the detector and the panel of
 * one page ask one after the other.
 */
export const JUST_NOW_MS = 10_000;

/** One desk for all reports of this worker. */
export function createReportDesk({ gather, store, off, now, onSnapshot }: DeskParts): ReportDesk {
  const jobs = new Map<string, Job>();
  const shown = createShown();
  const justNow = new Map<string, { report: Report; at: number }>();

  function answered(repo: string): Report | undefined {
    for (const [key, { at }] of justNow) if (now() - at >= JUST_NOW_MS) justNow.delete(key);
    return justNow.get(repo.toLowerCase())?.report;
  }

  async function run(request: ReportRequest, job: Job, openDiscussions: number | undefined): Promise<Report> {
    const grew = (report: Report) => {
      if (job.abort.signal.aborted) return;
      job.latest = asAllowed(report);
      shown.set(request.repo, job.latest);
      onSnapshot(job.latest);
    };
    const [kept, loadersOff] = await Promise.all([store.read(request.repo), off()]);
    job.abort.signal.throwIfAborted();
    // A private repository may have been closed to this reader since: the Hub is asked before anything is shown.
    const stored = kept && ranTheSame(kept, loadersOff) && !kept.facts?.private ? kept : undefined;
    const force = request.refresh || request.everyPullRequest;
    if (stored) {
      const fresh = !force && isFresh(stored, now());
      grew({ ...stored, stored: !fresh });
      if (fresh) return stored;
    }
    const report = await gather(request.repo, {
      signal: job.abort.signal,
      off: loadersOff,
      everyPullRequest: job.everyPullRequest,
      ...(openDiscussions !== undefined && { openDiscussions }),
      ...(stored && { stored }),
      onSnapshot: grew,
    });
    job.abort.signal.throwIfAborted();
    const answer = asAllowed(report);
    justNow.set(request.repo.toLowerCase(), { report: answer, at: now() });
    // A full disk or a failed write costs the next visit its head start, not this one its report.
    if (wasTakenAway(report)) await store.remove(request.repo).catch(() => undefined);
    else if (!nothingRead(report)) await store.write(report).catch(() => undefined);
    grew(answer);
    return answer;
  }

  function begin(key: string, request: ReportRequest, wanter: Wanter, openDiscussions?: number): Promise<Report> {
    // One that looks into more begins when the one that runs is done: by then the cache holds the rest.
    const before = jobs.get(key);
    const wanted = (before?.wanted ?? new Set()).add(wanter);
    const abort = before?.abort ?? new AbortController();
    const turn = before?.done.catch(() => undefined) ?? Promise.resolve();
    const job: Job = {
      wanted,
      abort,
      everyPullRequest: request.everyPullRequest ?? false,
      ...(before?.latest && { latest: before.latest }),
      done: turn
        .then(() => run(request, job, openDiscussions))
        .finally(() => {
          if (jobs.get(key) === job) jobs.delete(key);
        }),
    };
    jobs.set(key, job);
    return job.done;
  }

  return {
    async read(request, wanter, openDiscussions) {
      const key = request.repo.toLowerCase();
      const job = jobs.get(key);
      if (job && (job.everyPullRequest || !request.everyPullRequest)) {
        job.wanted.add(wanter);
        return job.done;
      }
      const again = request.refresh || request.everyPullRequest ? undefined : answered(key);
      return again ?? begin(key, request, wanter, openDiscussions);
    },
    running: (repo) => jobs.get(repo.toLowerCase())?.latest,
    async latest(repo) {
      return jobs.get(repo.toLowerCase())?.latest ?? answered(repo) ?? shown.get(repo) ?? (await store.read(repo));
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

/** Reports that readers may be looking at; more tabs than this are not looked at at once. */
const MOST_SHOWN = 20;

/** The last snapshots that were shown, with the gaps and the age that the kept reports do not have. */
function createShown() {
  const reports = new Map<string, Report>();
  return {
    get: (repo: string) => reports.get(repo.toLowerCase()),
    set(repo: string, report: Report) {
      const key = repo.toLowerCase();
      reports.delete(key);
      reports.set(key, report);
      const [oldest] = reports.keys();
      if (reports.size > MOST_SHOWN && oldest !== undefined) reports.delete(oldest);
    },
  };
}
