/** Where the warnings begin. The reader can change them in the options. */
export interface Thresholds {
  /**
   * `items`: by the noise that the benchmark's number of items leaves (discrepancies 3.3, formula 3).
   * `points`: by a fixed number of points whatever the benchmark, to compare with.
   */
  rule: 'items' | 'points';
  /** For `items`: how likely a gap this large may be by chance alone before it is a notice; over the whole page. */
  noticeP: number;
  /** The same for a warning. */
  warningP: number;
  /** A gap that another harness or agent scaffold usually explains, in points. */
  harnessPoints: number;
  /** For `points`: gaps above it are a notice. */
  fixedPoints: number;
}

export const defaultThresholds: Thresholds = {
  rule: 'items',
  noticeP: 0.05,
  warningP: 0.001,
  harnessPoints: 15,
  fixedPoints: 5,
};
