import type { Message } from '../message.ts';
import type { CheckCode, Severity } from '../report.ts';
import type { Difference } from './differences.ts';
import type { PageFacts } from './page-facts.ts';
import type { ItemCount, Side } from './side.ts';
import type { Thresholds } from './thresholds.ts';

/** What chance alone leaves between two reports, in points of a scale of 100. */
export interface Noise {
  /** Items that it was counted with. */
  items: ItemCount;
  /** Standard error of the difference. */
  error: number;
  /** Gaps below it are seen in 95 of 100 cases. */
  within: number;
  z: number;
  /**
   * How likely chance alone prints a gap at least this wide, for this pair by itself. A printed gap stands for all gaps
   * that round to it, the smallest a quarter of the two last digits below: without that, one decimal over 12,032 items
   * would raise false alarms from 5 to 6 %.
   */
  p: number;
  runs: [number, number];
  /** The items are the same for both; else each side's own noise counts in full. */
  sameItems: boolean;
}

/** 0: chance explains it. 1: it hardly does (notice). 2: it does not (warning). Null: not known. */
export type Level = 0 | 1 | 2 | null;

/** Two scores of one task, with all that the checks ask about them. */
export interface Pair {
  a: Side;
  b: Side;
  /** |a − b| in the entries' own unit. */
  delta: number;
  /** The same number before rounding, as far as the digits tell. */
  equal: boolean;
  /** Points of a scale of 100 for one unit of the entries: 1, or 100 where both look like fractions. */
  factor: number;
  differences: Difference[];
  /** The two seem to stand on different scales: there is no gap to judge. */
  otherScale: boolean;
  noise: Noise | undefined;
  /** The same for the pair with its smaller value read as a fraction of one, where {@link otherScale} may mean that. */
  converted: Noise | undefined;
  level: Level;
  /** p-value adjusted for the other comparisons of the page. */
  adjusted: number | undefined;
  /** Comparisons on the page. */
  family: number;
  /** All that files of the group give of the pair's number; none where its two differ. */
  copies: readonly Side[];
  /** `card`: two figures of one card. `twin`: a card's figure that a file has too, beside a score that the file is compared with. */
  echo: 'card' | 'twin' | undefined;
  repo: string | undefined;
  thresholds: Thresholds;
  page?: PageFacts | undefined;
}

/** What one check has to say of a pair, or of one score. */
export interface Hit {
  code: CheckCode;
  severity: Severity;
  /** False when the gap says nothing about the model. */
  comparable: boolean;
  /** Made only for the hit that leads. */
  message: () => Message;
  /** Its place in the order of checks: the lowest leads the verdict, the others are secondary evidence. */
  rank: number;
  /** The scales are in question, so there is no gap to speak of. */
  noGap?: boolean;
}

/** One check of one file. `pair` looks at two scores, `single` at one. */
export interface Check {
  codes: readonly CheckCode[];
  pair?(pair: Pair): Hit | undefined;
  single?(side: Side, group: GroupFacts): Hit | undefined;
}

/** What is known of the whole group when one score is looked at. */
export interface GroupFacts {
  repo: string | undefined;
  /** The benchmark's name, or its repository's. */
  benchmark: string;
  page: PageFacts | undefined;
  /** Values that other models have on the same board, where they are at hand. */
  board: readonly number[] | undefined;
  /** This model and others on a co-reported benchmark: `mine` on it, and the others' values on both. */
  peers: { mine: number; others: readonly (readonly [there: number, here: number])[] } | undefined;
}

/** Ranks in the order of discrepancies.md 3.6; loose and one-sided statements come after rounding. */
export const RANK = {
  scale: 0,
  identity: 10,
  setup: { V1: 20, V2: 21, V3: 22, V4: 23 },
  copied: 29,
  rounding: 30,
  oneSided: { model: 39, V1: 40, V2: 41, V3: 42, V4: 43, shots: 44 },
  notes: 45,
  cardSays: 48,
  verified: 50,
  noise: 60,
  lattice: 80,
  provenance: 90,
  board: 95,
} as const;

/** Severity of a difference that is only noise-deep: info inside noise, else as far as it goes beyond. */
export function severityOf(level: Level): Severity {
  return level === 2 ? 'warning' : level === 0 ? 'info' : 'notice';
}

/** The gap in points of a scale of 100. */
export const gap = ({ delta, factor }: Pair): number => delta * factor;

/** The gap in items; undefined while n is unknown. */
export const gapItems = (pair: Pair): number | undefined => pair.noise && (gap(pair) / 100) * pair.noise.items.n;
