import { errorsFirst, type Problem } from '../problem.ts';
import { benchmark } from './benchmark.ts';
import { type CheckContext, type DraftCheck, type DraftContent, inQuestion, named } from './check.ts';
import { checkpoint } from './checkpoint.ts';
import { conflicts } from './conflicts.ts';
import { date } from './date.ts';
import { declined } from './declined.ts';
import { duplicates } from './duplicates.ts';
import { modelNamed } from './model-named.ts';
import { officialHarness } from './official-harness.ts';
import { scale } from './scale.ts';
import { schema } from './schema.ts';
import { source } from './source.ts';
import { unchecked } from './unchecked.ts';

/** Every check of a draft, in the order in which they are told. */
export const draftChecks: readonly DraftCheck[] = [
  schema,
  unchecked,
  benchmark,
  scale,
  date,
  source,
  checkpoint,
  modelNamed,
  duplicates,
  declined,
  conflicts,
  officialHarness,
];

/** Those that speak of what is claimed; the others ask the author of a draft, or speak of sending it. */
const claimChecks: readonly DraftCheck[] = [
  schema,
  benchmark,
  scale,
  date,
  source,
  modelNamed,
  duplicates,
  conflicts,
  officialHarness,
];

/** All that the checks say of a draft: the errors first, then the warnings. Never throws, whatever stands in the form. */
export const checkDraft = (draft: DraftContent, context: CheckContext): Problem[] =>
  problemsBy(draftChecks, draft, context);

/** What the checks say of somebody else's claims, in the same order: nothing that only their author can answer. */
export const checkClaims = (draft: DraftContent, context: CheckContext): Problem[] =>
  problemsBy(claimChecks, draft, context);

function problemsBy(checks: readonly DraftCheck[], draft: DraftContent, context: CheckContext): Problem[] {
  const question = inQuestion(draft, context);
  const problems = checks.flatMap(({ name, check }) => check(question).map((facts) => named(name, facts)));
  return errorsFirst(problems);
}
