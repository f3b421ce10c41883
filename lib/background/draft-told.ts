import type { Draft } from '../draft/draft.ts';
import { sendMessage } from '../messaging/messenger.ts';
import type { ReportDesk } from './report-desk.ts';
import { repoOf, sameRepo, type Tabs } from './tabs.ts';

/** Tells the extension's pages of a draft as it is now. Nobody listening is no error. */
export function tellDraft(draft: Draft): void {
  void sendMessage('draftChanged', draft).catch(() => undefined);
}

/** Something was opened or closed in a repository: the tabs that show it get its report anew. */
export async function showOpened(tabs: Tabs, desk: Pick<ReportDesk, 'read' | 'release'>, repo: string): Promise<void> {
  const showing = await tabs.where(({ page }) => sameRepo(repoOf(page), repo));
  if (showing.length === 0) return;
  const asking = Symbol(repo);
  // The snapshots on the way go to the tabs by themselves.
  await desk
    .read({ repo, refresh: true }, asking)
    .catch(() => undefined)
    .finally(() => desk.release(asking));
}
