import type { SpecDraft } from '../../lib/draft/draft.ts';
import type { SpecGround } from '../../lib/draft/ground.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { cardConfigs } from '../../lib/draft/spec/card-configs.ts';
import { specChecks, specTasks } from '../../lib/draft/spec/checks.ts';
import { groundChecks } from '../../lib/draft/spec/ground-checks.ts';
import type { Say } from '../../lib/evals/say.ts';
import { formatList } from '../ui/format.ts';
import type { SummaryTexts } from './summary.tsx';

/** Checks whose silence says nothing while the repository is not known. */
const needGround = new Set(groundChecks.map(({ name }) => name));

/** Names of the checks that were made and had nothing to ask, as the line of checks knows them. */
export function passedSpecChecks(problems: readonly Problem[], ground: SpecGround | undefined): string[] {
  const told = new Set(problems.map(({ check }) => check));
  return specChecks
    .map(({ name }) => name)
    .filter((name) => !told.has(name) && (ground?.complete || !needGround.has(name)))
    .filter((name) => name !== 'configs' || cardConfigs(ground?.card ?? ''))
    .map((name) => (name === 'duplicates' ? 'spec-duplicates' : name));
}

/** Tasks that are named in the one line; the file has them all. */
const MOST_TASKS = 12;

/** A drafted `eval.yaml` in short: the tasks that it names, and that nobody but its writer has looked at the data. */
export function specSummary({ repo, text }: Pick<SpecDraft, 'repo' | 'text'>, say: Say): SummaryTexts {
  const tasks = specTasks(text);
  const left = tasks.length - MOST_TASKS;
  const named =
    left > 0 ? `${tasks.slice(0, MOST_TASKS).join(', ')} ${say('draftsMore', left)}` : formatList(say.locale, tasks);
  return {
    claims: tasks.length > 0 ? [say('specClaims', repo, named)] : [],
    evidence: [say('specEvidence')],
  };
}
