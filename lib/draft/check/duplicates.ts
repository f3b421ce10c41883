import { judgeGroup } from '../../evals/checks/index.ts';
import type { Verdict } from '../../evals/report.ts';
import type { Origin, Score } from '../../evals/score.ts';
import type { ProblemLink } from '../problem.ts';
import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts } from './check.ts';
import { standingScores } from './standing-scores.ts';

/**
 * The same score is there already, by its content: same benchmark, task and setup, and a difference within rounding.
 * Held against main and every open pull request; that all of them were read is the business of `unchecked`.
 */
export const duplicates: DraftCheck = {
  name: 'duplicates',
  check: (question) => [
    ...question.entries.flatMap((entry) => ofEntry(entry, question)),
    ...amongEntries(question.entries),
  ],
};

function ofEntry(entry: EntryInQuestion, question: DraftInQuestion): ProblemFacts[] {
  const { score } = entry;
  if (!score) return [];
  return standingScores(entry, question).flatMap(({ score: other, origins }): ProblemFacts[] => {
    const [origin] = origins;
    const same = sameValue(score, { ...other, dataset: score.dataset, task: score.task });
    if (!same || !origin) return [];
    const base = { entry: entry.entry.id, field: 'valueText' as const, links: origins.flatMap(linksTo) };
    const place = placeOf(origin);
    return same === 'setup'
      ? [{ ...base, level: 'error', message: { key: 'problemDuplicate', args: [other.valueText, place] } }]
      : [{ ...base, level: 'warning', message: { key: 'problemSameValue', args: [other.valueText, place] } }];
  });
}

/** Two entries of one draft that say the same. */
function amongEntries(entries: readonly EntryInQuestion[]): ProblemFacts[] {
  return entries.flatMap(({ entry, score }, index): ProblemFacts[] => {
    const twin = entries
      .slice(0, index)
      .some(
        (other) => score && other.score && sameTask(score, other.score) && sameValue(score, other.score) === 'setup',
      );
    const message = { key: 'problemTwice' as const, args: [score?.valueText ?? ''] };
    return twin ? [{ entry: entry.id, field: 'valueText', level: 'error', message }] : [];
  });
}

const sameTask = (a: Score, b: Score) => a.dataset.toLowerCase() === b.dataset.toLowerCase() && a.task === b.task;

/** Whether two scores have the same value and setup, or the same value alone, by the checks of the panel. */
export function sameValue(a: Score, b: Score): 'setup' | 'value' | undefined {
  const says = ({ code, secondary }: Verdict) => [code, ...secondary];
  const codes = judgeGroup([a, b])
    .filter((verdict) => verdict.a !== verdict.b)
    .flatMap(says);
  if (codes.includes('P5')) return 'setup';
  return codes.includes('R1') || codes.includes('P3') || a.value === b.value ? 'value' : undefined;
}

/** `main`, `#12`: where an origin stands, for a sentence. */
export const placeOf = ({ pullRequest }: Origin): string => (pullRequest === undefined ? 'main' : `#${pullRequest}`);

export function linksTo({ path, pullRequest, line }: Origin): ProblemLink[] {
  const links: ProblemLink[] = pullRequest === undefined ? [] : [{ kind: 'pull-request', number: pullRequest }];
  if (path !== undefined)
    links.push({
      kind: 'file',
      path,
      ...(pullRequest === undefined ? {} : { pullRequest }),
      ...(line === undefined ? {} : { line }),
    });
  return links;
}
