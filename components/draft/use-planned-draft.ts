import { useDeferredValue, useMemo } from 'react';
import { draftChecks } from '../../lib/draft/check/index.ts';
import type { DraftGround } from '../../lib/draft/ground.ts';
import { type PlanContext, type Planned, planSubmission } from '../../lib/draft/plan.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import type { FormContent } from './draft-form.ts';

/** Checks whose silence says nothing while the repository is not known. */
const needGround = new Set(['duplicates', 'declined', 'conflicts', 'checkpoint', 'benchmark', 'scale']);

/** Names of the checks that were made and had nothing to ask. */
export function passedChecks(
  content: FormContent,
  problems: readonly Problem[],
  ground: DraftGround | undefined,
): string[] {
  const told = new Set(problems.filter(({ level }) => level !== 'notice').map(({ check }) => check));
  const known = ground?.complete === true && ground.repo === content.repo;
  if (!content.entries.every(({ dataset, task, valueText }) => dataset && task && valueText)) return [];
  return draftChecks.map(({ name }) => name).filter((name) => !told.has(name) && (known || !needGround.has(name)));
}

/** What the draft in the form comes to, kept up while the reader types without holding the typing up. */
export function usePlannedDraft(content: FormContent, context: PlanContext): Planned {
  const text = useDeferredValue(JSON.stringify(content));
  const { now, ground, account, key, version } = context;
  return useMemo(
    () => planSubmission(JSON.parse(text), { now, ground, account, key, version }),
    [text, now, ground, account, key, version],
  );
}
