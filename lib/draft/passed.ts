import { draftChecks } from './check/index.ts';
import type { DraftGround } from './ground.ts';
import type { Problem } from './problem.ts';

/** What a check that had nothing to ask says of itself, in the words of the pull request. */
const SENTENCES: Readonly<Record<string, (ground: DraftGround) => string>> = {
  duplicates: ({ pullRequests }) =>
    `no entry with this value and setup on main or in the ${pullRequests.length} open pull requests`,
  benchmark: () => 'benchmark and task are those of the dataset’s eval.yaml',
  scale: () => 'the value is on the scale of its board',
  date: () => 'the date is a day of the calendar, and past',
  source: () => 'the source is a page of its own',
  checkpoint: () => 'the score is this checkpoint’s own',
  'model-named': () => 'the evidence speaks of this model',
  conflicts: () => 'no conflict with another score of this benchmark',
};

/** The same where the reader was warned and went on. */
const ACCEPTED: Readonly<Record<string, string>> = {
  duplicates: 'the same value stands there with another setup; the submitter has looked at both',
  benchmark: 'the dataset is not on the Hub’s list of benchmarks; the submitter knows',
  scale: 'the scale was asked about; the submitter keeps the value as written',
  date: 'the date is before the dataset was created; the submitter has checked it',
  source: 'the submitter was warned about the source',
  'model-named': 'the evidence names the model differently; the submitter has checked that it is this one',
  conflicts: 'differs from other scores of this benchmark; the submitter has looked at them',
  declined: 'the same value was declined before; the submitter has seen it',
  'official-harness': 'the submitter states that this is a result of the official harness',
};

/** What was checked, one sentence each, for the pull request's text. Only what was indeed checked is said. */
export function passedSentences(problems: readonly Problem[], ground: DraftGround): string[] {
  return draftChecks.flatMap(({ name }) => {
    const own = problems.filter(({ check }) => check === name);
    if (own.some(({ level }) => level === 'warning')) return ACCEPTED[name] ?? [];
    return own.length === 0 ? (SENTENCES[name]?.(ground) ?? []) : [];
  });
}
