import { useFormContext, useWatch } from 'react-hook-form';
import { useSay } from '../ui/say.tsx';
import { useComposer } from './composer-context.tsx';
import type { DraftForm } from './draft-form.ts';
import { Field } from './field.tsx';
import { ProblemLines } from './problem-lines.tsx';

/**
 * What only a person knows, and where the scores go: the evaluated checkpoint, an open pull request of the account that
 * would open it, as a draft.
 */
export function QuestionFields({ account }: { account: string | undefined }) {
  const say = useSay();
  const { problems, editable, ground, prefix } = useComposer();
  const { register } = useFormContext<DraftForm>();
  const [checkpoint, updates] = useWatch<DraftForm, ['checkpoint', 'updates']>({ name: ['checkpoint', 'updates'] });
  const of = (field: string) => problems.filter((one) => one.field === field && one.entry === undefined);
  const asked = of('checkpoint');
  const whole = of('draft');
  const own = (ground?.pullRequests ?? [])
    .filter(({ author, paths }) => account !== undefined && author === account && paths.length > 0)
    .map(({ number }) => `${number}`);
  const choices = updates && !own.includes(updates) ? [...own, updates] : own;
  return (
    <>
      {(asked.length > 0 || checkpoint !== '') && (
        <fieldset className="cc-field cc-question" disabled={!editable} id={`${prefix}-checkpoint`}>
          <legend>{say('composerCheckpoint')}</legend>
          <div className="cc-field-body">
            {(['yes', 'no'] as const).map((answer) => (
              <label key={answer}>
                <input type="radio" value={answer} {...register('checkpoint')} />{' '}
                {say(answer === 'yes' ? 'composerCheckpointYes' : 'composerCheckpointNo')}
              </label>
            ))}
          </div>
          {asked.length > 0 && <ProblemLines id={`${prefix}-checkpoint-problems`} problems={asked} />}
        </fieldset>
      )}
      {(choices.length > 0 || of('updates').length > 0) && (
        <Field name="updates" label={say('composerUpdates')} problems={of('updates')}>
          {(control) => (
            <select {...control} {...register('updates')}>
              <option value="">{say('composerUpdatesNew')}</option>
              {choices.map((number) => (
                <option key={number} value={number}>
                  {say('composerUpdatesOwn', number)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {!updates && (
        <label className="cc-check-line">
          <input type="checkbox" disabled={!editable} {...register('asDraft')} /> {say('composerAsDraft')}
        </label>
      )}
      {whole.length > 0 && <ProblemLines id={`${prefix}-draft-problems`} problems={whole} />}
    </>
  );
}
