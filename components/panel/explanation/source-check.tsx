import { useState } from 'react';
import type { Score } from '../../../lib/evals/score.ts';
import type { SourceAnswer } from '../../../lib/evals/source-answer.ts';
import { sourceSentence } from '../../../lib/evals/view/source-sentence.ts';
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
        {said && <Foreign text={say(sourceSentence(said, valueText))} />}
        {said && 'quote' in said && (
          <span className="cc-quote">
            <Foreign text={said.quote} most={300} />
          </span>
        )}
      </span>
    </span>
  );
}
