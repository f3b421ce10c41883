import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { namedBenchmarks } from '../draft/review.ts';
import type { Report } from '../evals/report.ts';
import { sendMessage } from '../messaging/messenger.ts';
import type { PageSeen } from '../messaging/protocol.ts';
import { Refused } from '../messaging/refused.ts';
import { tabShows } from '../messaging/senders.ts';
import type { BoardHandlers } from './boards.ts';
import { groundBenchmarks } from './ground-benchmarks.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';

export type ReviewHandlers = Pick<Handlers, 'readReview'>;

interface ReviewParts {
  desk: Pick<ReportDesk, 'read'>;
  boards: Pick<BoardHandlers, 'readBenchmark' | 'readBoard'>;
}

/** Benchmarks whose board is asked for one review; each is a request. */
const MOST_BOARDS = 6;

/** What the background answers about a pull request's page: what is known; the page's script judges it. */
export function createReviewHandlers({ desk, boards }: ReviewParts): ReviewHandlers {
  return {
    async readReview({ repo, pullRequest }, sender) {
      const tabId = sender.tab?.id;
      if (tabId === undefined || !tabShows(sender, repo)) {
        throw new Refused(`"readReview" speaks of ${repo}, which this tab does not show`);
      }
      const report = await desk.read({ repo }, tabId);
      const named = namedBenchmarks(report, pullRequest).slice(0, MOST_BOARDS);
      return { report, ...(await groundBenchmarks(boards, named)) };
    },
  };
}

const REVIEW = '/content-scripts/review.js' as ScriptPublicPath;

/** Puts the review's script into the community pages of a model, where an open pull request states anything at all. */
export async function placeReview(tabId: number, { kind, tab }: PageSeen, report: Report): Promise<void> {
  if (kind !== 'model' || tab !== 'community') return;
  const isThere = [...report.findings, ...report.groups.flatMap(({ scores }) => scores.flatMap((one) => one.origins))];
  if (!isThere.some(({ pullRequest }) => pullRequest !== undefined)) return;
  const living = await sendMessage('reviewLives', undefined, { tabId, frameId: 0 }).catch(() => false);
  if (living) return;
  await browser.scripting
    .executeScript({ target: { tabId }, files: [REVIEW] })
    // A page that was left meanwhile, or a browser that keeps extensions out.
    .catch(() => undefined);
}
