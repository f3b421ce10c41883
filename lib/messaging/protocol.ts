import type { Report } from '../evals/report.ts';

/** What a page is, from its URL alone. */
export type PageKind = 'model' | 'dataset' | 'space' | 'list' | 'organization' | 'other';

/** What a model page's own header says; each is absent when the page does not say it. */
export interface PageFacts {
  /** The Hub's spelling, `openai-community/gpt2` for `/gpt2`. */
  repo?: string;
  openDiscussions?: number;
  discussionsDisabled?: boolean;
  gated?: boolean;
  private?: boolean;
}

/** The detector's word about the tab it runs in. */
export interface PageSeen {
  kind: PageKind;
  /** `org/name` for a model page; a legacy one-segment id stays as it is until the header or the API corrects it. */
  repo?: string;
  /** The card tab is the one that gets the panel. */
  tab?: 'card' | 'files' | 'community' | 'settings' | 'other';
  facts?: PageFacts;
}

/** What the reader set for the panel; kept between pages. */
export interface PanelState {
  collapsed: boolean;
  /** Where the panel stands: found by itself, or always docked at the window's edge. */
  place: 'auto' | 'edge';
}

/** Where a tab stands, for the popup. */
export interface TabReport {
  page: PageSeen;
  report?: Report;
}

/** Which report, and how hard to try. */
export interface ReportRequest {
  repo: string;
  /** Ask the Hub again even when a fresh report is at hand. */
  refresh?: boolean;
  /** Look into every open pull request, not only those that speak of evaluation. */
  everyPullRequest?: boolean;
}

/**
 * The messages between contexts. All are intents; none carries a URL to fetch, a header or a token.
 * Who may send which is in `senders.ts`.
 */
export interface Protocol {
  /** Detector → background, at every page and client-side navigation. Answers nothing. */
  pageSeen(page: PageSeen): void;
  /** Panel or popup → background. Answers with the finished report; meanwhile `reportGrew` carries the snapshots. */
  readReport(request: ReportRequest): Report;
  /** Background → panel of a tab: a newer complete snapshot. */
  reportGrew(report: Report): void;
  readPanelState(): PanelState;
  writePanelState(state: Partial<PanelState>): PanelState;
  /** Background → panel of a tab: the reader changed the panel's state elsewhere. */
  panelStateChanged(state: PanelState): void;
  /** Popup → panel of a tab: unfold, scroll into view, take focus. Answers whether there was a panel. */
  showPanel(): boolean;
  /** Popup → background. */
  readTab(tabId: number): TabReport | undefined;
  /** Panel → background: open the options page. */
  openOptions(): void;
}
