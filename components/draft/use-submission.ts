import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Draft, SubmissionPlan } from '../../lib/draft/draft.ts';
import { keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';

/** A mark that no other confirm has. */
const newKey = () => `crosscheck:${crypto.randomUUID()}`;

/** The sending of a draft: one mark for each confirm, and never two confirms at once. */
export function useSubmission(draft: Draft) {
  const queryClient = useQueryClient();
  const underway = useRef(false);
  const [key, setKey] = useState(newKey);
  const [state, setState] = useState<'sending' | 'looking' | 'failed'>();

  const send = async (plan: SubmissionPlan, flush: () => Promise<void>) => {
    // A second click comes before the button is drawn anew.
    if (underway.current) return;
    underway.current = true;
    setState('sending');
    try {
      await flush();
      const sent = await sendMessage('sendDraft', { id: draft.id, plan });
      keepDraft(queryClient, sent);
      setState(undefined);
    } catch {
      // What the background got is told by the draft itself; here it is only said that no answer came.
      setState('failed');
    }
    underway.current = false;
    setKey(newKey());
  };
  const lookAgain = useCallback(async () => {
    setState('looking');
    await sendMessage('lookAgain', draft.id).then(
      (looked) => keepDraft(queryClient, looked),
      () => undefined,
    );
    setState(undefined);
  }, [draft.id, queryClient]);

  return {
    key,
    send,
    lookAgain,
    sending: state === 'sending',
    looking: state === 'looking',
    failed: state === 'failed',
  };
}
