/** One metric of a result; its value is of no interest here. */
interface Metric {
  type: string;
  name?: string | null | undefined;
}

const mains = [
  'main_score',
  'ndcg_at_10',
  'acc',
  'accuracy',
  'exact_match',
  'em',
  'pass@1',
  'pass_at_1',
  'resolved',
  'score',
  'prompt_level_loose',
  'mean',
  'overall',
];

/** The metric that stands on the benchmark's board: MTEB's main score for its tasks, else the accuracy. */
export function mainMetric(metrics: readonly Metric[], framework: string | undefined): number | undefined {
  const types = metrics.map(({ type }) => type.toLowerCase());
  const wanted = framework === 'mteb' ? ['ndcg_at_10', 'main_score'] : mains;
  for (const main of wanted) {
    const at = types.indexOf(main);
    if (at !== -1) return at;
  }
  const [only] = metrics;
  return metrics.length === 1 &&
    framework !== 'mteb' &&
    only &&
    mains.includes((only.name ?? '').toLowerCase()) &&
    !/norm/i.test(only.type)
    ? 0
    : undefined;
}
