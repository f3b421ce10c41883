import { useCallback, useState } from 'react';
import { isSame, type SourceLook, type SourceQuestion } from '../../lib/draft/source-look.ts';
import type { SourceAnswer } from '../../lib/evals/source-answer.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';

/** The sources that the reader had looked at while this composer is open, the newest look at each. */
export function useSourceLooks() {
  const [looks, setLooks] = useState<readonly SourceLook[]>([]);
  const onLook = useCallback(async (question: SourceQuestion) => {
    const answer = await sendMessage('checkDraftSource', question).catch(
      (): SourceAnswer => ({ kind: 'unread', why: { key: 'sourceNotAsked' } }),
    );
    setLooks((known) => [...known.filter((look) => !isSame(look.question, question)), { question, answer }]);
  }, []);
  return { looks, onLook };
}
