import { useFormContext, useWatch } from 'react-hook-form';
import type { Problem } from '../../lib/draft/problem.ts';
import { useSay } from '../ui/say.tsx';
import { useComposer } from './composer-context.tsx';
import type { DraftForm, FormEntry } from './draft-form.ts';
import { EvidenceBlock } from './evidence-block.tsx';
import { Field } from './field.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { SetupFields } from './setup-fields.tsx';
import { SourceCheck } from './source-check.tsx';
import { TaskFields } from './task-fields.tsx';
import { ValueHint } from './value-hint.tsx';

type Sorted = Partial<Record<Problem['field'], Problem[]>>;

/** One score: benchmark and task, value, setup, day, evidence and source, each with its problems beside it. */
export function EntryFields({ index }: { index: number }) {
  const say = useSay();
  const { problems, prefix } = useComposer();
  const { register } = useFormContext<DraftForm>();
  const entry: FormEntry = useWatch<DraftForm, `entries.${number}`>({ name: `entries.${index}` });
  const repo = useWatch<DraftForm, 'repo'>({ name: 'repo' });
  const own: Sorted = Object.groupBy(
    problems.filter((problem) => problem.entry === entry.id),
    ({ field }) => field,
  );
  const of = (field: Problem['field']) => own[field] ?? [];
  const name = <Rest extends string>(rest: Rest) => `entries.${index}.${rest}` as const;
  return (
    <>
      <TaskFields index={index} entry={entry} datasetProblems={of('dataset')} taskProblems={of('task')} />
      <Field
        name={name('valueText')}
        label={say('composerValue')}
        problems={of('valueText')}
        hint={<ValueHint dataset={entry.dataset} task={entry.task} />}
      >
        {(control) => (
          <input
            {...control}
            {...register(name('valueText'))}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className="cc-mono cc-short"
            placeholder={say('composerValueHint')}
          />
        )}
      </Field>
      <SetupFields index={index} problems={of('notes')} />
      <Field name={name('date')} label={say('composerDate')} problems={of('date')}>
        {(control) => (
          <input
            {...control}
            {...register(name('date'))}
            type="text"
            autoComplete="off"
            className="cc-mono cc-short"
            placeholder="YYYY-MM-DD"
          />
        )}
      </Field>
      <div className="cc-field">
        <span className="cc-label">{say('composerEvidence')}</span>
        <div className="cc-field-body">
          <EvidenceBlock evidence={entry.evidence} repo={repo} />
        </div>
      </div>
      <Field
        name={name('source.url')}
        label={say('composerSourceUrl')}
        problems={[...of('source.url'), ...of('source.user'), ...of('source.org')]}
      >
        {(control) => (
          <>
            <input
              {...control}
              {...register(name('source.url'))}
              type="url"
              autoComplete="off"
              className="cc-mono"
              placeholder={say('composerSourceUrlHint')}
            />
            <SourceCheck repo={repo} entry={entry} />
          </>
        )}
      </Field>
      <Field name={name('source.name')} label={say('composerSourceName')} problems={of('source.name')}>
        {(control) => <input {...control} {...register(name('source.name'))} type="text" autoComplete="off" />}
      </Field>
      <Others
        problems={[...of('revision'), ...of('draft'), ...of('repo'), ...of('updates')]}
        id={`${prefix}-${index}`}
      />
    </>
  );
}

/** Problems of the score whose field has no control here. */
function Others({ problems, id }: { problems: Problem[]; id: string }) {
  return problems.length > 0 ? <ProblemLines id={`${id}-others`} problems={problems} /> : null;
}
