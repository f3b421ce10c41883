import type { Benchmark } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';
import { benchmarkNames, normalise } from './benchmark-names.ts';
import { readLabel } from './read-label.ts';

/** The notes that begin with one of the marks: `* …`, `(†: …)`, `[1] …`, `2. …`. */
export function notesOfMarks(marks: readonly string[], notes: readonly string[]): string[] {
  const found: string[] = [];
  for (const mark of new Set(marks)) {
    const literal = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Not the beginning of a longer mark or of a word.
    const begins = new RegExp(`^[\\s>(\\[^_]*${literal}(?![\\w${literal.slice(-1)}])[\\])\\s:.,_]*`, 'u');
    const note = notes.find((text) => begins.test(text) && text.length > mark.length + 2);
    if (note) found.push(note.replace(begins, '').replace(/\)$/, ''));
  }
  return found;
}

/** What a note is on: benchmarks by name, families by their stem, and rows of one tool setup alone. */
interface Subject {
  benchmarks: Benchmark[];
  stems: string[];
  tools: string | undefined;
}

const memory = new WeakMap<readonly Benchmark[], Map<string, Subject>>();
const MEMORY = 1000;

/**
 * The notes that begin with the benchmark's name: `HLE is evaluated with …`, `SWE-bench Verified: …`. A note on the
 * whole family holds for its members; one on a setup (`HLE (w/ tools): …`) only for rows of that setup.
 */
export function notesOfBenchmark(
  benchmark: Benchmark,
  setup: string,
  notes: readonly string[],
  benchmarks: readonly Benchmark[],
): string[] {
  const own = toolsIn(setup, benchmark);
  return notes.filter((note) => {
    const { benchmarks: named, stems, tools } = subjectOf(note, benchmarks);
    const on = named.includes(benchmark) || (benchmark.family !== undefined && stems.includes(benchmark.family.stem));
    return on && (tools === undefined || own === undefined || (tools === 'none') === (own === 'none'));
  });
}

function subjectOf(note: string, benchmarks: readonly Benchmark[]): Subject {
  let known = memory.get(benchmarks);
  if (!known || known.size >= MEMORY) {
    known = new Map();
    memory.set(benchmarks, known);
  }
  let subject = known.get(note);
  if (!subject) {
    subject = readSubject(note, benchmarks);
    known.set(note, subject);
  }
  return subject;
}

/** A head before a colon is read as labels; a sentence must have the benchmark for its subject. */
function readSubject(note: string, benchmarks: readonly Benchmark[]): Subject {
  const subject: Subject = { benchmarks: [], stems: [], tools: undefined };
  const text = note
    .slice(0, 400)
    .replace(/^[\s>•·*–-]*/, '')
    .replace(/^(?:notes?:?\s+|for\s+(?:the\s+)?|on\s+|\d+[.)]\s*)+/i, '');
  const colon = text.indexOf(':');
  const headed = colon > 0 && colon < 140;
  const head = headed ? text.slice(0, colon) : text.slice(0, 60);
  if (!benchmarkNames(benchmarks).mayName(head)) return subject;
  if (headed)
    for (const piece of head.split(/\s*(?:&|,|\/|\band\b)\s*/)) {
      const reading = readLabel(piece.replace(/\s*\([^)]*\)\s*$/, ''), benchmarks);
      if (reading.kind === 'task') subject.benchmarks.push(reading.benchmark);
      else if (reading.kind === 'unclear' && reading.benchmark.family)
        subject.stems.push(reading.benchmark.family.stem);
    }
  else sentenceSubject(normalise(head), subject, benchmarks);
  const [first] = subject.benchmarks;
  if (first) subject.tools = toolsIn(head, first);
  return subject;
}

function sentenceSubject(words: string, subject: Subject, benchmarks: readonly Benchmark[]): void {
  for (const { find, benchmark, stem } of benchmarkNames(benchmarks).names) {
    const match = find.exec(words);
    if (match?.index !== 0) continue;
    if (!/^[\s\w.,()/-]*?\s(?:is|are|was|were|we|uses?|scores?|results?|evaluat)/.test(words.slice(match[0].length)))
      continue;
    if (stem && benchmark.family) subject.stems.push(benchmark.family.stem);
    else subject.benchmarks.push(benchmark);
  }
}

const toolsIn = (text: string, { dataset }: Benchmark): string | undefined =>
  readVariant({ row: text, dataset }).tags.find(({ kind }) => kind === 'tools')?.value;
