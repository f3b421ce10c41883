import type { MessageKey } from '../message.ts';
import type { VariantTag } from '../score.ts';
import table from './table.json' with { type: 'json' };

/** How many items a score is a mean over, with where that number was read and when. */
export interface Items {
  /** The independent units to count with: for olmOCR-bench the pages, not the tests on them. */
  n: number;
  of: 'questions' | 'tasks' | 'pages';
  source: string;
  /** `YYYY-MM`. */
  date: string;
  /** The number is rounded or was given as "about". */
  about?: boolean;
  /** Sources disagree about the number, or reports are known to leave some out: good for noise, not for counting digits. */
  disputed?: boolean;
  /** Checks made on these units, where one unit carries several. */
  tests?: number;
}

/** A named part of a task that has its own number of items, such as the text-only questions of HLE. */
export interface Part {
  kind: VariantTag['kind'];
  value: string;
  n: number;
  source: string;
  date: string;
  about?: boolean;
}

/** A family of benchmarks that share a name and are told apart by one more word (`GPQA` … `diamond`). */
export interface Family {
  stem: string;
  kind: 'subset' | 'version';
  members: string[];
  /** The stem alone is a statement too: the author did not say which, or means the first of the family. */
  bare?: boolean;
}

export interface Caveat {
  /** The sentence, in the message catalogue. */
  key: MessageKey;
  source: string;
  date: string;
}

export interface BenchmarkTask {
  /** `tasks[].id` of the benchmark's `eval.yaml`. */
  id: string;
  main?: boolean;
  /** What the number is, in the field's word. */
  metric: string;
  /** Least and greatest possible value, in the unit of the board; absent when nobody said. */
  scale?: readonly [number, number];
  /** True when the score is a mean of outcomes that are 0 or 1, so that only some values are possible. */
  binary?: boolean;
  items?: Items;
  parts?: Part[];
  /** What the task's own name already says of the setup. */
  implied?: Partial<Record<VariantTag['kind'], string>>;
  /** Ids that files use in its place, though `eval.yaml` does not know them. */
  aliases?: string[];
  /** Runs that the official recipe averages over. */
  epochs?: number;
}

export interface Benchmark {
  /** Dataset repository on the Hub. */
  dataset: string;
  name: string;
  /** `official`: carried by the Hub's own list; `reported`: seen in files, less certain; `other`: no board of the Hub. */
  status: 'official' | 'reported' | 'other';
  framework?: string;
  /** What is measured, where that is not language (reading, reasoning, code, agents): models of one field are not run on another. */
  field?: 'documents' | 'embedding' | 'screens' | 'speech';
  /** Spellings seen in cards and files. */
  aliases?: string[];
  /** Names that look like it and are other benchmarks. */
  lookAlikes?: string[];
  lowerIsBetter?: boolean;
  /** How names of its family are read in running text: the stem, and what may follow it. */
  family?: Family;
  /** The setups that the field tells apart for it, the most telling first. */
  variants?: VariantTag['kind'][];
  caveats?: Caveat[];
  /** These two stand for every task of a benchmark whose task ids are not known. */
  items?: Items;
  scale?: readonly [number, number];
  tasks: BenchmarkTask[];
}

/** All that the table holds; its shape is checked against {@link ./schema.ts} by a test, not at run time. */
export const benchmarks: readonly Benchmark[] = (table as unknown as { benchmarks: Benchmark[] }).benchmarks;

const byDataset = new Map(benchmarks.map((benchmark) => [benchmark.dataset.toLowerCase(), benchmark]));

/** The benchmark of a dataset repository. The Hub does not tell case apart in repository ids, nor does this. */
export function lookupBenchmark(datasetId: string): Benchmark | undefined {
  return byDataset.get(datasetId.toLowerCase());
}

/** What a benchmark is called wherever a reader meets it; its repository where the table does not know it. */
export const benchmarkName = (datasetId: string): string => lookupBenchmark(datasetId)?.name ?? datasetId;

/** The task with exactly this id. */
export function lookupTask(datasetId: string, task: string): BenchmarkTask | undefined {
  return lookupBenchmark(datasetId)?.tasks.find(({ id }) => id === task);
}

/**
 * The task that an entry means: its id, or one of the ids known to stand for it (`gpqa_diamond` for `diamond`).
 * For counting items only; what is shown and compared stays the id as written.
 */
export function resolveTask(datasetId: string, task: string): BenchmarkTask | undefined {
  const benchmark = lookupBenchmark(datasetId);
  const found =
    benchmark?.tasks.find(({ id }) => id === task) ?? benchmark?.tasks.find(({ aliases }) => aliases?.includes(task));
  if (found || !benchmark?.items || benchmark.tasks.length > 0) return found;
  const { items, scale } = benchmark;
  return { id: task, metric: 'score', items, ...(scale ? { scale } : {}) };
}
