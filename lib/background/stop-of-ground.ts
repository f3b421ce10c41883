import { inQuestion, named } from '../draft/check/check.ts';
import { declined } from '../draft/check/declined.ts';
import { duplicates } from '../draft/check/duplicates.ts';
import { unchecked } from '../draft/check/unchecked.ts';
import type { ScoresDraft, SubmissionPlan } from '../draft/draft.ts';
import { fieldsOf } from '../draft/fields.ts';
import type { DraftGround } from '../draft/ground.ts';
import type { Stop } from '../draft/submit.ts';
import { parseResultsFileInSlices } from '../evals/parse.ts';
import type { Hub } from '../hub/hub.ts';
import { listTree } from '../hub/tree.ts';
import { resultsFolder } from '../hub/urls.ts';
import { stopOfProblems } from './stop-of-problems.ts';

/**
 * What fresh ground says against sending this very change; undefined when nothing does. Of the checks it asks those that
 * depend on what others did meanwhile: the composer asks all of them before there is anything to confirm.
 */
export async function stopOfGround(
  draft: ScoresDraft,
  plan: SubmissionPlan,
  ground: DraftGround,
  { now, hub, signal }: { now: number; hub: Hub; signal: AbortSignal },
): Promise<Stop | undefined> {
  const question = inQuestion(draft, { now, ground, account: plan.account });
  const problems = [unchecked, duplicates, declined].flatMap(({ name, check }) =>
    check(question).map((facts) => named(name, facts)),
  );
  const stop = stopOfProblems(problems, draft, ground);
  if (stop) return stop;
  if (!(await claims(plan, draft))) return { reason: 'main-moved', detail: 'the draft was changed after the preview' };
  return (await hasMoved(plan, ground, hub, signal)) ? { reason: 'main-moved' } : undefined;
}

/** Whether the files of the plan claim what the draft does; what was checked is then what is sent. */
async function claims(plan: SubmissionPlan, draft: ScoresDraft): Promise<boolean> {
  const files = await Promise.all(
    plan.files.map(({ path, text }) => parseResultsFileInSlices(text, { path, loader: 'main-files' })),
  );
  const entries = files.flatMap((file) => file.entries);
  return draft.entries
    .map(fieldsOf)
    .every(({ dataset, task, valueText, notes }) =>
      entries.some(
        (entry) =>
          entry.dataset === dataset &&
          entry.task === task &&
          entry.valueText === valueText &&
          (entry.notes ?? '') === (notes ?? ''),
      ),
    );
}

/** Whether the results files are others than those that were previewed, or an open pull request has taken a name. */
async function hasMoved(plan: SubmissionPlan, ground: DraftGround, hub: Hub, signal: AbortSignal): Promise<boolean> {
  const { parentCommit, pullRequest } = plan;
  if (pullRequest !== undefined) return ground.updating?.head !== parentCommit;
  const taken = new Set(ground.pullRequests.flatMap(({ paths }) => paths).map((path) => path.toLowerCase()));
  if (plan.files.some(({ path }) => taken.has(path.toLowerCase()))) return true;
  if (ground.head === undefined || ground.head === parentCommit) return ground.head === undefined;
  const at = async (commit: string) => {
    const files = await listTree(hub, plan, commit, resultsFolder, { signal });
    return files.map(({ path, oid }) => `${oid} ${path}`).sort();
  };
  const [then, now] = await Promise.all([at(parentCommit), at(ground.head)]);
  return then.join('\n') !== now.join('\n');
}
