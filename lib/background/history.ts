import { createHub } from '../hub/hub.ts';
import { readRowHistory } from '../loaders/row-history.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, tabShows, tabShowsDataset } from '../messaging/senders.ts';
import type { Handlers } from './receive.ts';

/** What the background answers about a row's history; a page of the Hub asks for its own model, or its own benchmark, only. */
export function createHistoryHandlers(parts: { fetch: typeof fetch; now(): number }): Pick<Handlers, 'readHistory'> {
  const hub = createHub({ base: 'https://huggingface.co', credentials: 'include', ...parts });
  return {
    readHistory(row, sender) {
      if (isHubUrl(sender.url) && !tabShows(sender, row.repo) && !tabShowsDataset(sender, row.dataset)) {
        throw new Refused(`"readHistory" asks for ${row.repo} on ${row.dataset}, and this tab shows neither`);
      }
      return readRowHistory(hub, row, new AbortController().signal);
    },
  };
}
