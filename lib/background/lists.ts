import { browser } from 'wxt/browser';
import { cardChips } from '../evals/list/card-chips.ts';
import type { ListQuery } from '../evals/list/list.ts';
import { createHub } from '../hub/hub.ts';
import { listModels } from '../hub/list-models.ts';
import type { ListAnswer } from '../messaging/list-messages.ts';
import { sendMessage } from '../messaging/messenger.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, type Sender, tabShows, tabShowsDataset } from '../messaging/senders.ts';
import { createPins } from '../store/pins.ts';
import type { PreferencesStore } from '../store/preferences.ts';
import { createHistoryHandlers } from './history.ts';
import type { Handlers } from './receive.ts';

interface ListParts {
  fetch: typeof fetch;
  /** Epoch milliseconds. */
  now(): number;
  preferences: Pick<PreferencesStore, 'read' | 'write'>;
}

/** An answer younger than this serves a page that asks again: going to and fro between pages costs nothing. */
const FRESH_MS = 2 * 60_000;

/** Lists that are remembered, in memory only: they may name private models. */
const MOST = 20;

type ListMessage = 'readHistory' | 'readPins' | 'pin' | 'writePins' | 'openCompare' | 'readList' | 'hideChips';

export type ListHandlers = Pick<Handlers, ListMessage>;

/** What the background answers about pins and about pages that list models. */
export function createListHandlers({ fetch, now, preferences }: ListParts): ListHandlers {
  const hub = createHub({ base: 'https://huggingface.co', fetch, credentials: 'include', now });
  const pins = createPins();
  const kept = new Map<string, { at: number; models: Promise<ListAnswer['models']> }>();
  /** Models that the cards of a tab were answered about: these it may pin. */
  const shown = new Map<number, Set<string>>();

  const read = async (query: ListQuery): Promise<ListAnswer['models']> => {
    const models = await listModels(hub, query, { signal: new AbortController().signal });
    return models
      ? cardChips(
          models.map(({ id, evalResults }) => ({ id, evalResults })),
          now(),
        )
      : [];
  };

  const answerOf = (query: ListQuery): Promise<ListAnswer['models']> => {
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known && now() - known.at < FRESH_MS) return known.models;
    const models = read(query);
    kept.delete(key);
    kept.set(key, { at: now(), models });
    models.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return models;
  };

  const changed = (repos: string[]): string[] => {
    // Nobody listening is no error: most of the time no page of ours is open.
    sendMessage('pinsChanged', repos).catch(() => undefined);
    return repos;
  };

  return {
    ...createHistoryHandlers({ fetch, now }),
    readPins: () => pins.read(),
    async pin({ repo, pinned, dataset }, sender) {
      const isOnBoard = dataset !== undefined && tabShowsDataset(sender, dataset);
      if (!isOnBoard) checkShown('pin', repo, sender, shown);
      return changed(await pins.set(repo, pinned));
    },
    writePins: async (repos) => changed(await pins.write(repos)),
    async openCompare({ repo }, sender) {
      if (repo !== undefined) checkShown('openCompare', repo, sender, shown);
      const models = [...(await pins.read())];
      if (repo !== undefined && !models.some((one) => one.toLowerCase() === repo.toLowerCase())) models.unshift(repo);
      const selection = models.length > 0 ? `?${new URLSearchParams({ models: models.join(',') })}` : '';
      await browser.tabs.create({
        url: browser.runtime.getURL(`/compare.html${selection}`),
      });
    },
    async readList(query, sender) {
      const { hidden } = await preferences.read();
      if (hidden.includes('chips')) return { models: [], pins: [] };
      const [models, pinned] = await Promise.all([answerOf(query), pins.read()]);
      const tabId = sender.tab?.id;
      if (tabId !== undefined) shown.set(tabId, new Set(models.map(({ repo }) => repo.toLowerCase())));
      return { models, pins: pinned };
    },
    async hideChips() {
      const { hidden } = await preferences.read();
      if (!hidden.includes('chips')) await preferences.write({ hidden: [...hidden, 'chips'] });
    },
  };
}

/** A page of the Hub speaks of the model that it shows, or of one of those that it lists. */
function checkShown(type: string, repo: string, sender: Sender, shown: ReadonlyMap<number, Set<string>>): void {
  if (!isHubUrl(sender.url) || tabShows(sender, repo)) return;
  if (sender.tab?.id !== undefined && shown.get(sender.tab.id)?.has(repo.toLowerCase())) return;
  throw new Refused(`"${type}" speaks of ${repo}, which this tab does not show`);
}
