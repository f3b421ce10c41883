import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { lookupBenchmark } from '../evals/benchmarks/index.ts';
import type { Score } from '../evals/score.ts';
import { readVariant } from '../evals/variant/index.ts';

/** Two scores to compare, or what keeps them from being read. */
export interface ReadPair {
  /** 1-based line on which the pair begins. */
  line: number;
  model: string | undefined;
  sides: { a: ReadSide; b: ReadSide } | undefined;
  /** What is missing or of the wrong kind, in words. */
  problems: string[];
}

export interface ReadSide {
  score: Score;
  /** A model of its own, where the side names one. */
  model: string | undefined;
}

/**
 * Reads a list of `{model, a, b}`, each side an entry as in `.eval_results` (`dataset`, `value`, `date`, `source`,
 * `notes`), with an optional `model` of its own; without a `task_id` the benchmark's only or main task is meant. Goes through the YAML reader, of which JSON is a part, so that `85.0`
 * keeps its digits.
 * @throws when the text is no list at all
 */
export function readPairs(text: string): ReadPair[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', merge: false, lineCounter: lines, prettyErrors: true });
  const [error] = document.errors;
  if (error) throw new Error(error.message);
  const list = document.contents;
  if (!isSeq(list)) throw new Error('The file must hold a list of {model, a, b}.');
  return list.items.map((item) => {
    const line = isMap(item) ? lines.linePos(item.range?.[0] ?? 0).line : 0;
    if (!isMap(item)) return { line, model: undefined, sides: undefined, problems: ['the pair is no mapping'] };
    const problems: string[] = [];
    const model = textAt(item, ['model']);
    const a = readSide(item, 'a', problems);
    const b = readSide(item, 'b', problems);
    return { line, model, sides: a && b && problems.length === 0 ? { a, b } : undefined, problems };
  });
}

/** The text of a scalar as written; undefined when there is none. */
function textAt(map: YAMLMap, path: readonly string[]): string | undefined {
  const node = map.getIn(path, true);
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** The task that a bare dataset id means: the benchmark's only one, or its main one. */
function onlyTask(dataset: string): string | undefined {
  const tasks = lookupBenchmark(dataset)?.tasks ?? [];
  return (tasks.find(({ main }) => main) ?? (tasks.length === 1 ? tasks[0] : undefined))?.id;
}

function readSide(pair: YAMLMap, name: 'a' | 'b', problems: string[]): ReadSide | undefined {
  const entry = pair.get(name, true);
  if (!isMap(entry)) {
    problems.push(`${name} is missing`);
    return undefined;
  }
  const dataset = textAt(entry, ['dataset', 'id']);
  const task = textAt(entry, ['dataset', 'task_id']) ?? (dataset === undefined ? undefined : onlyTask(dataset));
  const valueText = textAt(entry, ['value']);
  const value = Number(valueText);
  if (!dataset) problems.push(`${name}.dataset.id is missing`);
  if (!task) problems.push(`${name}.dataset.task_id is missing`);
  if (valueText === undefined) problems.push(`${name}.value is missing`);
  else if (valueText.trim() === '' || !Number.isFinite(value))
    problems.push(`${name}.value is not a number: ${valueText}`);
  if (!dataset || !task || valueText === undefined || !Number.isFinite(value)) return undefined;
  const url = textAt(entry, ['source', 'url']);
  const sourceName = textAt(entry, ['source', 'name']);
  const notes = textAt(entry, ['notes']);
  const revision = textAt(entry, ['dataset', 'revision']);
  const date = textAt(entry, ['date']);
  const score: Score = {
    id: name,
    dataset,
    task,
    ...(revision === undefined ? {} : { revision }),
    value,
    valueText: valueText.trim(),
    asWritten: true,
    ...(date === undefined ? {} : { date }),
    ...(notes === undefined ? {} : { notes }),
    ...(url === undefined ? {} : { source: { url, ...(sourceName === undefined ? {} : { name: sourceName }) } }),
    // A file cannot prove it: only the Hub's answer can.
    verified: false,
    hasToken: textAt(entry, ['verifyToken']) !== undefined,
    origins: [{ kind: 'main', seenBy: ['main-files'] }],
    variant: readVariant({ notes, sourceName, dataset, task }),
  };
  return { score, model: textAt(entry, ['model']) };
}
