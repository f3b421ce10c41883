import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';
import { type BenchmarkName, benchmarkNames, memberOf, normalise, taskOfMember } from './benchmark-names.ts';

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

/** Words for how a score is counted; they are no setup of their own. */
const counting =
  /(?<![\p{L}\d])(?:acc(?:uracy)?|acc_char|acc_norm|em|exact match|score|resolved|resolve rate|success rate|pass rate|solve rate|rate|correct|avg|average|mean|strict|full set|full|official|public|the|of|on|in|prompt(?:[- ]?level)?|loose|mcq?|multiple choice|generative|gen|percentage|average@\d+|higher is better|single[- ]attempt|ndcg@10|macro|micro)(?![\p{L}\d@])/giu;
/** Fillers that may stand beside a benchmark's name. */
const fillers = /(?<![\p{L}\d])(?:overall|test|benchmarks?|dataset|english|en|mteb|retrieval)(?![\p{L}\d])/giu;
/** Topics before a name or in brackets behind it; right behind it they would be a part of its questions. */
const topics =
  /(?<![\p{L}\d])(?:agentic|knowledge|reasoning|science|scientific|math(?:ematics)?|coding|code|general|graduate[- ]level|phd[- ]level|software engineering|agents?|factuality|tools?|search|q&a|qa|language|text)(?![\p{L}\d])/giu;
/** In brackets most words are a remark; these make it another set of questions. */
const another =
  /(?<![\p{L}\d])(?:lite|mini|hard|easy|symbolic|multilingual|multi|zh|cn|chinese|japanese|korean|german|french|spanish|translated|plus|redux|subset|sample|dev|image|images|audio|video|live|java|typescript|private|commercial|biology|business|chemistry|computer science|economics|engineering|health|history|law|medicine|philosophy|physics|psychology|humanities|stem|social sciences?|elo|rating|cost|tokens?|time|latency|wins?)(?![\p{L}\d])/iu;

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
    rest = rest.slice(word[0].length);
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
    const reading = judge(benchmark, only, prefix, suffix);
    // `HLE-Text`, `HLE-Full`: the name has a setup in it.
    const said = readVariant({ row: name, dataset: benchmark.dataset, task: only.id }).tags.some(
      ({ kind }) => kind === 'modality',
    );
    return said && reading.kind === 'task'
      ? { ...reading, setup: [name, reading.setup].filter(Boolean).join(', ') }
      : reading;
  }
  if (benchmark.family) {
    const stem = normalise(benchmark.family.stem);
    const member = memberOf(benchmark, name.slice(name.startsWith(stem) ? stem.length : 0).replace(/^[\s_-]+/, ''));
    const found = member === undefined ? undefined : taskOfMember(benchmark, member, benchmarks);
    if (found) return judge(found.benchmark, found.task, prefix, suffix);
  }
  const part = taskNamed(benchmark, suffix);
  if (part) return judge(benchmark, part, prefix, '');
  const whole = wholeTask(benchmark);
  if (whole) return judge(benchmark, whole, prefix, suffix);
  return explained(prefix, suffix, benchmark) ? { kind: 'unclear', benchmark, doubt: 'task' } : OTHER;
}

/** The task that stands for all of a benchmark: its mean, or the one whose twins only repeat it. */
export function wholeTask({ tasks }: Benchmark): BenchmarkTask | undefined {
  const main = tasks.find((task) => task.main) ?? tasks[0];
  if (!main) return undefined;
  if (/^(?:overall|mean|average|total)$/.test(main.id)) return main;
  return tasks.every(({ id }) => id.startsWith(main.id)) ? main : undefined;
}

/** The task whose id the words abbreviate: `Tables` for `table_tests`, `Base` for `baseline`. */
export function taskNamed({ tasks }: Benchmark, label: string): BenchmarkTask | undefined {
  const wanted = wordsOf(label);
  if (wanted.length === 0) return undefined;
  const exact = tasks.filter(({ id }) => wordsOf(id).join(' ') === wanted.join(' '));
  if (exact.length > 0) return exact[0];
  const begun = tasks.filter(({ id }) => {
    const words = wordsOf(id);
    return wanted.every((word, index) => word.length >= 3 && (words[index]?.startsWith(word) || word === words[index]));
  });
  if (begun.length === 1) return begun[0];
  const ends = tasks.filter(({ id }) => wordsOf(id).at(-1) === wanted.at(-1) && wanted.length === 1);
  return begun.length === 0 && ends.length === 1 ? ends[0] : undefined;
}

const wordsOf = (text: string) =>
  (normalise(text).match(/[\p{L}\d]+/gu) ?? [])
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .filter((word) => word !== 'and');

function judge(benchmark: Benchmark, task: BenchmarkTask, prefix: string, suffix: string): LabelReading {
  if (!explained(prefix, suffix, benchmark, task)) return OTHER;
  const said = wordsOf(`${prefix} ${suffix}`);
  if (editionOf(benchmark, task).some((word) => !said.includes(word)))
    return { kind: 'unclear', benchmark, doubt: 'version' };
  return task.scale
    ? { kind: 'task', benchmark, task, setup: setupOf(prefix, suffix) }
    : { kind: 'unclear', benchmark, doubt: 'scale' };
}

/** The words around a name, without those that only say how a score is counted. */
export function setupOf(prefix: string, suffix: string): string {
  const words = `${prefix} , ${suffix}`
    .replace(counting, (word) => (word === 'em' || word.startsWith('macro') || word.startsWith('micro') ? word : ' '))
    .replace(/[_↑↓*†‡]/g, ' ');
  return words
    .split(/[(),;:[\]]|\s[-–—|]\s/)
    .map((piece) => piece.replace(/^[\s\-–—./]+|[\s\-–—./]+$/g, ''))
    .filter((piece) => /[\p{L}\d]/u.test(piece.replace(fillers, '').replace(topics, '')))
    .join(', ');
}

/** What a task's id says of its edition beyond the benchmark's name: `toolathlon_verified`, `skillsbench_v1_1`. */
function editionOf({ name }: Benchmark, { id }: BenchmarkTask): string[] {
  const named = wordsOf(name);
  return wordsOf(id).filter((word) => /^(?:verified|lite|hard|pro|v?\d+)$/.test(word) && !named.includes(word));
}

/** Whether what stands around a benchmark's name is a setup or a filler, so that it is still the same benchmark. */
function explained(prefix: string, suffix: string, benchmark: Benchmark, task?: BenchmarkTask): boolean {
  const whole = `${prefix} ${suffix}`;
  if (!/[\p{L}\d]/u.test(whole)) return true;
  const { tags } = readVariant({
    row: `${prefix}${task ? benchmark.name : (benchmark.family?.stem ?? benchmark.name)}${suffix}`,
    dataset: benchmark.dataset,
    task: task?.id,
  });
  if (tags.some(({ kind, value }) => kind === 'version' && value !== task?.implied?.version && value !== 'unnamed'))
    return false;
  if (
    tags.some(
      ({ kind, value }) =>
        kind === 'subset' && value !== task?.implied?.subset && value !== 'unnamed' && value !== 'public',
    )
  )
    return false;
  const brackets: string[] = [];
  const outside = (text: string) =>
    text.replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (_, remark: string) => {
      brackets.push(...remark.split(/[,;]/));
      return ' ';
    });
  // Behind a colon, a dash with blanks or a bar stands a description.
  const [behind = '', ...described] = outside(suffix).split(/\s[-–—|]\s|[:|]\s/);
  if (!understood(behind, benchmark, task) || !understood(outside(prefix).replace(topics, ' '), benchmark, task))
    return false;
  return [...brackets, ...described].every((remark) => {
    const words = remark.replace(topics, ' ');
    return (
      understood(remark, benchmark, task) ||
      understood(words, benchmark, task) ||
      (!another.test(remark) && !/\d/.test(words))
    );
  });
}

function understood(text: string, benchmark: Benchmark, task: BenchmarkTask | undefined): boolean {
  const words = text.replace(/[↑↓⬆⬇%*†‡#]/g, ' ').trim();
  if (!/[\p{L}\d]/u.test(words)) return true;
  const { rest } = readVariant({ row: words.replace(/[_]/g, ' '), dataset: benchmark.dataset, task: task?.id });
  return !/[\p{L}\d]/u.test(rest.replace(counting, ' ').replace(fillers, ' '));
}

/** Whether words are a setup and nothing else: `no tools`, `5-shot`, `w/ python`, `Diamond`. */
export function isSetup(text: string, benchmark?: Benchmark): boolean {
  const words = text.trim();
  if (words === '' || words.length > 120) return false;
  const { tags, rest } = readVariant({ row: words, dataset: benchmark?.dataset });
  return tags.length > 0 && !/[\p{L}\d]/u.test(rest.replace(counting, ' '));
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
