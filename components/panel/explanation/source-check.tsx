import { useState } from 'react';
import type { Message } from '../../../lib/evals/message.ts';
import type { Score } from '../../../lib/evals/score.ts';
import type { SourceAnswer } from '../../../lib/evals/source-answer.ts';
import { visibleText } from '../../../lib/evals/view/visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/say.tsx';
import { Foreign } from '../../ui/text.tsx';
import { usePanel } from '../panel-context.tsx';

/** Looks at what a score names as its source when the reader asks, and says what stands there. */
export function SourceCheck({ score: { id, valueText } }: { score: Score }) {
  const say = useSay();
  const { checkSource } = usePanel();
  const [answer, setAnswer] = useState<SourceAnswer | 'asking' | 'none'>();
  const asking = answer === 'asking';
  const label = say(asking ? 'sourceAsking' : 'sourceCheck');
  const ask = () => {
    if (asking) return;
    setAnswer('asking');
    checkSource(id).then(
      (found) => setAnswer(found ?? 'none'),
      () => setAnswer('none'),
    );
  };
  const said = typeof answer === 'object' ? answer : undefined;
  return (
    <span className="cc-source-check">
      <Button onClick={ask} aria-disabled={asking} aria-label={`${label}, ${visibleText(valueText)}`}>
        {label}
      </Button>
      <span className="cc-source-answer" aria-live="polite">
        {answer === 'none' && say('explainNone')}
        {said && <Foreign text={say(sentence(said, valueText))} />}
        {said && 'quote' in said && (
          <span className="cc-quote">
            <Foreign text={said.quote} most={300} />
          </span>
        )}
      </span>
    </span>
  );
}

function sentence(answer: SourceAnswer, value: string): Message {
  switch (answer.kind) {
    case 'states':
      return { key: 'sourceStates', args: [value, answer.row, answer.column] };
    case 'beside':
      return answer.valueText === undefined
        ? { key: 'sourceBeside', args: [value, answer.column] }
        : { key: 'sourceBesideOwn', args: [value, answer.column, answer.valueText] };
    case 'other':
      return { key: 'sourceOther', args: [value, answer.valueText, answer.row, answer.column] };
    case 'mentions':
      return { key: 'sourceMentions', args: [value, String(answer.line)] };
    case 'silent':
      return { key: 'sourceSilent', args: [value] };
    case 'unread':
      return answer.why;
  }
}
