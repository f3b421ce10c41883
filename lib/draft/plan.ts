import { modelRepo } from '../evals/repo-ref.ts';
import type { CheckContext, DraftContent } from './check/check.ts';
import { checkDraft } from './check/index.ts';
import type { ScoresDraft, SubmissionPlan } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { type DraftFile, draftFiles } from './files.ts';
import { readsAs } from './into-file.ts';
import { passedSentences } from './passed.ts';
import { blocking, type Problem } from './problem.ts';
import { pullRequestBody, pullRequestTitle } from './pull-request-text.ts';

export interface PlanContext extends CheckContext {
  /** The idempotency mark, `crosscheck:` and a random id; a new one for each confirm. */
  key: string;
  /** Version of the extension, for the pull request's text. */
  version: string;
}

/** What a draft comes to. Files, title and text are there as soon as the draft has entries, for the preview. */
export interface Planned {
  problems: Problem[];
  /** What still forbids sending; empty exactly when there is a plan. */
  forbidding: Problem[];
  files: DraftFile[];
  title: string;
  body: string;
  plan?: SubmissionPlan;
}

/** In characters. Results files have a few hundred; the drafts of a device share ten megabytes. */
const LONGEST_BEFORE = 64 * 1024;

type PlannedDraft = DraftContent & Pick<ScoresDraft, 'asDraft'>;

/**
 * A draft on a ground, by an account: the exact change and text, and the plan where nothing forbids it. The same
 * function makes the preview and what is sent, so that they are the same.
 */
export function planSubmission(draft: PlannedDraft, context: PlanContext): Planned {
  const { ground, account, key, version, now } = context;
  const problems = checkDraft(draft, context);
  const files = draftFiles(draft.entries, ground);
  const title = pullRequestTitle(draft.entries, files);
  const checked = ground ? passedSentences(draft, problems, ground, context.sources) : [];
  const body = pullRequestBody({ entries: draft.entries, files, checked, version, key });
  const forbidding = [...blocking(problems, draft), ...whatElse(draft, files, context)];
  const parentCommit = draft.updates === undefined ? ground?.head : ground?.updating?.head;
  const whole = { problems, forbidding, files, title, body };
  if (forbidding.length > 0 || !account || parentCommit === undefined) return whole;
  const plan: SubmissionPlan = {
    ...modelRepo(draft.repo.trim()),
    files: files.map(({ path, text, before }) => ({
      path,
      text,
      ...(before !== undefined && before.length <= LONGEST_BEFORE && { before }),
    })),
    parentCommit,
    ...(draft.updates === undefined ? {} : { pullRequest: draft.updates }),
    title,
    body,
    key,
    asDraft: draft.asDraft,
    account,
    confirmedAt: now,
  };
  return { ...whole, plan };
}

/** What only the whole change shows: nobody to send it as, or a new file that does not read back as its entries. */
function whatElse(draft: PlannedDraft, files: readonly DraftFile[], { account }: PlanContext): Problem[] {
  const unsound = files.some(({ how, text, entries }) => {
    const wanted = draft.entries.filter(({ id }) => entries.includes(id)).map(fieldsOf);
    return how === 'new' && !readsAs(text, wanted);
  });
  return [...noAccount(account), ...(unsound ? [problem('problemFileUnsound')] : [])];
}

const problem = (key: 'problemNoAccount' | 'problemFileUnsound'): Problem => ({
  id: `plan:${key}`,
  check: 'plan',
  field: 'draft',
  level: 'error',
  message: { key },
});

/** Nobody to send it as is a problem too. */
export const noAccount = (account: string | undefined): Problem[] => (account ? [] : [problem('problemNoAccount')]);
