import { useDeferredValue, useMemo } from 'react';
import { draftChecks } from '../../lib/draft/check/index.ts';
import type { DraftGround } from '../../lib/draft/ground.ts';
import { type PlanContext, type Planned, planSubmission } from '../../lib/draft/plan.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { readingsOf, type SourceLook } from '../../lib/draft/source-look.ts';
import type { FormContent } from './draft-form.ts';

/** Checks whose silence says nothing while the repository is not known. */
const needGround = new Set(['duplicates', 'declined', 'conflicts', 'checkpoint', 'benchmark', 'scale']);

/** Names of the checks that were made and had nothing to ask. */
export function passedChecks(
  content: FormContent,
  problems: readonly Problem[],
  ground: DraftGround | undefined,
  looks: readonly SourceLook[],
): string[] {
  const told = new Set(problems.filter(({ level }) => level !== 'notice').map(({ check }) => check));
  const known = ground?.complete === true && ground.repo === content.repo;
  if (!content.entries.every(({ dataset, task, valueText }) => dataset && task && valueText)) return [];
  const readings = readingsOf(content, looks);
  const stated = content.entries.every(({ id }) => readings[id]?.says === 'states');
  return draftChecks
    .map(({ name }) => name)
    .filter((name) => !told.has(name) && (known || !needGround.has(name)))
    .map((name) => (name === 'source' && stated ? 'source-states' : name));
}

/** What the draft in the form comes to, kept up while the reader types without holding the typing up. */
export function usePlannedDraft(
  content: FormContent,
  context: Omit<PlanContext, 'sources'>,
  looks: readonly SourceLook[],
): Planned {
  const text = useDeferredValue(JSON.stringify(content));
  const { now, ground, account, key, version } = context;
  return useMemo(() => {
    const draft: FormContent = JSON.parse(text);
    return planSubmission(draft, { now, ground, account, key, version, sources: readingsOf(draft, looks) });
  }, [text, now, ground, account, key, version, looks]);
}
