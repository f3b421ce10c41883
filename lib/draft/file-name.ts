import { lookupBenchmark, resolveTask } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';
import type { EntryFields } from './fields.ts';

/** Lower case, words parted by `_`; a version's point stays. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}|['’]/gu, '')
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^[_.]+|[_.]+$|(?<!\d)\.|\.(?!\d)/g, '');

const LONGEST = 60;

/** The benchmark's name as titles and files have it: `HLE` and not `Humanity's Last Exam`, where its repository is called so. */
export function shortName(dataset: string): string {
  const benchmark = lookupBenchmark(dataset);
  const own = dataset.slice(dataset.lastIndexOf('/') + 1);
  if (!benchmark) return own;
  const names = [benchmark.name, ...(benchmark.aliases ?? [])];
  return names.find((name) => slug(name) === slug(own)) ?? benchmark.name;
}

/**
 * The name by the conventions of the Hub, without folder and ending: the benchmark, the task where there are several,
 * the setup where it is not the default one: `hle`, `hle_with_tools`, `gpqa_diamond`.
 */
export function fileStem(fields: Pick<EntryFields, 'dataset' | 'task' | 'notes'>): string {
  const { dataset, task, notes } = fields;
  const name = slug(shortName(dataset));
  const tasks = lookupBenchmark(dataset)?.tasks ?? [];
  const taskName = slug(task.slice(task.lastIndexOf('/') + 1).replace(/%/g, ''));
  const several = tasks.length > 1 && resolveTask(dataset, task) !== undefined;
  const unknown = !lookupBenchmark(dataset) && taskName !== name;
  const parts = [name, ...(several || unknown ? [taskName] : []), setupSlug(fields, notes)].filter(Boolean);
  return (
    parts
      .join('_')
      .slice(0, LONGEST)
      .replace(/[_.]+$/, '') || 'evaluation'
  );
}

/** What the notes add to the default setup; the default has no words for itself. */
function setupSlug(fields: Pick<EntryFields, 'dataset' | 'task'>, notes: string | undefined): string {
  if (!notes) return '';
  const { tags, rest } = readVariant({ ...fields, notes });
  const asDefault = tags.every(({ kind, value }) => kind === 'tools' && value === 'none') && !rest;
  return asDefault ? '' : slug(notes);
}

const FOLDER = '.eval_results';

/** A free path for a new file. The Hub tells case apart, the disks of those who clone it may not. */
export function freePath(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const path = `${FOLDER}/${stem}${number === 1 ? '' : `_${number}`}.yaml`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}
