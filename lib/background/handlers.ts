import { browser } from 'wxt/browser';
import type { Report } from '../evals/report.ts';
import type { PageSeen, PanelState, ReportRequest, TabReport } from '../messaging/protocol.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, type Sender, tabShows } from '../messaging/senders.ts';
import type { DismissalStore } from '../store/dismissals.ts';
import type { PictureStore } from '../store/pictures.ts';
import type { Preferences, PreferencesStore } from '../store/preferences.ts';
import type { ReportStore } from '../store/reports.ts';
import type { Shelf } from '../store/shelf.ts';
import type { Awaited } from './awaited.ts';
import { badgeOf, showBadge } from './badge.ts';
import type { BoardHandlers } from './boards.ts';
import type { SourceHandlers } from './check-source.ts';
import type { ListHandlers } from './lists.ts';
import { createMarkHandlers } from './marks.ts';
import { createPictureHandlers } from './pictures.ts';
import { placeBoard } from './place-board.ts';
import { placeChips } from './place-chips.ts';
import { panelSpoke, placePanel } from './place-panel.ts';
import type { ReadersView } from './readers-view.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';
import { createReviewHandlers, placeReview } from './review.ts';
import { createSettings } from './settings.ts';
import { catchUp, spreadMarksShown, spreadPanelState } from './spread.ts';
import type { SubmissionHandlers } from './submission.ts';
import { repoOf, sameRepo, type Tabs } from './tabs.ts';
import { createVerdictHandlers, showAllAnew } from './verdicts.ts';

export interface HandlerParts {
  tabs: Tabs;
  desk: ReportDesk;
  preferences: PreferencesStore;
  store: ReportStore;
  cache: Pick<Shelf, 'clear' | 'size'>;
  view: ReadersView;
  dismissals: DismissalStore;
  pictures: PictureStore;
  boards: BoardHandlers;
  lists: ListHandlers;
  sources: SourceHandlers;
  /** Pages of ours that wait for a report. */
  awaited: Awaited;
  submission: SubmissionHandlers;
}

/** What the background answers to each message. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { tabs, desk, preferences, store, cache } = parts;
  return {
    ...createSettings(preferences, (now) => {
      desk.forget();
      void spreadPanelState(tabs, panelStateOf(now));
      void spreadMarksShown(tabs, !now.hidden.includes('marks'));
      // What they show was judged and placed by the settings before.
      void parts.pictures.clear().catch(() => undefined);
      void showAllAnew(parts).catch(() => undefined);
    }),
    ...createVerdictHandlers(parts),
    ...createPictureHandlers(parts),
    ...createMarkHandlers(parts),
    ...parts.boards,
    ...parts.lists,
    ...parts.sources,
    ...createReviewHandlers(parts),
    ...parts.submission,
    pageSeen: (page, sender) => pageSeen(parts, page, sender),
    readReport: (request, sender) => readReport(parts, request, sender),
    readTab: (tabId) => readTab(parts, tabId),
    readPanelState: async () => panelStateOf(await preferences.read()),
    async writePanelState(change, sender) {
      void parts.pictures.clear().catch(() => undefined);
      const state = panelStateOf(await preferences.write(change));
      void spreadPanelState(tabs, state, sender.tab?.id);
      return state;
    },
    openOptions: () => browser.runtime.openOptionsPage(),
    async clearCache() {
      desk.forget();
      await Promise.all([store.clear(), cache.clear()]);
    },
    async cacheSize() {
      const [reports, files] = await Promise.all([store.size(), cache.size()]);
      return { reports: reports.count, bytes: reports.bytes + files.bytes };
    },
  };
}

const panelStateOf = ({ collapsed, place }: Preferences): PanelState => ({ collapsed, place });

/** The page as far as the sender's address bears it out: a header that still shows the page before is not believed. */
function believed(page: PageSeen, sender: Sender): PageSeen {
  if (page.kind !== 'model') return page;
  const { facts, ...rest } = page;
  if (facts?.repo !== undefined && tabShows(sender, facts.repo)) return page;
  if (page.repo !== undefined && !tabShows(sender, page.repo)) {
    throw new Refused(`"pageSeen" speaks of ${page.repo}, which this tab does not show`);
  }
  return facts?.repo === undefined ? page : rest;
}

async function pageSeen(parts: HandlerParts, seen: PageSeen, sender: Sender): Promise<void> {
  const { tabs, desk, view, boards, preferences } = parts;
  const tabId = sender.tab?.id;
  if (tabId === undefined) return;
  const page = believed(seen, sender);
  const repo = repoOf(page);
  desk.release(tabId, repo);
  // The Hub is asked before anything else is looked up; failures are the panel's to show when it asks.
  const reading = repo === undefined ? undefined : desk.read({ repo }, tabId, page.facts?.openDiscussions);
  reading
    ?.then(async (report) => {
      // An answer that was at hand comes without a snapshot, and the browser empties the badge at each new page.
      const state = await tabs.get(tabId);
      if (state && sameRepo(repoOf(state.page), repo)) await showBadge(tabId, badgeOf(await view.of(report)));
    })
    .catch(() => undefined);
  reading?.then((report) => placeReview(tabId, page, report)).catch(() => undefined);
  await Promise.all([
    tabs.change(tabId, { page }),
    placePanel(tabs, tabId, page, sender),
    placeBoard(boards, tabId, page, sender),
    placeChips(tabId, page, preferences),
    repo === undefined && showBadge(tabId),
  ]);
}

async function readReport(
  { tabs, desk, view, awaited }: HandlerParts,
  request: ReportRequest,
  sender: Sender,
): Promise<Report> {
  const tabId = sender.tab?.id;
  if (isHubUrl(sender.url) && tabId !== undefined) {
    if (!tabShows(sender, request.repo)) {
      throw new Refused(`"readReport" asks for ${request.repo}, which this tab does not show`);
    }
    await panelSpoke(tabs, tabId, sender);
    const reading = desk.read(request, tabId);
    const sofar = desk.running(request.repo);
    if (sofar) void view.of(sofar).then((report) => catchUp(tabId, report));
    return view.of(await reading);
  }
  const asking = Symbol(request.repo);
  const reading = desk.read(request, asking).finally(() => desk.release(asking));
  awaited.until(request.repo, reading);
  return view.of(await reading);
}

const HUB_ORIGINS = ['https://huggingface.co/*'];

async function readTab({ tabs, desk, view }: HandlerParts, tabId: number): Promise<TabReport | undefined> {
  if (!(await browser.permissions.contains({ origins: HUB_ORIGINS }))) {
    return { page: { kind: 'other' }, access: 'missing' };
  }
  const [tab, state] = await Promise.all([browser.tabs.get(tabId).catch(() => undefined), tabs.get(tabId)]);
  if (!tab || !isHubUrl(tab.url)) return undefined;
  const repo = state && repoOf(state.page);
  if (!state || repo === undefined || !tabShows({ tab }, repo)) return { page: { kind: 'other' } };
  const report = await desk.latest(repo);
  return { page: state.page, ...(report && { report: await view.of(report) }) };
}
