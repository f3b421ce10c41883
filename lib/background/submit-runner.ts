import { brakesOf } from '../draft/brakes.ts';
import { type Draft, repoTypeOf, type SubmissionState } from '../draft/draft.ts';
import { claimsOf, type SubmissionRecord } from '../draft/submission-log.ts';
import { isResting, submit } from '../draft/submit.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import { readStanding } from '../hub/own-pull-requests.ts';
import type { SendRequest } from '../messaging/draft-messages.ts';
import { Refused } from '../messaging/refused.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { SubmissionStore } from '../store/submissions.ts';
import { freshGround, type GroundReaders } from './fresh-ground.ts';
import { createSubmitEffects, type EffectParts } from './submit-effects.ts';

export interface RunnerParts extends Pick<EffectParts, 'now' | 'sleep' | 'writer' | 'reader'> {
  drafts: Pick<DraftStore, 'list' | 'read' | 'change'>;
  submissions: Pick<SubmissionStore, 'read' | 'put'>;
  ground: GroundReaders;
  /** Hears of every state that was kept. */
  tell(draft: Draft): void;
  /** Hears once of what was opened. */
  onOpened(repo: RepoRef): void;
}

export interface SubmitRunner {
  /** One confirm. The same one again (a double click, a message sent anew) joins the first and does nothing of its own. */
  send(request: SendRequest): Promise<Draft>;
  /** Goes on with a draft that was left in the middle, or looks for one in doubt. */
  goOn(id: string): Promise<Draft>;
  /** Keeps how a draft stands, with its line in the log. */
  keep(id: string, submission: SubmissionState, closedByMe?: true): Promise<Draft>;
  /** Goes on with all that an earlier worker left behind. */
  resume(): Promise<void>;
}

/** Lines of the log that are looked after before a brake holds. */
const MOST_LOOKED = 20;

const GONE = 'This draft is not there any more.';

/** Sends drafts, one at a time, each step kept before it is acted on. */
export function createSubmitRunner(parts: RunnerParts): SubmitRunner {
  const { drafts, submissions, now } = parts;
  const running = new Map<string, Promise<Draft>>();
  // One after the other: what the first has opened is there to be seen when the second is checked for duplicates.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const acting = last.then(act);
    last = acting.catch(() => undefined);
    return acting;
  };
  const known = async (id: string): Promise<Draft> => {
    const draft = await drafts.read(id);
    if (!draft) throw new Refused(GONE);
    return draft;
  };

  /** Keeps where it stands; the log first, so that no opened pull request is ever without its line there. */
  const keep: SubmitRunner['keep'] = async (id, submission, closedByMe) => {
    const record = recordOf({ ...(await known(id)), submission });
    // A log that cannot be kept must not hide what was opened.
    if (record) await submissions.put({ ...record, ...(closedByMe && { closedByMe }) }).catch(() => undefined);
    const draft = await drafts.change(id, (before) => {
      if (!before) throw new Refused(GONE);
      const { plan, marks = [] } = before;
      const isSending = submission.step === 'opening' && plan && !marks.includes(plan.key);
      return { ...before, submission, ...(isSending && { marks: [...marks, plan.key] }) };
    });
    parts.tell(draft);
    return draft;
  };

  const run = (id: string): Promise<Draft> => {
    const already = running.get(id);
    if (already) return already;
    const job = inTurn(async () => {
      const draft = await known(id);
      const { plan, submission } = draft;
      if (!plan || (isResting(submission) && submission.step !== 'in-doubt')) return draft;
      let kept = draft;
      const effects = createSubmitEffects({
        ...parts,
        draft,
        earlier: () => kept.marks ?? [],
        checkGround: async () => {
          const place = { read: parts.ground, hub: parts.reader, now, signal: new AbortController().signal };
          const { ground, stop } = await freshGround(draft, plan, place);
          if (stop) return stop;
          const brakes = async () =>
            brakesOf(draft, { now: now(), account: plan.account, opened: await submissions.read(), ground });
          // The log is as true as the last look, and who has deleted a draft does not look at what it opened.
          if ((await brakes()).length > 0) await lookAtLog(parts);
          const [brake] = await brakes();
          return brake && { reason: 'brake', detail: brake.message.key };
        },
        save: async (state) => {
          kept = await keep(id, state);
        },
      });
      const { step } = await submit(plan, submission, effects);
      if (step === 'opened') parts.onOpened(plan);
      return kept;
    }).finally(() => running.delete(id));
    running.set(id, job);
    return job;
  };

  return {
    async send({ id, plan }) {
      let isFirst = false;
      const draft = await drafts.change(id, (before) => {
        if (!before) throw new Refused(GONE);
        const { step } = before.submission;
        if (before.plan?.key === plan.key || (step !== 'draft' && step !== 'stopped')) return before;
        const wrong = mismatch(before, plan);
        if (wrong) throw new Refused(wrong);
        isFirst = true;
        return { ...before, plan, submission: { step: 'checking-account', attempt: 1, since: now() } };
      });
      if (isFirst) parts.tell(draft);
      return run(id);
    },
    goOn: run,
    keep,
    async resume() {
      const left = (await drafts.list()).filter(
        ({ submission }) => !isResting(submission) || submission.step === 'in-doubt',
      );
      await Promise.allSettled(left.map(({ id }) => run(id)));
    },
  };
}

/** Asks how those stand that were open when they were last looked at, the youngest first; as before where the Hub does not say. */
async function lookAtLog({ submissions, reader, now }: RunnerParts): Promise<void> {
  const open = (await submissions.read()).filter(({ status }) => status !== 'merged' && status !== 'closed');
  const { signal } = new AbortController();
  await Promise.allSettled(
    open.slice(-MOST_LOOKED).map(async (record) => {
      const { status } = await readStanding(reader, record, record.pullRequest, { signal });
      if (status !== record.status) await submissions.put({ ...record, status, statusAt: now() });
    }),
  );
}

/** Why this plan is not one of this draft; undefined when it is. */
function mismatch(draft: Draft, plan: SendRequest['plan']): string | undefined {
  if (plan.repo !== draft.repo.trim() || plan.repoType !== repoTypeOf(draft))
    return 'What was confirmed is for another repository than the draft.';
  if (plan.pullRequest !== draft.updates) return 'What was confirmed is for another pull request than the draft.';
  if (plan.asDraft !== draft.asDraft) return 'What was confirmed is of another kind than the draft.';
  if (!plan.body.includes(plan.key)) return 'What was confirmed carries no mark.';
  return undefined;
}

/** The line of the log for an opened draft. */
function recordOf(draft: Draft): SubmissionRecord | undefined {
  const { id, plan, submission } = draft;
  if (!plan || submission.step !== 'opened') return undefined;
  const { pullRequest, at, status, statusAt } = submission;
  return {
    key: plan.key,
    draft: id,
    repoType: plan.repoType,
    repo: plan.repo,
    pullRequest,
    added: plan.pullRequest !== undefined,
    title: plan.title,
    account: plan.account,
    at,
    status,
    statusAt,
    claims: claimsOf(draft),
  };
}
