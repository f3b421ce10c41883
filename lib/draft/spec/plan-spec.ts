import { datasetRepo } from '../../evals/repo-ref.ts';
import type { SpecDraft, SubmissionPlan } from '../draft.ts';
import type { SpecGround } from '../ground.ts';
import { code } from '../markdown.ts';
import { noAccount, type Planned } from '../plan.ts';
import { blocking, type Problem } from '../problem.ts';
import { closing, footer, LONGEST_BODY, listed } from '../pull-request-text.ts';
import { cardConfigs } from './card-configs.ts';
import { checkSpec } from './checks.ts';
import { SPEC_PATH, type SpecContent, specFile } from './ground-checks.ts';
import { readSpec } from './read-spec.ts';

export interface SpecPlanContext {
  /** Epoch milliseconds. */
  now: number;
  ground?: SpecGround | undefined;
  account?: string | undefined;
  /** The idempotency mark, `crosscheck:` and a random id; a new one for each confirm. */
  key: string;
  /** Version of the extension, for the pull request's text. */
  version: string;
}

/** Tasks that the pull request's text names at most, or none where that comes too long; the file has them all. */
const MOST_NAMED = 20;

/**
 * A drafted `eval.yaml` on a ground, by an account: the exact change and text, and the plan where nothing forbids it.
 * The same function makes the preview and what is sent, so that they are the same.
 */
export function planSpec(draft: SpecContent & Pick<SpecDraft, 'asDraft'>, context: SpecPlanContext): Planned {
  const { ground, account, key, version, now } = context;
  const problems = checkSpec(draft, { ground, account });
  const text = specFile(draft.text);
  const files = text.trim() === '' ? [] : [{ path: SPEC_PATH, text, entries: [], how: 'new' as const }];
  const title = 'Add eval.yaml';
  const body = bodyOf(draft.text, ground ? passed(problems, ground) : [], version, key);
  const forbidding = [...blocking(problems, draft), ...noAccount(account)];
  const parentCommit = ground?.head;
  const whole = { problems, forbidding, files, title, body };
  if (forbidding.length > 0 || !account || parentCommit === undefined || files.length === 0) return whole;
  const plan: SubmissionPlan = {
    ...datasetRepo(draft.repo.trim()),
    files: [{ path: SPEC_PATH, text }],
    parentCommit,
    title,
    body,
    key,
    asDraft: draft.asDraft,
    account,
    confirmedAt: now,
  };
  return { ...whole, plan };
}

/** What was checked, one sentence each; nothing on ground that was not read in full. */
function passed(problems: readonly Problem[], { complete, pullRequests, card }: SpecGround): string[] {
  const isSilent = (name: string) => !problems.some(({ check, level }) => check === name && level !== 'notice');
  return [
    ...(isSilent('schema') ? ['the file has the shape that the Hub documents'] : []),
    ...(card !== undefined && cardConfigs(card) && isSilent('configs')
      ? ['configs and splits are among those that the dataset’s card names']
      : []),
    ...(complete && isSilent('duplicates')
      ? [`no eval.yaml on main or in an open pull request (${pullRequests.length} read)`]
      : []),
  ];
}

/** The pull request's text: what the file would do, what nobody has checked, how to close it; and the mark. */
function bodyOf(typed: string, checked: readonly string[], version: string, key: string, named = MOST_NAMED): string {
  const { tasks } = readSpec(typed);
  const left = tasks.length - named;
  const ids = tasks.slice(0, named).map(({ id, config, split }) => {
    const data = [...(config ? [`config ${code(config)}`] : []), ...(split ? [`split ${code(split)}`] : [])];
    return `- task ${[code(id), ...data].join(', ')}`;
  });
  const more = named === 0 ? `- ${left} tasks` : `- and ${left} more`;
  const text = [
    `An ${code(SPEC_PATH)} for this dataset: with it the Hub collects evaluation results that name the dataset, on a leaderboard for each task (<https://huggingface.co/docs/hub/eval-results>).`,
    ...(tasks.length > 0 ? [[...ids, ...(left > 0 ? [more] : [])].join('\n')] : []),
    'Nothing was run: configs, splits and columns are as the submitter wrote them. Please look at them before merging.',
    ...listed(checked),
    closing('Close this pull request: the same file is not sent again. A word on why is welcome.'),
    ...footer(version, key),
  ].join('\n\n');
  return text.length > LONGEST_BODY && named > 0 ? bodyOf(typed, checked, version, key, 0) : text;
}
