import { createHub } from '../hub/hub.ts';
import { checkSource } from '../loaders/check-source.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, tabShows } from '../messaging/senders.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';

interface SourceParts {
  desk: Pick<ReportDesk, 'latest'>;
  fetch: typeof fetch;
  /** Epoch milliseconds. */
  now(): number;
}

export type SourceHandlers = Pick<Handlers, 'checkSource' | 'checkDraftSource'>;

/** What the background answers when the reader asks what a score's source says. A page of the Hub names a score, never a URL. */
export function createSourceHandlers({ desk, fetch, now }: SourceParts): SourceHandlers {
  const hub = createHub({ base: 'https://huggingface.co', fetch, credentials: 'include', now });
  return {
    async checkSource({ repo, score: id }, sender) {
      if (isHubUrl(sender.url) && !tabShows(sender, repo)) {
        throw new Refused(`"checkSource" speaks of ${repo}, which this tab does not show`);
      }
      const report = await desk.latest(repo);
      const score = report?.groups.flatMap(({ scores }) => scores).find((one) => one.id === id);
      if (!report || !score) return undefined;
      return checkSource(hub, { repo: report.repo, score, signal: new AbortController().signal });
    },
    checkDraftSource({ repo, url, ...claim }) {
      const score = { ...claim, value: Number(claim.valueText), source: { url } };
      return checkSource(hub, { repo, score, signal: new AbortController().signal });
    },
  };
}
