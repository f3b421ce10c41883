import { resolveTask } from '../../evals/benchmarks/index.ts';
import type { Origin, Score } from '../../evals/score.ts';
import type { DraftInQuestion, EntryInQuestion } from './check.ts';

/** A score that stands in the repository, with the places that count: main and open pull requests, not the card. */
export interface StandingScore {
  score: Score;
  origins: Origin[];
}

/**
 * Scores of the same benchmark and task on main and in open pull requests. Task ids that stand for the same task are
 * the same; the pull request that the draft adds to does not count, because its entry is written anew.
 */
export function standingScores({ fields }: EntryInQuestion, { draft, ground }: DraftInQuestion): StandingScore[] {
  const task = resolveTask(fields.dataset, fields.task)?.id ?? fields.task;
  return (ground?.report.groups ?? [])
    .filter(
      (group) =>
        group.dataset.toLowerCase() === fields.dataset.toLowerCase() &&
        (resolveTask(group.dataset, group.task)?.id ?? group.task) === task,
    )
    .flatMap(({ scores }) => scores)
    .map((score) => ({ score, origins: score.origins.filter((origin) => counts(origin, draft.updates)) }))
    .filter(({ origins }) => origins.length > 0);
}

const counts = ({ kind, pullRequest }: Origin, updates: number | undefined) =>
  kind === 'main' || (kind === 'pull-request' && pullRequest !== updates);
