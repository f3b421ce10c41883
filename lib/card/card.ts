import type { FindingFacts } from '../evals/finding.ts';
import type { Message } from '../evals/message.ts';
import type { Variant } from '../evals/score.ts';

/** `percent`: on the benchmark's own scale of 0 to 100; `fraction`: 0 to 1; `other`: a scale that cannot be compared. */
export type Unit = 'percent' | 'fraction' | 'other';

/** Where in the card a score stands. */
export interface CardPlace {
  /** Headings above it, from the outermost on. */
  section: string[];
  /** The table's number in the card, from 1; null for `model-index`. */
  table: number | null;
  /** The row's label. */
  row: string;
  /** The column's header. */
  column: string;
  /** All headers of the table (of the benchmark's row, where benchmarks are columns). */
  header: string[];
  /** Remarks that hang on the row, the column or the value. */
  footnotes: string[];
  /** Place in the table, from 0, header rows counted; null for `model-index`. */
  rowIndex: number | null;
  columnIndex: number | null;
}

/** A figure in the column of another model. */
export interface OtherFigure {
  name: string;
  value: number;
  valueText: string;
}

/** One score that a card states of its own model. */
export interface CardScore {
  /** Benchmark dataset repository, `Idavidrein/gpqa`. */
  dataset: string;
  task: string;
  /** The benchmark's name. */
  benchmark: string;
  /** As written, never rescaled. */
  value: number;
  /** The digits as written, without marks. */
  valueText: string;
  unit: Unit;
  /** The setup in the card's own words; empty when it states none. */
  notes: string;
  variant: Variant;
  where: CardPlace;
  /** What the same line says of other models: a figure taken from one of these is not this model's. */
  beside: OtherFigure[];
  origin: 'model-card' | 'model-index';
  /** 1-based line of the card. */
  line: number;
  /** The row as read: label and cells, parted by bars. */
  quote: string;
}

/** Something in the card that may be a score, and why it is not taken for one. */
export interface CardDoubt {
  quote: string;
  why: Message;
  line: number;
}

/** All that was read of a card. */
export interface CardReading {
  /** `org/name` */
  model: string;
  scores: CardScore[];
  ambiguous: CardDoubt[];
  /** What is wrong with the card's form, or was not read. */
  findings: FindingFacts[];
}
