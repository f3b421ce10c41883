/** Where *we* found an entry. Not to be confused with {@link Source}, the field that its author wrote. */
export type OriginKind = 'main' | 'pull-request' | 'model-card' | 'model-index' | 'leaderboard';

/** The loaders that exist, one for each place that scores come from. */
export type LoaderName = 'eval-results' | 'main-files' | 'pull-requests' | 'model-card' | 'model-index';

/** The YAML field `source`: who states the value, in the words of the entry's author. Hostile text. */
export interface Source {
  /** As written. May be anything, `javascript:` included: links go through `safeLink`. */
  url: string;
  name?: string;
  user?: string;
  org?: string;
}

/** A figure that the same line of a card gives for another model. */
export interface OtherFigure {
  name: string;
  value: number;
  valueText: string;
}

/** A line of a card: the figure of the card's own model, and what stands beside it. */
export interface CardLine {
  row: string;
  column: string;
  value: number;
  valueText: string;
  beside: readonly OtherFigure[];
}

/** Where in the model card a score stands: what its figure means is said by its row, its column and the notes on them. */
export interface CardCell {
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
  /** `percent`: on the benchmark's own scale of 0 to 100; `fraction`: 0 to 1; `other`: a scale that cannot be compared. */
  unit: 'percent' | 'fraction' | 'other';
  /** What the same line says of other models: a figure taken from one of these is not this model's. */
  beside: OtherFigure[];
}

/** One place where an entry stands. */
export interface Origin {
  kind: OriginKind;
  /** Discussion number; present exactly for `pull-request`. */
  pullRequest?: number;
  /** Path in the repository, such as `.eval_results/gpqa.yaml`. */
  path?: string;
  /** 1-based line on which the entry begins; known once the file itself was read. */
  line?: number;
  /** Last line of the entry, 1-based. */
  lastLine?: number;
  /** The entry's text (or the card's row) as it stands there, cut at 2,000 characters. */
  quote?: string;
  /** The commit's time that the Hub gives the entry here, when its author states no date. */
  date?: string;
  /** Present exactly for `model-card` and `model-index`. */
  cell?: CardCell;
  /** Which loaders saw it here: the Hub's API, the file itself, or both. Never empty. */
  seenBy: LoaderName[];
}

/** One word of setup read out of the notes, with the words it was read from. */
export interface VariantTag {
  kind:
    | 'tools'
    | 'modality'
    | 'shots'
    | 'runs'
    | 'subset'
    | 'version'
    | 'harness'
    | 'effort'
    | 'judge'
    | 'quantization'
    /** Test-time scaling, "heavy" mode. */
    | 'compute'
    /** Context length or management. */
    | 'context'
    /** F1, EM, macro, micro, Elo. */
    | 'metric'
    /** Which model the words name: base, instruct, parent. */
    | 'model'
    /** How many items the words speak of (`n=75`). */
    | 'items';
  /** Normalised, comparable: `with`, `none`, `high`, `5`, `avg@8`, `mini-swe-agent` … */
  value: string;
  /** The words that say so. */
  quote: string;
  /** The field that holds the words. */
  from: 'notes' | 'path' | 'source' | 'row' | 'header' | 'footnote';
}

/** The setup of a measurement, as far as it was understood. */
export interface Variant {
  tags: VariantTag[];
  /** What was not understood, kept as text. Never joins two scores. */
  rest: string;
}

/** One entry as one loader saw it at one origin; the input of `mergeEvidence`. */
export interface FoundEntry {
  /** Benchmark dataset repository, `Idavidrein/gpqa`. */
  dataset: string;
  /** `tasks[].id` of the benchmark's `eval.yaml`, compared exactly. */
  task: string;
  /** Dataset revision, when the entry pins one. */
  revision?: string;
  /** The number, on the entry's own scale (no unit is defined by the Hub). Never rescaled. */
  value: number;
  /** The number as written (`20.90`); from the API alone, the JSON number's text. */
  valueText: string;
  /** True once {@link valueText} was read from the file itself. */
  asWritten: boolean;
  /** The author's date, verbatim, or the Hub's default (an ISO time of the commit). */
  date?: string;
  /** True when the file states no date and the Hub filled in the commit's time. */
  dateIsDefault?: boolean;
  notes?: string;
  source?: Source;
  /** Only ever true because the Hub's API said `verified: true`. */
  verified: boolean;
  /** A `verifyToken` stands in the entry; nobody checked it. */
  hasToken: boolean;
  /** The setup, where whoever read the entry has read it too: a card says it with row, column and footnotes. */
  variant?: Variant;
  origin: Origin;
}

/** A score: one entry, with every origin that it was found at. */
export interface Score extends Omit<FoundEntry, 'origin'> {
  /** Stable from one snapshot of a report to the next. */
  id: string;
  variant: Variant;
  /** Never empty; main before pull requests, then by number. */
  origins: Origin[];
}
