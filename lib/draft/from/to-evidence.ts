import type { EvidenceFormat, ImportFinding, LogResult, ReadEvidence } from './evidence.ts';
import { finding } from './evidence.ts';
import { whichBenchmark } from './which-benchmark.ts';

/** More results than one model has of benchmarks; the rest are parts of theirs. */
const MOST = 50;
/** Unknown ones of a log that knows nothing else are offered with their benchmark left open. */
const FEW = 3;

/** A log's results with the benchmarks that their names mean. What is not known is said, by name. */
export function toEvidence(
  format: EvidenceFormat,
  file: string | undefined,
  model: string | undefined,
  results: readonly LogResult[],
  findings: readonly ImportFinding[],
): ReadEvidence {
  const placed = results.map((result) => ({ result, place: whichBenchmark(result.names) }));
  const known = placed.filter(({ place }) => place !== undefined);
  const unknown = placed.filter(({ place }) => place === undefined);
  const taken = [...known, ...(known.length === 0 && unknown.length <= FEW ? unknown : [])];
  const entries = taken.slice(0, MOST).map(({ result: { value, start }, place }) => ({
    ...(place ?? {}),
    valueText: value.text,
    ...start,
    evidence: {
      ...start.evidence,
      format,
      ...(file === undefined ? {} : { file: file.slice(-200) }),
    },
  }));
  const open = known.filter(({ place }) => place?.task === '').map(({ result }) => result.name);
  return {
    format,
    ...(model === undefined ? {} : { model }),
    entries,
    findings: [
      ...findings,
      ...(results.length === 0 ? [finding('error', 'import/no-results', 'importNoResults')] : []),
      ...(unknown.length > 0
        ? [
            finding(
              known.length > 0 ? 'notice' : 'warning',
              'import/unknown-benchmark',
              'importUnknown',
              unknown.length,
              names(unknown.map(({ result }) => result.name)),
            ),
          ]
        : []),
      ...(open.length > 0 ? [finding('notice', 'import/task-open', 'importTaskOpen', names(open))] : []),
      ...(taken.length > MOST ? [finding('warning', 'import/more', 'importMore', taken.length - MOST)] : []),
    ],
  };
}

const names = (all: readonly string[]) => `${all.slice(0, 5).join(', ').slice(0, 300)}${all.length > 5 ? ', …' : ''}`;
