import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import type { Problem } from '../../lib/draft/problem.ts';
import { lookupBenchmark } from '../../lib/evals/benchmarks/index.ts';
import { benchmarkQuery, officialBenchmarksQuery } from '../../lib/messaging/board-queries.ts';
import { useSay } from '../ui/say.tsx';
import { BenchmarkPicker } from './benchmark-picker.tsx';
import type { FoundBenchmark } from './benchmark-search.ts';
import type { DraftForm, FormEntry } from './draft-form.ts';
import { Field } from './field.tsx';

interface TaskFieldsProps {
  index: number;
  entry: FormEntry;
  datasetProblems: readonly Problem[];
  taskProblems: readonly Problem[];
}

/** Which benchmark, of the Hub's own list, and which task, of the benchmark's own `eval.yaml`. */
export function TaskFields({ index, entry, datasetProblems, taskProblems }: TaskFieldsProps) {
  const say = useSay();
  const { control: form, register, setValue } = useFormContext<DraftForm>();
  const { dataset, task } = entry;
  const list = useQuery(officialBenchmarksQuery());
  const spec = useQuery({ ...benchmarkQuery(dataset), enabled: dataset !== '' });
  const known = lookupBenchmark(dataset)?.tasks.map(({ id }) => id) ?? [];
  const fromFile = spec.data?.tasks.map(({ id }) => id);
  const tasks = fromFile && fromFile.length > 0 ? fromFile : known;
  const change = { shouldDirty: true, shouldValidate: true };

  const choose = (found: FoundBenchmark) => {
    setValue(`entries.${index}.dataset`, found.dataset, change);
    const [only, ...others] = lookupBenchmark(found.dataset)?.tasks ?? [];
    const next = found.task ?? (only && others.length === 0 ? only.id : '');
    setValue(`entries.${index}.task`, found.dataset === dataset && task ? (found.task ?? task) : next, change);
  };

  return (
    <>
      <Controller
        control={form}
        name={`entries.${index}.dataset`}
        render={({ field }) => (
          <Field name={`entries.${index}.dataset`} label={say('composerBenchmark')} problems={datasetProblems}>
            {(control) => (
              <BenchmarkPicker
                control={control}
                dataset={dataset}
                benchmarks={list.data}
                unread={list.isError}
                inputRef={field.ref}
                onChoose={choose}
              />
            )}
          </Field>
        )}
      />
      <Field
        name={`entries.${index}.task`}
        label={say('composerTask')}
        problems={taskProblems}
        hint={dataset && spec.isFetching && tasks.length === 0 ? say('composerTasksReading') : undefined}
      >
        {(control) => (
          // Its options come later than its value does, so the value is told to it anew.
          <select
            {...control}
            {...register(`entries.${index}.task`)}
            value={task}
            disabled={control.disabled || !dataset}
          >
            <option value="">{say('composerTaskChoose')}</option>
            {/* An id that eval.yaml does not have stays as it was written, with its problem below. */}
            {[...new Set(task && !tasks.includes(task) ? [task, ...tasks] : tasks)].map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
