import type { Report } from '../evals/report.ts';
import { sendMessage } from '../messaging/messenger.ts';

export interface Awaited {
  /** A page of ours waits for this repository's report until the promise ends. */
  until(repo: string, done: Promise<unknown>): void;
  /** Brings a snapshot to our own pages, where one of them waits for it. */
  tell(report: Report): void;
}

/** Which reports pages of ours are waiting for: snapshots go to tabs of the Hub, and to these pages only while they wait. */
export function createAwaited(): Awaited {
  const waiting = new Map<string, number>();
  const count = (key: string, by: 1 | -1) => {
    const now = (waiting.get(key) ?? 0) + by;
    if (now > 0) waiting.set(key, now);
    else waiting.delete(key);
  };
  return {
    until(repo, done) {
      const key = repo.toLowerCase();
      count(key, 1);
      const end = () => count(key, -1);
      done.then(end, end);
    },
    tell(report) {
      if (!waiting.has(report.repo.toLowerCase())) return;
      // The page may have been closed meanwhile.
      sendMessage('reportGrew', report).catch(() => undefined);
    },
  };
}
