import type { Benchmark } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';
import { benchmarkNames, normalise } from './benchmark-names.ts';
import { readLabel } from './read-label.ts';

const lead = /^[\s>•·–-]*(?:\*\s+(?=\S))?/;

/** The notes that begin with one of the marks: `* …`, `(†: …)`, `[1] …`, `2. …`. */
export function notesOfMarks(marks: readonly string[], notes: readonly string[]): string[] {
  const found: string[] = [];
  for (const mark of new Set(marks)) {
    const literal = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const begins = new RegExp(`^[\\s>(\\[^_]*${literal}(?![\\w${literal.slice(-1)}])[\\])\\s:.,_]*`, 'u');
    const note = notes.find((text) => begins.test(text) && text.length > mark.length + 2);
    if (note) found.push(note.replace(begins, '').replace(/\)$/, ''));
  }
  return found;
}

/**
 * The notes that begin with the benchmark's name: `HLE is evaluated with …`, `SWE-bench Verified: …`. A note on the
 * whole family holds for its members; one on a setup (`HLE (w/ tools): …`) only for rows of that setup.
 */
export function notesOfBenchmark(
  benchmark: Benchmark,
  label: string,
  notes: readonly string[],
  benchmarks: readonly Benchmark[],
): string[] {
  const { names, mayName } = benchmarkNames(benchmarks);
  const own = readVariant({ row: label, dataset: benchmark.dataset }).tags.find(({ kind }) => kind === 'tools')?.value;
  return notes.filter((note) => {
    const text = note.replace(lead, '').replace(/^(?:notes?:?\s+|for\s+(?:the\s+)?|on\s+|\d+[.)]\s*)+/i, '');
    const colon = text.indexOf(':');
    const head = colon > 0 && colon < 140 ? text.slice(0, colon) : text.slice(0, 60);
    if (!mayName(head)) return false;
    const pieces = colon > 0 && colon < 140 ? head.split(/\s*(?:&|,|\/|\band\b)\s*/) : [head];
    const names_ = pieces.some((piece) => {
      if (colon > 0 && colon < 140) {
        const reading = readLabel(piece.replace(/\s*\([^)]*\)\s*$/, ''), benchmarks);
        if (reading.kind === 'task') return reading.benchmark.dataset === benchmark.dataset;
        return reading.kind === 'unclear' && sameFamily(reading.benchmark, benchmark);
      }
      // A sentence: the name must be its subject.
      const words = normalise(piece);
      return names.some(({ find, benchmark: named, stem }) => {
        const match = find.exec(words);
        return (
          match !== null &&
          match.index === 0 &&
          (named === benchmark || (stem && sameFamily(named, benchmark))) &&
          /^[\s\w.,()/-]*?\s(?:is|are|was|were|uses?|scores?|results?|evaluat)/.test(words.slice(match[0].length))
        );
      });
    });
    if (!names_) return false;
    const said = readVariant({ row: head, dataset: benchmark.dataset }).tags.find(
      ({ kind }) => kind === 'tools',
    )?.value;
    return said === undefined || own === undefined || (said === 'none') === (own === 'none');
  });
}

const sameFamily = (a: Benchmark, b: Benchmark) =>
  a === b || (a.family !== undefined && a.family.stem === b.family?.stem);
