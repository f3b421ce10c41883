import { type Draft, repoOf, type SubmissionState } from '../draft/draft.ts';
import { commentAndClose } from '../hub/commit.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError } from '../hub/hub-error.ts';
import type { HubWriter } from '../hub/hub-writer.ts';
import { readStanding } from '../hub/own-pull-requests.ts';
import { whoAmI } from '../hub/who-am-i.ts';
import { Refused } from '../messaging/refused.ts';
import { failureOf } from './submit-effects.ts';

export interface OpenedParts {
  writer(): Promise<HubWriter | undefined>;
  /** Reads as the page's reader. */
  reader: Hub;
  /** Keeps how an opened draft stands. */
  keep(id: string, submission: SubmissionState, closedByMe?: true): Promise<Draft>;
  now(): number;
}

type Opened = Extract<SubmissionState, { step: 'opened' }>;

/** Opened drafts that are asked about at most, the youngest first. */
const mostAsked = 20;

const isOver = ({ status }: Opened) => status === 'merged' || status === 'closed';

/** What can be done with a pull request that a draft has opened. */
export function createOpened({ writer, reader, keep, now }: OpenedParts) {
  const signal = new AbortController().signal;

  /** How it stands now; as before when the Hub cannot be asked. */
  const look = async (draft: Draft): Promise<Draft> => {
    const { submission } = draft;
    if (submission.step !== 'opened') return draft;
    const ask = (hub: Hub) => readStanding(hub, repoOf(draft), submission.pullRequest, { signal });
    try {
      const own = await writer().catch(() => undefined);
      const { status } = await ask(own?.hub ?? reader).catch((error: unknown) => {
        if (own && error instanceof HubError && error.reason === 'sign-in') return ask(reader);
        throw error;
      });
      return await keep(draft.id, { ...submission, status, statusAt: now() });
    } catch (error) {
      if (error instanceof HubError) return draft;
      throw error;
    }
  };

  return {
    look,
    /** Asks about those that may still change. */
    async lookAtAll(drafts: readonly Draft[]): Promise<void> {
      const open = drafts.filter(({ submission }) => submission.step === 'opened' && !isOver(submission));
      await Promise.allSettled(open.slice(0, mostAsked).map(look));
    },
    /** Closes it with a comment. Rejects with one word of `StopReason` when the Hub did not. */
    async close(draft: Draft, reason: string): Promise<Draft> {
      const { submission, plan } = draft;
      if (submission.step !== 'opened' || !plan) throw new Refused('This draft has opened nothing.');
      if (plan.pullRequest !== undefined) throw new Refused('This pull request was there before the draft.');
      const own = await writer();
      if (!own) throw new Error('signed-out');
      try {
        if ((await whoAmI(own, signal)).name !== plan.account) throw new Refused('other-account');
        const { status } = await readStanding(own.hub, plan, submission.pullRequest, { signal });
        if (isOver({ ...submission, status })) return keep(draft.id, { ...submission, status, statusAt: now() });
        await commentAndClose(own, plan, { pullRequest: submission.pullRequest, comment: reason });
      } catch (error) {
        if (error instanceof Refused) throw error;
        const failure = failureOf(error);
        throw new Error('stop' in failure ? failure.stop.reason : failure.doubt.reason);
      }
      return keep(draft.id, { ...submission, status: 'closed', statusAt: now() }, true);
    },
  };
}
