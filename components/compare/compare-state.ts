import type { CompareRow, TwoModels } from '../../lib/evals/compare/compare.ts';
import type { Report } from '../../lib/evals/report.ts';

/** One model of the table. */
export interface Column {
  id: string;
  /** The newest snapshot; undefined until the first. */
  report: Report | undefined;
  reading: boolean;
  /** Why the background did not answer, in its own words. */
  failure: string | undefined;
  pinned: boolean;
}

export type ExportFormat = 'csv' | 'markdown' | 'json' | 'bibtex';

export interface CompareProps {
  columns: readonly Column[];
  rows: readonly CompareRow[];
  bySetup: boolean;
  /** Columns of the two models that are tested against each other; undefined with fewer than two. */
  pair: readonly [number, number] | undefined;
  differing: readonly TwoModels[];
  /** Models that are wanted as well and have no room. */
  left: number;
  /** What was just done, for the live region. */
  said: string | undefined;
  /** Epoch ms; ages are told from here. */
  now: number;
  /** Adds a model by what the reader typed; false when that is no model id. */
  onAdd: (text: string) => 'added' | 'not-an-id' | 'there' | 'full';
  onMove: (column: number, by: -1 | 1) => void;
  onRemove: (column: number) => void;
  onPin: (id: string, pinned: boolean) => void;
  onRefresh: (id: string) => void;
  onPair: (pair: readonly [number, number]) => void;
  onBySetup: (bySetup: boolean) => void;
  onExport: (format: ExportFormat) => void;
  onCopyLink: () => void;
}
