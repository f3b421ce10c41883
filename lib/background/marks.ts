import { cellMarks } from '../evals/view/cell-status.ts';
import { Refused } from '../messaging/refused.ts';
import { type Sender, tabShows } from '../messaging/senders.ts';
import type { PreferencesStore } from '../store/preferences.ts';
import { cardStart } from './card-start.ts';
import type { ReadersView } from './readers-view.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';
import { spreadMarksShown } from './spread.ts';
import type { Tabs } from './tabs.ts';

interface MarkParts {
  tabs: Tabs;
  desk: Pick<ReportDesk, 'read' | 'latest'>;
  view: ReadersView;
  preferences: Pick<PreferencesStore, 'read' | 'write'>;
  submission: Pick<Handlers, 'createDraft'>;
}

/** What the background answers about the marks in a model's card. */
export function createMarkHandlers({
  tabs,
  desk,
  view,
  preferences,
  submission,
}: MarkParts): Pick<Handlers, 'readMarks' | 'showMarks' | 'draftFromCard'> {
  return {
    async readMarks(repo, sender) {
      const tabId = ofTab('readMarks', repo, sender);
      const report = await view.of(await desk.read({ repo }, tabId));
      const { hidden } = await preferences.read();
      return { repo: report.repo, marks: cellMarks(report), shown: !hidden.includes('marks') };
    },
    async showMarks(shown) {
      const { hidden } = await preferences.read();
      const others = hidden.filter((surface) => surface !== 'marks');
      await preferences.write({ hidden: shown ? others : [...others, 'marks'] });
      await spreadMarksShown(tabs, shown);
    },
    async draftFromCard({ repo, scores }, sender) {
      ofTab('draftFromCard', repo, sender);
      const report = await desk.latest(repo);
      const wanted = new Set(scores);
      const stated = report?.groups.flatMap((group) => group.scores.filter(({ id }) => wanted.has(id))) ?? [];
      const entries = stated.flatMap((score) => (report && cardStart(score, report)) ?? []);
      if (entries.length === 0) throw new Refused(`The report of ${repo} at hand has no such score of its card.`);
      await submission.createDraft({ repo: report?.repo ?? repo, entries, open: 'tab' }, sender);
    },
  };
}

/** The sender's tab, which must show the repository that it speaks of. */
function ofTab(type: string, repo: string, sender: Sender): number {
  const tabId = sender.tab?.id;
  if (tabId !== undefined && tabShows(sender, repo)) return tabId;
  throw new Refused(`"${type}" speaks of ${repo}, which this tab does not show`);
}
