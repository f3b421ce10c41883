import { lookupTask } from '../evals/benchmarks/index.ts';
import { boardOf } from './check/board-of.ts';
import type { CheckContext, DraftContent } from './check/check.ts';
import { draftChecks } from './check/index.ts';
import { fieldsOf } from './fields.ts';
import type { DraftGround } from './ground.ts';
import type { Problem } from './problem.ts';
import { statedOf } from './stated.ts';

/**
 * What a check that had nothing to ask says of itself, in the words of the pull request; undefined where there was
 * nothing that it could have looked at.
 */
const SENTENCES: Readonly<
  Record<string, (draft: DraftContent, ground: DraftGround, sources: CheckContext['sources']) => string | undefined>
> = {
  duplicates: (_, { pullRequests }) =>
    `no entry with this value and setup on main or in an open pull request (${pullRequests.length} read)`,
  benchmark: () => 'benchmark and task are those of the dataset’s eval.yaml',
  scale: ({ entries }, ground) =>
    entries.map(fieldsOf).every((fields) => lookupTask(fields.dataset, fields.task)?.scale || boardOf(ground, fields))
      ? 'the value is on the scale of its board'
      : undefined,
  date: () => 'the date is a day of the calendar, and past',
  source: ({ entries }, _, sources) => {
    const says = entries.map((entry) => {
      const reading = sources?.[entry.id];
      return reading?.url === fieldsOf(entry).source?.url ? reading?.says : undefined;
    });
    if (says.every((one) => one === 'states')) return 'the source was read and states the value';
    // Not of every entry, or not beside the model's name: that much and no more.
    return says.every((one) => one === 'states' || one === 'mentions')
      ? 'the source was read and the number stands in it'
      : undefined;
  },
  checkpoint: ({ answers }) =>
    answers.checkpointEvaluated ? 'the submitter states that this checkpoint itself was evaluated' : undefined,
  'model-named': ({ entries }) =>
    entries.every(({ evidence }) => statedOf(evidence, 'model') ?? evidence.column)
      ? 'the evidence names this model'
      : undefined,
  conflicts: () => 'no conflict with another score of this benchmark here',
};

/** The same where the reader was warned and went on. */
const ACCEPTED: Readonly<Record<string, string>> = {
  duplicates: 'the same value stands here with another setup; the submitter has looked at both',
  benchmark: 'the dataset is not on the Hub’s list of benchmarks; the submitter knows',
  scale: 'the scale was asked about; the submitter keeps the value as written',
  date: 'the date is before the dataset was created; the submitter has checked it',
  source: 'the submitter was warned about the source and keeps it',
  'model-named': 'the evidence names the model differently; the submitter has checked that it is this one',
  conflicts: 'differs from other scores of this benchmark; the submitter has looked at them',
  declined: 'the same value was declined before; the submitter has seen it',
  'official-harness': 'the submitter states that this is a result of the official harness',
};

/**
 * What was checked, one sentence each, for the pull request's text. Only what was indeed checked is said: nothing at
 * all on ground that was not read in full.
 */
export function passedSentences(
  draft: DraftContent,
  problems: readonly Problem[],
  ground: DraftGround,
  sources?: CheckContext['sources'],
): string[] {
  if (!ground.complete) return [];
  return draftChecks.flatMap(({ name }) => {
    const own = problems.filter(({ check }) => check === name);
    if (own.some(({ level }) => level === 'error')) return [];
    if (own.some(({ level }) => level === 'warning')) return ACCEPTED[name] ?? [];
    return own.length === 0 ? (SENTENCES[name]?.(draft, ground, sources) ?? []) : [];
  });
}
