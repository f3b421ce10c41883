import type { Report } from '../../lib/evals/report.ts';
import type { PageKind, PageSeen, TabReport } from '../../lib/messaging/protocol.ts';

/** What the popup has to say: one kind for everything that a tab can be. */
export type PopupState =
  | { kind: 'waiting' }
  | { kind: 'no-access' }
  | { kind: 'elsewhere' }
  | { kind: 'unseen' }
  | { kind: 'no-scores'; page: Exclude<PageKind, 'model'> }
  | { kind: 'reading'; repo: string }
  | { kind: 'failed'; repo?: string }
  | {
      kind: 'report';
      repo: string;
      report: Report;
      /** Something is still being read, or the report is from the store and being checked. */
      reading: boolean;
      /** It could not be checked or read again, and may be old. */
      failed: boolean;
      /** The tab shows the model card, where the panel stands. */
      onCard: boolean;
    };

/** The tab that the popup speaks of, as far as the browser tells of it. */
export interface ThisTab {
  id: number;
  /** What its address says; null for every page that is not the Hub's, whose address the browser keeps to itself. */
  page: PageSeen | null;
}

/** What is known so far; a field is absent while its answer is still awaited. */
export interface Known {
  /** Whether the browser gives the extension the Hub's pages. */
  access?: boolean;
  tab?: ThisTab;
  /** The background's word about the tab, from the page's own header. */
  seen?: TabReport | null;
  /** The finished report. */
  report?: Report;
  /** Somebody asked for the report (again) and the answer is on its way. */
  asking: boolean;
  failed: boolean;
}

const isPending = (report: Report) => report.stored || Object.values(report.loaders).includes('pending');

/** The page as it was seen; a detector that did not speak leaves it to the address. */
function pageOf(tab: ThisTab | undefined, seen: TabReport | null | undefined): PageSeen | undefined {
  if (seen && seen.page.kind !== 'other') return seen.page;
  return tab?.page ?? undefined;
}

/** The model that the tab shows, once its page has been seen. */
export function repoOf(seen: TabReport | null | undefined): string | undefined {
  return seen?.page.kind === 'model' ? (seen.page.facts?.repo ?? seen.page.repo) : undefined;
}

/** Whether the background has nothing more to say about a tab. */
export function isFinal(tab: ThisTab | undefined, seen: TabReport | null | undefined): boolean {
  if (pageOf(tab, seen)?.kind !== 'model') return seen !== undefined;
  return seen?.report !== undefined && !isPending(seen.report);
}

/** Decides what the popup says. */
export function popupState({ access, tab, seen, report, asking, failed }: Known): PopupState {
  if (access === undefined || tab === undefined) return { kind: failed ? 'failed' : 'waiting' };
  if (!access || seen?.access === 'missing') return { kind: 'no-access' };
  if (tab.page === null) return { kind: 'elsewhere' };
  if (seen === undefined) return { kind: failed ? 'failed' : 'waiting' };
  const page = pageOf(tab, seen);
  if (page === undefined) return { kind: 'no-scores', page: 'other' };
  if (page.kind !== 'model') return { kind: 'no-scores', page: page.kind };
  const repo = repoOf(seen);
  if (repo === undefined) return { kind: 'unseen' };
  const newest = report ?? seen?.report;
  if (!newest) return { kind: failed ? 'failed' : 'reading', repo };
  return {
    kind: 'report',
    repo: newest.facts?.id ?? newest.repo,
    report: newest,
    failed,
    reading: !failed && (asking || isPending(newest)),
    onCard: page.tab === undefined || page.tab === 'card',
  };
}
