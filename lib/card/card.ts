import type { FindingFacts } from '../evals/finding.ts';
import type { Message } from '../evals/message.ts';
import type { CardCell, CardLine, OtherFigure, Variant } from '../evals/score.ts';

export type Unit = CardCell['unit'];

/** Where in the card a score stands. */
export type CardPlace = Omit<CardCell, 'unit' | 'beside'>;

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
  origin: CardScore['origin'];
  /** The line, where it names a benchmark and this model's figure and only leaves open which part is meant. */
  stated?: CardLine & { dataset: string };
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
