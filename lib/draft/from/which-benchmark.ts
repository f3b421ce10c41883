import { type Benchmark, benchmarks, lookupBenchmark } from '../../evals/benchmarks/index.ts';

/** A benchmark, and its task where the names tell; the task is empty where they do not. */
export interface BenchmarkAndTask {
  dataset: string;
  task: string;
}

/** Letters and digits only, so that `GPQA (Diamond)`, `gpqa:diamond` and `gpqa_diamond` are one name. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What harnesses put before and behind the name of a benchmark: who wrote the task, and how it is asked. */
const BEFORE =
  /^(?:inspect_evals|leaderboard|lighteval|community|extended|helm|original|harness|open_?llm|tinybenchmarks)[/|_]/i;
const BEHIND =
  /[_:|-](?:cot|zero_?shot|n_?shot|few_?shot|\d+_?shot|generative|gen|llama|instruct|chat|boxed|openai|platinum|v\d|\d+)$/i;

interface Named extends BenchmarkAndTask {
  official: boolean;
}

let table: Map<string, Named> | undefined;

/** Every name of every task that can be reported. An official benchmark's name goes before another's. */
function known(): Map<string, Named> {
  if (table) return table;
  const made = new Map<string, Named>();
  for (const benchmark of benchmarks)
    for (const [name, task] of namesOf(benchmark)) {
      const key = bare(name);
      const official = benchmark.status === 'official';
      if (key.length > 2 && (!made.has(key) || (official && !made.get(key)?.official)))
        made.set(key, { dataset: benchmark.dataset, task, official });
    }
  table = made;
  return made;
}

function namesOf({ dataset, name, aliases = [], tasks }: Benchmark): [name: string, task: string][] {
  const [first] = tasks;
  const own = dataset.slice(dataset.indexOf('/') + 1);
  const whole = tasks.length === 1 && first ? first.id : '';
  const names: [string, string][] = tasks.flatMap(({ id, aliases: others = [] }): [string, string][] => [
    [`${own} ${id}`, id],
    [`${name} ${id}`, id],
    // Ids such as `main`, `overall` and `default` are names only beside their benchmark's.
    ...[id, ...others]
      .filter((one) => bare(one).includes(bare(own)) || bare(one).length > 8)
      .map((one): [string, string] => [one, id]),
  ]);
  for (const one of [name, own, ...aliases]) {
    const task = tasks.find(({ id }) => bare(one).startsWith(bare(`${name} ${id}`)))?.id ?? whole;
    names.push([one, task]);
  }
  return names;
}

/**
 * The benchmark and task that a file's names mean, by the benchmark table's ids and aliases. The task stays empty where
 * only the benchmark is plain; undefined where nothing is.
 */
export function whichBenchmark(names: readonly (string | undefined)[]): BenchmarkAndTask | undefined {
  const given = names.filter((name) => name !== undefined && name.trim() !== '') as string[];
  const byId = given.map((name) => lookupBenchmark(name)).find((found) => found !== undefined);
  const byName = given.map(named).find((found) => found !== undefined);
  if (!byId) return byName && { dataset: byName.dataset, task: byName.task };
  if (byName?.dataset === byId.dataset && byName.task) return { dataset: byId.dataset, task: byName.task };
  const [only, ...others] = byId.tasks;
  if (only && others.length === 0) return { dataset: byId.dataset, task: only.id };
  // A config or split that is a task's id by itself: `main` of GPQA.
  const told = byId.tasks.find(({ id, aliases }) => given.some((name) => name === id || aliases?.includes(name)));
  return { dataset: byId.dataset, task: told?.id ?? '' };
}

function named(name: string): Named | undefined {
  for (let rest = name.trim(); rest; ) {
    const found = known().get(bare(rest));
    if (found) return found;
    const shorter = BEFORE.test(rest) ? rest.replace(BEFORE, '') : rest.replace(BEHIND, '');
    if (shorter === rest) return undefined;
    rest = shorter;
  }
  return undefined;
}
