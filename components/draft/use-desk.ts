import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { needsGuideline, openedBy } from '../../lib/draft/brakes.ts';
import type { Draft } from '../../lib/draft/draft.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import type { DraftText } from '../../lib/messaging/draft-messages.ts';
import { draftsQuery, keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { useAccount } from './use-account.ts';
import { useAutosave } from './use-autosave.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useSubmission } from './use-submission.ts';

export interface DeskProps {
  /** What stands in the form, as JSON of what `writeDraft` takes but for its id. */
  text: string;
  /** The same of the draft that is kept. */
  kept: string;
  /** Puts what another window has kept into the form. */
  take(kept: string): void;
  /** Holds, while the composer is there, how to keep what was typed last. */
  keepNow: RefObject<(() => Promise<void>) | undefined> | undefined;
}

/** What composers of both kinds have around their form: keeping it, the account, the other drafts, and the sending. */
export function useDesk(draft: Draft, { text, kept, take, keepNow }: DeskProps) {
  const queryClient = useQueryClient();
  const { account, ...accountEvents } = useAccount();
  const drafts = useQuery(draftsQuery());
  const autosave = useAutosave(text, async (next) => {
    const content: DraftText = { id: draft.id, ...JSON.parse(next) };
    keepDraft(queryClient, await sendMessage('writeDraft', content));
  });
  useImperativeHandle(keepNow, () => autosave.flush, [autosave.flush]);
  const said = useKeptDraft(kept, autosave, take);
  const submission = useSubmission(draft);
  const opened = openedBy(drafts.data ?? []);
  return {
    account,
    accountEvents,
    autosave,
    said,
    submission,
    opened,
    newcomer: drafts.data !== undefined && needsGuideline(opened),
    /** Closes what the draft has opened; rejects when the Hub did not. */
    async close(reason: string) {
      keepDraft(queryClient, await sendMessage('closeOwn', { id: draft.id, reason }));
    },
  };
}

/** The heading that has the focus whenever the draft comes to rest; what stopped is looked at on new ground. */
export function useRestingPlace({ submission }: Draft, again: () => unknown): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const stopped = submission.step === 'stopped' ? submission.at : undefined;
  useEffect(() => {
    if (stopped !== undefined) void again();
  }, [stopped, again]);
  // What became of it stands at the top.
  const { step } = submission;
  const settled = step === 'opened' || step === 'stopped' || step === 'in-doubt' ? step : 'composing';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when that changes
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [settled]);
  return heading;
}

/** What is in the way; that nobody is signed in, or that the Hub is still being asked, is said apart. */
export const countedOf = (forbidding: readonly Problem[]): Problem[] =>
  forbidding.filter(({ check, message }) => check !== 'unchecked' && message.key !== 'problemNoAccount');

/** How much is in the way, counted. */
export function inTheWayOf(forbidding: readonly Problem[], brakes: number) {
  const of = (level: Problem['level']) => countedOf(forbidding).filter((one) => one.level === level).length;
  return { errors: of('error') + brakes, warnings: of('warning') };
}
