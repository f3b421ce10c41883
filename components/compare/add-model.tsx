import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import type { CompareProps } from './compare-state.ts';

/** A field for a model's id or address. */
export function AddModel({ onAdd }: Pick<CompareProps, 'onAdd'>) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'not-an-id' | 'there' | 'full'>();
  const words = {
    'not-an-id': () => say('compareNotAnId'),
    there: () => say('compareThere'),
    full: () => say('compareFull'),
  };
  return (
    <form
      className="cc-add-model"
      onSubmit={(event) => {
        event.preventDefault();
        const outcome = onAdd(text);
        if (outcome === 'added') setText('');
        setProblem(outcome === 'added' ? undefined : outcome);
      }}
    >
      <label htmlFor={id}>{say('compareAdd')}</label>
      <input
        id={id}
        value={text}
        placeholder="org/model"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Button outlined type="submit">
        {say('compareAddButton')}
      </Button>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="cc-problem">
          {words[problem]()}
        </p>
      )}
    </form>
  );
}
