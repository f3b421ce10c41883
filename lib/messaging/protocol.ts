import type { BenchmarkSpec, Board, BoardRequest, BoardTop, OfficialBenchmark } from '../evals/board/board.ts';
import type { Thresholds } from '../evals/checks/thresholds.ts';
import type { VerdictName } from '../evals/dismissal.ts';
import type { Explanation } from '../evals/explanation.ts';
import type { Message } from '../evals/message.ts';
import type { Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import type { DraftProtocol } from './draft-messages.ts';
import type { ListProtocol } from './list-messages.ts';
import type { MarkProtocol } from './mark-messages.ts';
import type { SourceProtocol } from './source-messages.ts';

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

/** What the reader chose on the options page. */
export interface Settings {
  /** Loaders that must not run. What is off is named, so that a loader which comes later runs. */
  off: LoaderName[];
  place: PanelState['place'];
  /** Where the warnings begin. */
  thresholds: Thresholds;
  /** What must not be shown on the Hub's pages. What is hidden is named, so that a surface which comes later shows. */
  hidden: Surface[];
}

/** What the reader can switch off as a whole: the chips on the cards of lists, the marks in model cards. */
export type Surface = 'chips' | 'marks';

/** What became of a settings file: the settings that hold now, and what was wrong with the file (then nothing changed). */
export interface SettingsImport {
  settings: Settings;
  errors: Message[];
}

/** What is kept on this device and in memory: reports and the files that they were read from. */
export interface CacheSize {
  reports: number;
  bytes: number;
}

/** Where a tab stands, for the popup. */
export interface TabReport {
  page: PageSeen;
  report?: Report;
  /** The browser lets us see this tab, but the reader has taken away (or not yet given) access to the Hub. */
  access?: 'missing';
}

/** Which report, and how hard to try. */
export interface ReportRequest {
  repo: string;
  /** Ask the Hub again even when a fresh report is at hand. */
  refresh?: boolean;
  /** Look into every open pull request, not only those that speak of evaluation. */
  everyPullRequest?: boolean;
}

/** Verdicts of one repository's report, by their scores and codes. */
export interface NamedVerdicts {
  repo: string;
  verdicts: VerdictName[];
}

/** A node of a picture: a text, or an element with its attributes and children. Plain data, safe to store and to send. */
export type Drawn = string | [tag: string, attributes: Record<string, string>, children: Drawn[]];

/** The panel as it looked when the reader was last here; shown until the panel itself is drawn. */
export interface Picture {
  /** The panel's style sheet, kept with the picture: the detector that hangs it brings none of its own. */
  css: string;
  lang: string;
  drawn: Drawn[];
  /** How high the panel was, and how wide the window was then, in px. */
  size?: { height: number; window: number };
}

/**
 * The messages between contexts. All are intents; none carries a header or a token, nor, but for `checkDraftSource`, a URL to fetch.
 * Who may send which is in `senders.ts`.
 */
export interface Protocol extends DraftProtocol, ListProtocol, MarkProtocol, SourceProtocol {
  /** Detector → background, at every page and client-side navigation. Answers nothing. */
  pageSeen(page: PageSeen): void;
  /** Detector → background: how the panel of this public model looked last. */
  readPicture(repo: string): Picture | undefined;
  /** Panel → background: how the panel looks now that nothing is pending. */
  keepPicture(kept: { repo: string; picture: Picture }): void;
  /** Panel or popup → background. Answers with the finished report; meanwhile `reportGrew` carries the snapshots. */
  readReport(request: ReportRequest): Report;
  /** Background → panel of a tab: a newer complete snapshot. */
  reportGrew(report: Report): void;
  readPanelState(): PanelState;
  writePanelState(state: Partial<PanelState>): PanelState;
  /**
   * Background → living panel of a tab: the tab shows this page now (client-side navigation, or the header's facts
   * came). Answers whether a panel lives there; without an answer one is injected.
   */
  pageChanged(page: PageSeen): boolean;
  /** Background → panel of a tab: the reader changed the panel's state elsewhere. */
  panelStateChanged(state: PanelState): void;
  /** Popup → panel of a tab: unfold, scroll into view, take focus. Answers whether there was a panel. */
  showPanel(): boolean;
  /** Popup → background. Undefined when the tab shows no page of the Hub. */
  readTab(tabId: number): TabReport | undefined;
  /** Panel → background: all that is behind the verdict on two scores; undefined when the report at hand has no such two. */
  readExplanation(pair: { repo: string } & VerdictName): Explanation | undefined;
  /** Panel → background: these are not to be shown until a value changes. The report comes anew by `reportGrew`. */
  dismissVerdicts(which: NamedVerdicts): void;
  /** Panel → background: these are to be shown again. */
  restoreVerdicts(which: NamedVerdicts): void;
  /** Panel → background: open the options page. */
  openOptions(): void;
  readSettings(): Settings;
  writeSettings(change: Partial<Settings>): Settings;
  resetSettings(): Settings;
  /** The settings as a JSON text with its version, to be kept in a file. */
  exportSettings(): string;
  importSettings(text: string): SettingsImport;
  clearCache(): void;
  cacheSize(): CacheSize;
  /** The Hub's own list of benchmarks; kept for a day. Rejects when it could not be read. */
  readOfficialBenchmarks(): OfficialBenchmark[];
  /** What a dataset's `eval.yaml` says. Never rejects for the Hub's sake: what failed is among its gaps. */
  readBenchmark(dataset: string): BenchmarkSpec;
  /** Background → tab: does a script of benchmark pages live there? */
  boardLives(): boolean;
  /** One leaderboard; one request to the Hub, two with `bases`. What failed is among its gaps. */
  readBoard(request: BoardRequest): Board;
  /** What the margin shows of the same leaderboard, by the same request to the Hub. */
  readBoardTop(request: BoardRequest): BoardTop;
}
