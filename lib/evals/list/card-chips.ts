import { lookupBenchmark } from '../benchmarks/index.ts';
import type { Group } from '../report.ts';
import type { CardChip, CardScores } from './list.ts';
import { type ListedModel, reportOfListed } from './report-of-listed.ts';

/** Chips on one card. */
const MOST = 3;

/**
 * What the cards of a list show, by one rule: benchmarks that the Hub ranks come first, of these those whose reports
 * conflict, then those that most models of this list have (so that neighbours can be compared), then those with most
 * reports. Of what is chosen conflicts stand first: on a narrow card only the first chips have room.
 */
export function cardChips(models: readonly ListedModel[], at: number): CardScores[] {
  const reported = models.flatMap(({ id, evalResults }) => {
    const groups = reportOfListed({ id, evalResults }, at)?.groups ?? [];
    return groups.length > 0 ? [{ repo: id, groups }] : [];
  });
  const common = new Map<string, number>();
  for (const { groups } of reported) {
    for (const group of groups) common.set(keyOf(group), (common.get(keyOf(group)) ?? 0) + 1);
  }
  const weight = (group: Group) => [
    Number(group.benchmark?.official ?? false),
    isConflict(group),
    common.get(keyOf(group)) ?? 0,
    group.scores.length,
  ];
  return reported.map(({ repo, groups }) => ({
    repo,
    chips: groups
      .toSorted((a, b) => compare(weight(b), weight(a)))
      .slice(0, MOST)
      .sort((a, b) => isConflict(b) - isConflict(a))
      .map(chipOf),
    scores: groups.reduce((sum, { scores }) => sum + scores.length, 0),
  }));
}

const isConflict = ({ standing }: Group) => Number(standing === 'differs' || standing === 'scale');

const keyOf = ({ dataset, task }: Group) => `${dataset.toLowerCase()} ${task}`;

const compare = (a: readonly number[], b: readonly number[]) =>
  a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

function chipOf({ dataset, task, scores, standing, summary }: Group): CardChip {
  const [low, ...others] = scores.toSorted((a, b) => a.value - b.value);
  const high = others.at(-1);
  const values: CardChip['values'] =
    high && low && high.value !== low.value ? [low.valueText, high.valueText] : [low?.valueText ?? ''];
  return { dataset, task, name: nameOf(dataset, task), values, standing, summary, reports: scores.length };
}

/** `GPQA diamond`: the task is named where the benchmark has several, or is not known. */
function nameOf(dataset: string, task: string): string {
  const benchmark = lookupBenchmark(dataset);
  if (!benchmark) return `${dataset.split('/').at(-1)} ${task}`;
  const says = benchmark.tasks.length !== 1 || benchmark.tasks[0]?.id !== task;
  return says ? `${benchmark.name} ${task}` : benchmark.name;
}
