import type { Draft, DraftEntry, SubmissionState } from '../../lib/draft/draft.ts';
import { SPEC_PATH } from '../../lib/draft/spec/ground-checks.ts';
import { benchmarkName, lookupBenchmark } from '../../lib/evals/benchmarks/index.ts';
import type { Message } from '../../lib/evals/message.ts';
import type { Say } from '../../lib/evals/say.ts';
import type { IconName } from '../ui/icon.tsx';

type Opened = Extract<SubmissionState, { step: 'opened' }>;

const openedWords = {
  open: { icon: 'agree', key: 'draftsStateOpened' },
  draft: { icon: 'agree', key: 'draftsStateOpenedDraft' },
  merged: { icon: 'agree', key: 'draftsStateMerged' },
  closed: { icon: 'not-comparable', key: 'draftsStateClosed' },
  unknown: { icon: 'gap', key: 'draftsStateUnknown' },
} as const satisfies Record<Opened['status'], { icon: IconName; key: Message['key'] }>;

/** The repository as it stands in the Hub's addresses. */
export const hubPath = ({ kind, repo }: Pick<Draft, 'kind' | 'repo'>): string =>
  kind === 'spec' ? `datasets/${repo}` : repo;

/** Whether the draft is on its way to the Hub, or may have arrived there: then it is not the reader's to change. */
export const isUnderway = ({ submission: { step } }: Draft): boolean =>
  step !== 'draft' && step !== 'stopped' && step !== 'opened';

/** Whether the reader may still change what the draft says. */
export const isEditable = ({ submission: { step } }: Draft): boolean => step === 'draft' || step === 'stopped';

/** Where a draft stands, in a word and an icon; `errors` are the problems that keep it from being sent. */
export function draftState(draft: Draft, errors: number): { icon: IconName; message: Message } {
  const { submission } = draft;
  switch (submission.step) {
    case 'draft':
      if (!draft.repo || isBlank(draft)) return { icon: 'pencil', message: { key: 'draftsStateDraft' } };
      if (errors > 0) return { icon: 'differs', message: { key: 'draftsStateBlocked', args: [errors] } };
      return { icon: 'agree', message: { key: 'draftsStateReady' } };
    case 'stopped':
      return { icon: 'differs', message: { key: 'draftsStateStopped' } };
    case 'in-doubt':
      return { icon: 'gap', message: { key: 'draftsStateInDoubt' } };
    case 'opened': {
      const { icon, key } = openedWords[submission.status];
      return { icon, message: { key, args: [`${submission.pullRequest}`] } };
    }
    default:
      return { icon: 'refresh', message: { key: 'draftsStateSending' } };
  }
}

/** Whether nothing is claimed yet. */
export const isBlank = (draft: Draft): boolean =>
  draft.kind === 'spec' ? draft.text.trim() === '' : draft.entries.every(isEmpty);

/** Whether nothing of an entry is filled in yet. */
const isEmpty = ({ dataset, valueText }: DraftEntry) => dataset === '' && valueText === '';

/** "GPQA diamond 71.5": benchmark as the panel names it, its task where there are several, value as written. */
export function claimOf({ dataset, task, valueText }: Pick<DraftEntry, 'dataset' | 'task' | 'valueText'>): string {
  const tasks = lookupBenchmark(dataset)?.tasks ?? [];
  const only = tasks.length === 1 && tasks[0]?.id === task;
  return [dataset && benchmarkName(dataset), only ? '' : task, valueText].filter(Boolean).join(' ');
}

/** What a draft claims, in one line. */
export function draftClaim(draft: Draft, say: Say): string {
  if (draft.kind === 'spec') return SPEC_PATH;
  const [first, ...rest] = draft.entries.filter((entry) => !isEmpty(entry));
  if (!first) return say('draftsNoClaim');
  return rest.length === 0 ? claimOf(first) : `${claimOf(first)} ${say('draftsMore', rest.length)}`;
}

/** How the keeping of what was typed goes. */
export const savingWords = { saved: 'composerSaved', saving: 'composerSaving', failed: 'composerSaveFailed' } as const;
