import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';

/** One way that a benchmark is named, as a pattern over a normalised label. */
export interface BenchmarkName {
  benchmark: Benchmark;
  find: RegExp;
  /** How long the name is; the longest that is found in a label is the one meant. */
  length: number;
  /** The name of the family alone: which member is meant must follow, or is not said. */
  stem: boolean;
}

/** All names of a benchmark table, the longest first, and a quick test whether a text can hold any of them. */
export interface BenchmarkNames {
  names: readonly BenchmarkName[];
  mayName(text: string): boolean;
}

const cache = new WeakMap<readonly Benchmark[], BenchmarkNames>();

/** Compiles the names of a benchmark table. Benchmarks without a task cannot be reported, so they have none. */
export function benchmarkNames(benchmarks: readonly Benchmark[]): BenchmarkNames {
  const known = cache.get(benchmarks);
  if (known) return known;
  const names: BenchmarkName[] = [];
  const keys: string[] = [];
  const add = (benchmark: Benchmark, name: string, stem: boolean) => {
    const key = normalise(name);
    if (
      key.length < 3 ||
      names.some((other) => other.benchmark === benchmark && other.find.source === pattern(key).source)
    )
      return;
    keys.push(key);
    names.push({ benchmark, find: pattern(key), length: key.length, stem });
  };
  for (const benchmark of benchmarks) {
    if (benchmark.tasks.length === 0) continue;
    for (const name of [benchmark.name, ...(benchmark.aliases ?? [])]) {
      const core = coreOf(name);
      add(benchmark, core, benchmark.family !== undefined && normalise(core) === normalise(benchmark.family.stem));
    }
    if (benchmark.family) add(benchmark, benchmark.family.stem, true);
  }
  names.sort((a, b) => b.length - a.length);
  // The first word of each name, so that most rows are passed over without a closer look.
  const firsts = new Set(keys.map((key) => /\p{L}+/u.exec(key)?.[0] ?? key));
  const hints = new RegExp([...firsts, 'τ', '𝜏'].map(literal).join('|'), 'iu');
  const made: BenchmarkNames = { names, mayName: (text) => hints.test(text) };
  cache.set(benchmarks, made);
  return made;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Aliases carry setups (`HLE (w/ tools)`, `GPQA Diamond pass@1`): what remains without them. */
function coreOf(alias: string): string {
  return alias
    .replace(/\s*[(|].*$/, '')
    .replace(/\s+(?:no|w\/o?|with|without)\s.*$/i, '')
    .replace(/\s+(?:pass@\d+|cot|\d+-shot).*$/i, '')
    .trim();
}

/** Lower case, one kind of apostrophe and dash, Greek letters of mathematics as plain ones. */
export function normalise(text: string): string {
  return text
    .replace(/\\tau|\$\\tau\$/g, 'τ')
    .replace(/\^\{?2\}?/g, '²')
    .replace(/\$/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/τ\s?2/g, 'tau2')
    .replace(/zero[- ]?shot/g, '0-shot')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name with any separator between its words and between letters and digits, not within a longer word or version. */
function pattern(key: string): RegExp {
  const parts = key.match(/\d+(?:\.\d+)*|[\p{L}']+/gu) ?? [];
  const source = parts
    .map(literal)
    .map((part, index) => {
      if (index === 0) return part;
      return `${/^\d/.test(part) ? '[\\s_@-]*v?' : '[\\s_-]*'}${part}`;
    })
    .join('');
  return new RegExp(`(?<![\\p{L}\\d.])${source}(?![\\p{L}\\d]|\\.\\d)`, 'u');
}

/** The member of a family that a word names: in full, by its year, or by its beginning (`D` for Diamond). */
export function memberOf(benchmark: Benchmark, word: string): string | undefined {
  const members = benchmark.family?.members ?? [];
  const exact = members.find((member) => member === word || (/^20\d\d$/.test(member) && member.slice(2) === word));
  if (exact) return exact;
  if (benchmark.family?.kind !== 'subset') return undefined;
  const begun = members.filter((member) => member.startsWith(word));
  return word.length === 1 && begun.length === 1 ? begun[0] : undefined;
}

/** The benchmark of a family, and its task, that a member's name stands for; undefined when the table has none. */
export function taskOfMember(
  benchmark: Benchmark,
  member: string,
  benchmarks: readonly Benchmark[],
): { benchmark: Benchmark; task: BenchmarkTask } | undefined {
  const { family } = benchmark;
  if (!family) return undefined;
  for (const other of benchmarks) {
    if (other.family?.stem !== family.stem) continue;
    const task = other.tasks.find(({ implied }) => implied?.[family.kind] === member);
    if (task) return { benchmark: other, task };
  }
  return undefined;
}
