import { useFormContext } from 'react-hook-form';
import { useSay } from '../ui/say.tsx';
import { useComposer } from './composer-context.tsx';
import type { DraftForm } from './draft-form.ts';
import { Field } from './field.tsx';

/** Which model the scores are of. */
export function ModelField() {
  const say = useSay();
  const { problems } = useComposer();
  const { register } = useFormContext<DraftForm>();
  const own = problems.filter(({ field, entry }) => field === 'repo' && entry === undefined);
  return (
    <Field name="repo" label={say('composerModel')} problems={own}>
      {(control) => (
        <input
          {...control}
          {...register('repo')}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className="cc-mono"
          placeholder={say('composerModelHint')}
        />
      )}
    </Field>
  );
}
