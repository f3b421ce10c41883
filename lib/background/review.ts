import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { namedBenchmarks, reviewPullRequest, reviewText } from '../draft/review.ts';
import type { Report } from '../evals/report.ts';
import { browserSay } from '../evals/say.ts';
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
  /** Epoch milliseconds. */
  now(): number;
}

/** Benchmarks whose board is asked for one review; each is a request. */
const MOST_BOARDS = 6;

/** What the background answers about a pull request's page. */
export function createReviewHandlers({ desk, boards, now }: ReviewParts): ReviewHandlers {
  return {
    async readReview({ repo, pullRequest }, sender) {
      const tabId = sender.tab?.id;
      if (tabId === undefined || !tabShows(sender, repo)) {
        throw new Refused(`"readReview" speaks of ${repo}, which this tab does not show`);
      }
      const report = await desk.read({ repo }, tabId);
      const named = namedBenchmarks(report, pullRequest).slice(0, MOST_BOARDS);
      const review = reviewPullRequest(report, pullRequest, await groundBenchmarks(boards, named), now());
      if (!review) return undefined;
      const { i18n } = browser;
      const say = browserSay((key, texts) => i18n.getMessage(key as never, texts), i18n.getUILanguage());
      return { ...review, text: reviewText(review, say) };
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
