import type { DraftProtocol } from '../messaging/draft-messages.ts';
import { Refused } from '../messaging/refused.ts';
import { createDrafts } from '../store/drafts.ts';
import { createDraftHandlers } from './drafts.ts';
import type { Handlers } from './receive.ts';

/** What the background answers about drafts, their submission and the account. */
export type SubmissionHandlers = Pick<Handlers, Exclude<keyof DraftProtocol, 'draftChanged'>>;

export interface SubmissionParts {
  now(): number;
}

/** Puts together what drafts need: their store, the account, and what sends them. */
export function createSubmission({ now }: SubmissionParts): SubmissionHandlers {
  const drafts = createDrafts();
  const notYet = () => {
    throw new Refused('This build cannot send drafts.');
  };
  return {
    ...createDraftHandlers({ drafts, now }),
    readForDraft: notYet,
    sendDraft: notYet,
    lookAgain: notYet,
    closeOwn: notYet,
    refreshDrafts: () => drafts.list(),
    exportSubmissions: notYet,
    readAccount: () => null,
    saveToken: notYet,
    signIn: notYet,
    signOut: () => undefined,
  };
}
