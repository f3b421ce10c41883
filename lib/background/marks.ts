import { cellMarks } from '../evals/view/cell-status.ts';
import { draftStart } from '../evals/view/draft-start.ts';
import { isFromCard } from '../evals/view/from-card.ts';
import { Refused } from '../messaging/refused.ts';
import { tabShows } from '../messaging/senders.ts';
import type { PreferencesStore } from '../store/preferences.ts';
import type { ReadersView } from './readers-view.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';
import { spreadMarksShown } from './spread.ts';
import { repoOf, type Tabs } from './tabs.ts';

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
    async readMarks(_, sender) {
      const tabId = sender.tab?.id;
      const page = tabId === undefined ? undefined : (await tabs.get(tabId))?.page;
      const repo = page && repoOf(page);
      if (tabId === undefined || repo === undefined || page?.tab !== 'card' || !tabShows(sender, repo))
        return undefined;
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
      if (!tabShows(sender, repo)) {
        throw new Refused(`"draftFromCard" speaks of ${repo}, which this tab does not show`);
      }
      const report = await desk.latest(repo);
      const wanted = new Set(scores);
      const stated = report?.groups.flatMap((group) => group.scores.filter(({ id }) => wanted.has(id))) ?? [];
      const entries = stated
        .filter(isFromCard)
        .map((score) => draftStart(score, report?.repo ?? repo, report?.facts?.sha));
      if (entries.length === 0) throw new Refused(`The report of ${repo} at hand has no such score of its card.`);
      await submission.createDraft({ repo: report?.repo ?? repo, entries, open: 'tab' }, sender);
    },
  };
}
