import { isScalar } from 'yaml';
import * as z from 'zod/mini';
import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import { namesDisagree } from '../evals/checks/model-name.ts';
import type { FindingFacts } from '../evals/finding.ts';
import { run } from '../evals/in-slices.ts';
import { followIn, plainData } from '../evals/node-fields.ts';
import { MAX_ITEM_PARTS, readYaml, type YamlText } from '../evals/read-yaml.ts';
import { syntaxMessage } from '../evals/syntax-message.ts';
import { readVariant } from '../evals/variant/index.ts';
import type { CardDoubt, CardScore } from './card.ts';
import { type IndexResult, indexResults } from './index-results.ts';
import { mainMetric } from './main-metric.ts';
import { readLabel } from './read-label.ts';
import { readNumber } from './read-number.ts';
import { wholeTask } from './task-names.ts';
import { unitOf } from './unit.ts';

const text = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));

/** One result of `model-index` (https://github.com/huggingface/hub-docs/blob/main/modelcard.md), as far as it is read. */
const resultSchema = z.object({
  dataset: z.object({
    type: text,
    name: z.optional(text),
    config: z.nullish(text),
    split: z.nullish(text),
    args: z.optional(z.unknown()),
  }),
  metrics: z
    .array(z.object({ type: text, name: z.nullish(text), value: z.union([z.number(), z.string()]) }))
    .check(z.minLength(1)),
});

type Result = z.infer<typeof resultSchema>;

export interface IndexReading {
  scores: CardScore[];
  ambiguous: CardDoubt[];
  findings: FindingFacts[];
}

/**
 * Reads the legacy `model-index` of a card's metadata. A card of an embedding model has hundreds of results; only those
 * that name a benchmark of the table are parsed, each by itself.
 *
 * @param first 1-based line of the card that the metadata begins on.
 */
export function* readModelIndex(
  metadata: string,
  first: number,
  model: string,
  benchmarks: readonly Benchmark[],
): Generator<undefined, IndexReading> {
  const reading: IndexReading = { scores: [], ambiguous: [], findings: [] };
  const { results, shapeless } = indexResults(metadata, first);
  if (shapeless !== undefined)
    reading.findings.push({
      rule: 'model-index/shape',
      message: { key: 'findingModelIndexShape' },
      line: shapeless,
      severity: 'info',
    });
  yield;
  const concerning = results.filter(({ text: result }) => concerns(result, benchmarks));
  for (const result of concerning.slice(0, MAX_RESULTS)) {
    yield;
    readResult(result, model, benchmarks, reading);
  }
  const left = concerning[MAX_RESULTS];
  if (left)
    reading.findings.push({
      rule: 'model-index/too-many-results',
      message: { key: 'findingCardUnread' },
      line: left.line,
      severity: 'info',
    });
  return reading;
}

/** Results that name a known benchmark; each takes about a millisecond. */
const MAX_RESULTS = 60;
/** A result longer than this is no result. */
const MAX_RESULT = 100_000;

/** Whether a result may be about a benchmark of the table: by dataset id, with or without its organisation, or by name. */
function concerns(result: string, benchmarks: readonly Benchmark[]): boolean {
  if (result.length > MAX_RESULT) return false;
  const dataset = /^[ \t-]*dataset:[\s\S]{0,600}/m.exec(result)?.[0] ?? result.slice(0, 600);
  const lower = dataset.toLowerCase();
  if (
    benchmarks.some(
      ({ dataset: id, tasks }) => tasks.length > 0 && lower.includes(id.slice(id.indexOf('/') + 1).toLowerCase()),
    )
  )
    return true;
  const name = /^[ \t-]*name:[ \t]*(.{1,120})$/m.exec(dataset)?.[1];
  return name !== undefined && readLabel(name.replace(/^["']|["']$/g, ''), benchmarks).kind !== 'none';
}

function readResult(
  { text: written, line, name }: IndexResult,
  model: string,
  benchmarks: readonly Benchmark[],
  into: IndexReading,
): void {
  const yaml = run(readYaml(written, line, MAX_ITEM_PARTS));
  const [problem] = yaml.problems;
  if (problem) {
    const { rule, message } = syntaxMessage(problem.code);
    into.findings.push({ rule, message, line: yaml.lineAt(problem.offset), severity: 'warning' });
    return;
  }
  const [value] = plainOf(yaml);
  const parsed = resultSchema.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    into.findings.push({
      rule: 'model-index/schema',
      message: { key: 'findingModelIndexField', args: [path] },
      line,
      severity: 'warning',
    });
    return;
  }
  const found = benchmarkOf(parsed.data, benchmarks);
  if (!found) return;
  const quote = `${parsed.data.dataset.type} | ${parsed.data.dataset.name ?? ''}`;
  const why = (key: CardDoubt['why']['key'], ...args: string[]) =>
    into.ambiguous.push({ quote, why: { key, args }, line, origin: 'model-index' });
  if (name !== undefined && namesDisagree(name, model) === 'model') return void why('cardIndexModel', name, model);
  if (found.kind === 'unclear')
    return void why(found.doubt === 'subset' ? 'cardSubsetUnnamed' : 'cardTaskUnnamed', found.benchmark.name);
  const { benchmark, task } = found;
  const metric = mainMetric(parsed.data.metrics, benchmark.framework);
  if (metric === undefined)
    return void why(
      'cardMetricUnclear',
      benchmark.name,
      parsed.data.metrics
        .map(({ type }) => type)
        .slice(0, 5)
        .join(', '),
    );
  const number = readNumber(valueText(yaml, metric) ?? String(parsed.data.metrics[metric]?.value));
  if (number.kind !== 'number') {
    if (number.kind !== 'none') why('cardNumberUnclear', String(parsed.data.metrics[metric]?.value));
    return;
  }
  const { type, name: label } = parsed.data.metrics[metric] ?? { type: '' };
  const notes = [parsed.data.dataset.name ?? '', shotsOf(parsed.data)].filter(Boolean).join('; ');
  const variant = readVariant({ row: notes, dataset: benchmark.dataset, task: task.id });
  into.scores.push({
    dataset: benchmark.dataset,
    task: task.id,
    benchmark: benchmark.name,
    value: number.value,
    valueText: number.text,
    unit: unitOf(number, task),
    notes: variant.tags.map(({ quote: words }) => words).join(', '),
    variant,
    where: {
      section: [],
      table: null,
      row: notes,
      column: label ?? type,
      header: parsed.data.metrics.map((each) => each.type).slice(0, 60),
      footnotes: [],
      rowIndex: null,
      columnIndex: null,
    },
    beside: [],
    origin: 'model-index',
    line,
    quote: `${quote} | ${type}: ${number.text}`,
  });
}

function plainOf(yaml: YamlText): unknown[] {
  try {
    const [document] = yaml.documents;
    const value = document && plainData(document.contents, followIn(document, false));
    return Array.isArray(value) ? value : [];
  } catch {
    // An alias, or a key that is itself a list: no result has either.
    return [];
  }
}

function valueText(yaml: YamlText, metric: number): string | undefined {
  const node = yaml.documents[0]?.getIn([0, 'metrics', metric, 'value'], true);
  return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
}

type Found =
  | { kind: 'task'; benchmark: Benchmark; task: BenchmarkTask }
  | { kind: 'unclear'; benchmark: Benchmark; doubt: string };

/** By dataset id first, because a display name may say anything; then by name. */
function benchmarkOf({ dataset }: Result, benchmarks: readonly Benchmark[]): Found | undefined {
  const type = dataset.type.toLowerCase();
  const byId = benchmarks.find(
    ({ dataset: id, tasks }) =>
      tasks.length > 0 && (id.toLowerCase() === type || id.slice(id.indexOf('/') + 1).toLowerCase() === type),
  );
  const named = dataset.name === undefined ? undefined : readLabel(dataset.name, benchmarks);
  if (!byId)
    return named?.kind === 'task' || named?.kind === 'unclear' ? (type.includes('/') ? undefined : named) : undefined;
  if (named?.kind === 'task' && named.benchmark === byId) return named;
  const config = dataset.config?.toLowerCase();
  const task =
    byId.tasks.find(({ id, aliases }) => id.toLowerCase() === config || aliases?.some((alias) => alias === config)) ??
    (byId.tasks.length === 1 ? byId.tasks[0] : wholeTask(byId));
  if (task) return { kind: 'task', benchmark: byId, task };
  return { kind: 'unclear', benchmark: byId, doubt: byId.family?.kind ?? 'task' };
}

function shotsOf({ dataset }: Result): string {
  const args = dataset.args;
  if (typeof args !== 'object' || args === null) return '';
  const shots: unknown = Reflect.get(args, 'num_few_shot');
  return typeof shots === 'number' && !/shot/i.test(dataset.name ?? '') ? `${shots}-shot` : '';
}
