import type { SpecDraft, SubmissionPlan } from '../draft/draft.ts';
import type { SpecGround } from '../draft/ground.ts';
import { askChecks, groundChecks, SPEC_PATH, specFile } from '../draft/spec/ground-checks.ts';
import type { Stop } from '../draft/submit.ts';
import { stopOfProblems } from './stop-of-problems.ts';

/**
 * What fresh ground says against sending this `eval.yaml`; undefined when nothing does. Main may have moved since the
 * preview: as long as it has no such file, and nobody else proposes one, the change is the same.
 */
export function stopOfSpec(draft: SpecDraft, plan: SubmissionPlan, ground: SpecGround): Stop | undefined {
  const problems = askChecks(groundChecks, { draft, ground, account: plan.account });
  const stop = stopOfProblems(problems, draft, ground);
  if (stop) return stop;
  const [file, ...others] = plan.files;
  const isDrafted = others.length === 0 && file?.path === SPEC_PATH && file.text === specFile(draft.text);
  return isDrafted ? undefined : { reason: 'main-moved', detail: 'the draft was changed after the preview' };
}
