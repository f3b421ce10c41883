import { useState } from 'react';
import { lookAt, sourceQuestion } from '../../lib/draft/source-look.ts';
import { sourceSentence } from '../../lib/evals/view/source-sentence.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { useComposer } from './composer-context.tsx';
import type { FormEntry } from './draft-form.ts';

/** Looks at the source of a drafted score when the reader asks. There is nothing to ask of a source off the Hub. */
export function SourceCheck({ repo, entry }: { repo: string; entry: FormEntry }) {
  const say = useSay();
  const { editable, looks, onLook } = useComposer();
  const [asking, setAsking] = useState(false);
  const question = editable ? sourceQuestion(repo, entry) : undefined;
  if (!question) return null;
  const answer = lookAt(question, looks)?.answer;
  const label = say(asking ? 'sourceAsking' : 'sourceCheck');
  const ask = () => {
    if (asking) return;
    setAsking(true);
    void onLook(question).finally(() => setAsking(false));
  };
  // What speaks against the value stands among the field's problems.
  const isProblem = answer && answer.kind !== 'states' && answer.kind !== 'mentions';
  return (
    <>
      <Button onClick={ask} aria-disabled={asking} aria-label={`${label}, ${visibleText(question.valueText)}`}>
        {label}
      </Button>
      <span className="cc-source-said cc-meta" aria-live="polite">
        {answer && (
          <span className={isProblem ? 'cc-hidden' : undefined}>
            <Foreign text={say(sourceSentence(answer, question.valueText))} />
          </span>
        )}
        {answer && 'quote' in answer && (
          <span className="cc-quote">
            <Foreign text={answer.quote} most={300} />
          </span>
        )}
      </span>
    </>
  );
}
