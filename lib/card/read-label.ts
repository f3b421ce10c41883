import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';
import { type BenchmarkName, benchmarkNames, memberOf, normalise, taskOfMember } from './benchmark-names.ts';
import { explained, setupOf } from './label-words.ts';
import { editionOf, taskNamed, wholeTask } from './task-names.ts';

/** Why a label that names a benchmark does not say which score it is. */
export type Doubt = 'subset' | 'version' | 'task' | 'scale';

/** What a row's or column's label says of the benchmark. */
export type LabelReading =
  /** `setup` is what stands around the name. */
  | { kind: 'task'; benchmark: Benchmark; task: BenchmarkTask; setup: string }
  /** The benchmark is named, but not which of its parts. */
  | { kind: 'unclear'; benchmark: Benchmark; doubt: Doubt }
  /** It has the name of a benchmark in it and is another one: SuperGPQA, GSM8K Symbolic, AIME 2025. */
  | { kind: 'other' }
  | { kind: 'none' };

const NONE: LabelReading = { kind: 'none' };
const OTHER: LabelReading = { kind: 'other' };

const memory = new WeakMap<readonly Benchmark[], Map<string, LabelReading>>();

/** Reads which benchmark and task a label names. A label means exactly what it says; more is never guessed. */
export function readLabel(text: string, benchmarks: readonly Benchmark[]): LabelReading {
  const known = remembered(memory, benchmarks);
  let reading = known.get(text);
  if (!reading) {
    reading = read(text, benchmarks);
    known.set(text, reading);
  }
  return reading;
}

function read(text: string, benchmarks: readonly Benchmark[]): LabelReading {
  const { names, mayName } = benchmarkNames(benchmarks);
  if (text.length > 160 || !mayName(text)) return NONE;
  const label = normalise(text);
  let found: { name: BenchmarkName; from: number; to: number } | undefined;
  let again = '';
  for (const name of names) {
    const match = name.find.exec(label);
    if (!match) continue;
    const to = match.index + match[0].length;
    if (!found) found = { name, from: match.index, to };
    // A second benchmark beside the first: the caller has to part them.
    else if (match.index >= found.to || to <= found.from) {
      if (name.benchmark !== found.name.benchmark) return OTHER;
      again = match[0];
    }
  }
  if (!found) return NONE;
  const { name, from, to } = found;
  // `Humanity's Last Exam (HLE)`: the same one twice.
  const prefix = label.slice(0, from).replace(again, '');
  const suffix = label.slice(to).replace(again, '');
  return name.stem
    ? readStem(name.benchmark, prefix, suffix, benchmarks)
    : readNamed(name.benchmark, label.slice(from, to), prefix, suffix, benchmarks);
}

const months = /^[\s_\-(,]*(?:(feb(?:ruary)?)|(nov(?:ember)?)|(jan|mar|apr|may|jun|jul|aug|sep|oct|dec)\w*)[\s_.,)'-]*/;

/** A family's name: the member follows (`GPQA (Diamond)`, `HMMT Feb 26`), or the label does not say which. */
function readStem(
  benchmark: Benchmark,
  prefix: string,
  suffix: string,
  benchmarks: readonly Benchmark[],
): LabelReading {
  const { family } = benchmark;
  if (!family) return NONE;
  let rest = suffix;
  let month = months.exec(rest);
  if (month) rest = rest.slice(month[0].length);
  const word = /^[\s_@'([,:-]*(?:v(?=\d))?([\p{L}\d.]*[\p{L}\d])/u.exec(rest);
  const member = word?.[1] === undefined ? undefined : memberOf(benchmark, word[1]);
  if (word && member) {
    rest = withoutSet(rest.slice(word[0].length));
    month ??= months.exec(rest);
    if (month && /^20/.test(member)) rest = rest.replace(months, '');
    if (month?.[2] || month?.[3]) return OTHER;
    const found = taskOfMember(benchmark, member, benchmarks);
    return found ? judge(found.benchmark, found.task, prefix, rest) : OTHER;
  }
  const [only] = benchmark.tasks;
  // HLE and GSM8K are themselves unless a member says otherwise.
  if (only && benchmark.tasks.length === 1 && only.implied?.[family.kind] === undefined)
    return judge(benchmark, only, prefix, suffix);
  if (
    benchmarks.some(
      (other) =>
        other.tasks.length === 0 &&
        [other.name, ...(other.aliases ?? [])].some((alias) => normalise(alias) === normalise(family.stem)),
    )
  )
    return OTHER;
  if (/^20/.test(family.members[0] ?? '') || !explained(prefix, suffix, benchmark)) return OTHER;
  return { kind: 'unclear', benchmark, doubt: family.kind === 'subset' ? 'subset' : 'version' };
}

function readNamed(
  benchmark: Benchmark,
  name: string,
  prefix: string,
  suffix: string,
  benchmarks: readonly Benchmark[],
): LabelReading {
  const [only] = benchmark.tasks;
  if (benchmark.tasks.length === 1 && only) {
    // `HLE-Text`, `HLE-Full`: the name has a setup in it.
    const said = readVariant({ row: name, dataset: benchmark.dataset, task: only.id }).tags.some(
      ({ kind }) => kind === 'modality',
    );
    const reading = judge(benchmark, only, prefix, said ? withoutSet(suffix) : suffix);
    return said && reading.kind === 'task'
      ? { ...reading, setup: [name, reading.setup].filter(Boolean).join(', ') }
      : reading;
  }
  if (benchmark.family) {
    const stem = normalise(benchmark.family.stem);
    const member = memberOf(benchmark, name.slice(name.startsWith(stem) ? stem.length : 0).replace(/^[\s_-]+/, ''));
    const found = member === undefined ? undefined : taskOfMember(benchmark, member, benchmarks);
    if (found) return judge(found.benchmark, found.task, prefix, withoutSet(suffix));
  }
  const part = taskNamed(benchmark, suffix);
  if (part) return judge(benchmark, part, prefix, '');
  const whole = wholeTask(benchmark);
  if (whole) return judge(benchmark, whole, prefix, suffix);
  return explained(prefix, suffix, benchmark) ? { kind: 'unclear', benchmark, doubt: 'task' } : OTHER;
}

/** Behind a member's name: `Diamond subset`. */
const withoutSet = (suffix: string) => suffix.replace(/^[\s_-]*(?:sub)?(?:set|split)(?![\p{L}\d])/u, '');

function judge(benchmark: Benchmark, task: BenchmarkTask, prefix: string, written: string): LabelReading {
  const edition = editionOf(benchmark, task);
  const suffix = edition ? written.replace(edition, '') : written;
  if (!explained(prefix, suffix, benchmark, task)) return OTHER;
  if (edition && suffix === written) return { kind: 'unclear', benchmark, doubt: 'version' };
  return task.scale
    ? { kind: 'task', benchmark, task, setup: setupOf(prefix, suffix) }
    : { kind: 'unclear', benchmark, doubt: 'scale' };
}

const named = new WeakMap<readonly Benchmark[], Map<string, Benchmark[]>>();

/** Every benchmark that a text names, for headings and captions. */
export function benchmarksIn(text: string, benchmarks: readonly Benchmark[]): Benchmark[] {
  const { names, mayName } = benchmarkNames(benchmarks);
  const label = text.slice(0, 600);
  if (!mayName(label)) return [];
  const known = remembered(named, benchmarks);
  let found = known.get(label);
  if (!found) {
    const words = normalise(label);
    found = [...new Set(names.filter(({ find, stem }) => !stem && find.test(words)).map(({ benchmark }) => benchmark))];
    known.set(label, found);
  }
  return found;
}

/** The memory that goes with a benchmark table, emptied when it grows large. */
function remembered<T>(
  memories: WeakMap<readonly Benchmark[], Map<string, T>>,
  benchmarks: readonly Benchmark[],
): Map<string, T> {
  let known = memories.get(benchmarks);
  if (!known || known.size >= 2000) {
    known = new Map();
    memories.set(benchmarks, known);
  }
  return known;
}
