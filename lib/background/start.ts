import { browser } from 'wxt/browser';
import { createHub } from '../hub/hub.ts';
import type { gather as gatherReport } from '../loaders/gather.ts';
import { createDismissals } from '../store/dismissals.ts';
import { createEvidenceCache } from '../store/evidence-cache.ts';
import { createOfficialList } from '../store/official-list.ts';
import { createPictureStore } from '../store/pictures.ts';
import { createPreferences } from '../store/preferences.ts';
import { createReportStore } from '../store/reports.ts';
import { createAwaited } from './awaited.ts';
import { createBoardHandlers } from './boards.ts';
import { createSourceHandlers } from './check-source.ts';
import { showOpened } from './draft-told.ts';
import { createHandlers } from './handlers.ts';
import { createListHandlers } from './lists.ts';
import { refreshOpenTabs, showPanelOfActiveTab } from './open-tabs.ts';
import { createPatientFetch } from './patient-fetch.ts';
import { withPictures } from './pictures.ts';
import { createReadersView } from './readers-view.ts';
import { receive } from './receive.ts';
import { createReportDesk } from './report-desk.ts';
import { spreadReport } from './spread.ts';
import { createSubmission } from './submission.ts';
import { createTabs } from './tabs.ts';

const HUB = 'https://huggingface.co';

export interface World {
  gather: typeof gatherReport;
  fetch: typeof fetch;
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * Puts the background together and registers every listener in this very turn: a worker that an event has woken hears
 * nothing that is registered later. Nothing is read from the storage before an event needs it.
 */
export function startBackground({ gather, fetch, now }: World): void {
  const tabs = createTabs();
  const preferences = createPreferences();
  const dismissals = createDismissals();
  const view = createReadersView(preferences, dismissals);
  const pictures = createPictureStore(now);
  const store = withPictures(createReportStore(now), pictures);
  const cache = createEvidenceCache(now);
  const patient = createPatientFetch(fetch, now);
  const awaited = createAwaited();
  const desk = createReportDesk({
    gather: (repo, options) =>
      gather(repo, { ...options, fetch: patient, base: HUB, now, credentials: 'include', cache }),
    store,
    off: async () => {
      // The reader's view is read meanwhile, so that no snapshot waits for it.
      const [{ off }] = await Promise.all([preferences.read(), view.thresholds()]);
      return off;
    },
    now,
    onSnapshot: (report) =>
      void view.of(report).then((seen) => {
        awaited.tell(seen);
        return spreadReport(tabs, seen);
      }),
  });
  const boards = createBoardHandlers({
    hub: createHub({ fetch: patient, base: HUB, now, credentials: 'include' }),
    official: createOfficialList(now),
    store,
    now,
  });
  const { handlers: submission, resume } = createSubmission({
    base: HUB,
    fetch: patient,
    now,
    gather,
    cache,
    boards,
    makeRoom: () => Promise.all([store.clear(), cache.clear()]),
    // An `eval.yaml` changes no model's scores.
    onOpened: ({ repoType, repo }) => void (repoType === 'model' && showOpened(tabs, desk, repo)),
  });
  const lists = createListHandlers({ fetch: patient, now, preferences });
  receive(
    createHandlers({
      awaited,
      lists,
      sources: createSourceHandlers({ desk, fetch: patient, now }),
      submission,
      boards,
      tabs,
      desk,
      preferences,
      store,
      cache,
      view,
      dismissals,
      pictures,
    }),
  );

  browser.tabs.onRemoved.addListener((tabId) => {
    desk.release(tabId);
    void tabs.forget(tabId);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    // What an older version has understood of a file may be worded differently now: read again.
    void Promise.all([store.clear(), cache.clear()]).then(refreshOpenTabs);
  });
  browser.commands?.onCommand.addListener((command) => {
    if (command === 'show-panel') void showPanelOfActiveTab();
  });
  closeStorage();
  // What an earlier worker left in the middle of sending is gone on with, once everything else hears.
  void resume().catch(() => undefined);
}

/**
 * Content scripts share a process with the page and need nothing that is kept, so no area is open to them. Firefox knows
 * this for the session area alone, where it is the rule anyway.
 */
function closeStorage(): void {
  for (const area of [browser.storage.local, browser.storage.session]) {
    area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => undefined);
  }
}
