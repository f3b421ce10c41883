import { lookupBenchmark } from '../../evals/benchmarks/index.ts';
import { datasetUrl } from '../../evals/view/links.ts';
import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts } from './check.ts';

/** The benchmark is one, and the task is one of its `eval.yaml`: the Hub checks neither, and ranks only those. */
export const benchmark: DraftCheck = {
  name: 'benchmark',
  check: (question) => question.entries.flatMap((entry) => ofEntry(entry, question)),
};

function ofEntry({ entry, fields }: EntryInQuestion, { ground }: DraftInQuestion): ProblemFacts[] {
  const { dataset, task } = fields;
  if (!dataset || !task) return [];
  const read = ground?.benchmarks.find((one) => one.dataset.toLowerCase() === dataset.toLowerCase());
  const known = lookupBenchmark(dataset);
  const official = read && read.official !== 'unknown' ? read.official : known?.status === 'official';
  const tasks = read?.tasks ?? known?.tasks.map(({ id }) => id);
  const problem = (field: 'dataset' | 'task', level: ProblemFacts['level'], message: ProblemFacts['message']) => ({
    entry: entry.id,
    field,
    level,
    message,
  });

  // Who may not open the file can ask for it on the dataset's page.
  const url = datasetUrl(dataset);
  const links: ProblemFacts['links'] = url === undefined ? [] : [{ kind: 'url', url }];
  const isClosed = read?.unread === 'closed';

  if (!tasks || tasks.length === 0) {
    if (isClosed)
      return [{ ...problem('dataset', 'error', { key: 'problemBenchmarkClosed', args: [dataset] }), links }];
    if (read && read.official === false && !read.unread)
      return [problem('dataset', 'error', { key: 'problemNotABenchmark', args: [dataset] })];
    // Until its `eval.yaml` was read nobody can say what its tasks are called.
    return ground ? [problem('dataset', 'error', { key: 'problemBenchmarkUnread', args: [dataset] })] : [];
  }
  const problems: ProblemFacts[] = [];
  if (!tasks.includes(task)) {
    const meant = meantTask(dataset, task, tasks);
    problems.push({
      ...problem('task', 'error', { key: 'problemTaskUnknown', args: [task, dataset, tasks.join(', ')] }),
      ...(meant === undefined
        ? {}
        : { offer: { field: 'task', text: meant, message: { key: 'offerUse', args: [meant] } } }),
    });
  }
  if (official === false) problems.push(problem('dataset', 'warning', { key: 'problemNotOfficial', args: [dataset] }));
  if (isClosed)
    problems.push({ ...problem('task', 'notice', { key: 'problemTaskFromTableClosed', args: [dataset] }), links });
  else if (official !== false && ground && !read?.tasks)
    problems.push(problem('task', 'notice', { key: 'problemTaskFromTable', args: [dataset] }));
  return problems;
}

/** The task that an id used elsewhere stands for, or that differs by nothing but case and signs. */
export function meantTask(dataset: string, task: string, tasks: readonly string[]): string | undefined {
  const alias = lookupBenchmark(dataset)?.tasks.find(({ aliases }) => aliases?.includes(task))?.id;
  if (alias !== undefined && tasks.includes(alias)) return alias;
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const same = tasks.filter((id) => bare(id) === bare(task));
  return same.length === 1 ? same[0] : tasks.length === 1 ? tasks[0] : undefined;
}
