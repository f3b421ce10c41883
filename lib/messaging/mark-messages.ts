import type { CellMark } from '../evals/view/cell-status.ts';

/** What is to be marked in a model's rendered card, as one snapshot of its report has it. */
export interface CardMarks {
  repo: string;
  marks: CellMark[];
}

/** The messages of the marks in the card; a part of `Protocol`. */
export interface MarkProtocol {
  /**
   * Marks → background: what to mark on the page of their tab, when its report is finished, and whether the reader wants
   * to see it; meanwhile `marksGrew` carries the snapshots. Undefined where the tab shows no model's card.
   */
  readMarks(): (CardMarks & { shown: boolean }) | undefined;
  /** Background → marks of a tab: a newer snapshot. */
  marksGrew(marks: CardMarks): void;
  /** Marks or panel → background: hide all marks, or show them again. */
  showMarks(shown: boolean): void;
  /** Background → marks of a tab: the reader has hidden all marks, or shows them again. */
  marksShown(shown: boolean): void;
  /** A page of the Hub → background: begin a draft with these scores of its card; the composer opens in a tab. */
  draftFromCard(which: { repo: string; scores: string[] }): void;
}
