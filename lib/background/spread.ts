import type { Report } from '../evals/report.ts';
import { cellMarks } from '../evals/view/cell-status.ts';
import { sendMessage } from '../messaging/messenger.ts';
import type { PanelState } from '../messaging/protocol.ts';
import { badgeOf, showBadge } from './badge.ts';
import { repoOf, sameRepo, type Tabs } from './tabs.ts';

/** Nobody listening is no error: tabs close, panels are not there yet. */
const quietly = (sending: Promise<unknown>) => sending.catch(() => undefined);

/** Brings a snapshot to the toolbar badge and the panel of every tab that shows the repository. */
export async function spreadReport(tabs: Tabs, report: Report): Promise<void> {
  const showing = await tabs.where(({ page }) => sameRepo(repoOf(page), report.repo));
  const living = await tabs.where(({ page, living }) => sameRepo(repoOf(page), report.repo) && living.length > 0);
  // The panels first: to put the badge into words takes its time.
  const told = living.map((tabId) => quietly(sendMessage('reportGrew', report, { tabId, frameId: 0 })));
  const marks = { repo: report.repo, marks: cellMarks(report) };
  const cards = await tabs.where(({ page, living }) => {
    return page.tab === 'card' && sameRepo(repoOf(page), report.repo) && living.length > 0;
  });
  told.push(...cards.map((tabId) => quietly(sendMessage('marksGrew', marks, { tabId, frameId: 0 }))));
  // The browser's first words of a language take it 40 ms; the report of a thousand scores was copied just now.
  await new Promise((resolve) => setTimeout(resolve));
  const badge = badgeOf(report);
  await Promise.all([...told, ...showing.map((tabId) => showBadge(tabId, badge))]);
}

/** Brings the newest snapshot to a panel that came while the gathering runs. */
export async function catchUp(tabId: number, report: Report): Promise<void> {
  await quietly(sendMessage('reportGrew', report, { tabId, frameId: 0 }));
}

/** Tells every panel but the one that said so how panels stand now. */
export async function spreadPanelState(tabs: Tabs, state: PanelState, but?: number): Promise<void> {
  const living = await tabs.where(({ living }) => living.length > 0);
  const others = living.filter((tabId) => tabId !== but);
  await Promise.all(others.map((tabId) => quietly(sendMessage('panelStateChanged', state, { tabId, frameId: 0 }))));
}

/** Tells the marks of every tab whether the reader wants to see them. */
export async function spreadMarksShown(tabs: Tabs, shown: boolean): Promise<void> {
  const living = await tabs.where(({ living }) => living.length > 0);
  await Promise.all(living.map((tabId) => quietly(sendMessage('marksShown', shown, { tabId, frameId: 0 }))));
}
