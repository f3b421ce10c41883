import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookupBenchmark } from '../../lib/evals/benchmarks/index.ts';
import { judgeTwo } from '../../lib/evals/checks/two.ts';
import type { CheckCode, Verdict } from '../../lib/evals/report.ts';
import { aScore } from '../fixtures/scores.ts';

interface Claim {
  value: number;
  unit: string;
  source: string;
  url: string;
  condition?: string;
  date?: string;
}

interface Contradiction {
  id: string;
  model: string;
  hub_dataset: string;
  verdict: string;
  claims: Claim[];
}

/** Two claims about one model on one benchmark, and what was made of them. */
export interface JudgedPair {
  id: string;
  /** What the corpus says of the whole contradiction. */
  kind: string;
  a: Claim;
  b: Claim;
  n: number;
  verdict: Verdict;
}

/** The value as a card would print it: JSON has lost the zero of `85.0`. */
const printed = ({ value, unit }: Claim) =>
  unit === 'percent' && Number.isInteger(value) ? value.toFixed(1) : String(value);

/** Every pair of claims of every documented contradiction, each as an entry with its condition as the notes. */
export function judgeContradictions(corpus: string): JudgedPair[] {
  const list: Contradiction[] = JSON.parse(readFileSync(join(corpus, 'corpus', 'contradictions.json'), 'utf8'));
  return list.flatMap(({ id, model, hub_dataset: dataset, verdict: kind, claims }) => {
    const task = lookupBenchmark(dataset)?.tasks[0];
    if (!task) return [];
    const scores = claims.map((claim) =>
      aScore({
        value: printed(claim),
        dataset,
        task: task.id,
        source: { url: claim.url, name: claim.source },
        ...(claim.condition === undefined ? {} : { notes: claim.condition }),
        ...(claim.date === undefined ? {} : { date: claim.date }),
      }),
    );
    const pairs: JudgedPair[] = [];
    for (const [i, a] of claims.entries()) {
      for (let j = i + 1; j < claims.length; j += 1) {
        const [b, x, y] = [claims[j], scores[i], scores[j]];
        if (b && x && y)
          pairs.push({ id, kind, a, b, n: task.items?.n ?? 0, verdict: judgeTwo(x, y, { repo: model }) });
      }
    }
    return pairs;
  });
}

const kinds: Record<string, readonly CheckCode[]> = {
  different_conditions: ['V0', 'V1', 'V2', 'V3', 'V4', 'I1'],
  wrong_attribution: ['I1', 'I2'],
  scale_mixup: ['S4'],
  different_benchmark: ['V2'],
  agree_within_rounding: ['R1', 'N0', 'P3'],
};

/**
 * The codes that name what stands between two claims, for pairs where the corpus knows; undefined where it does not.
 * Within one contradiction single pairs can be simpler than the whole: the same number twice, or two scales.
 */
export function rightCodes({ kind, a, b, n }: JudgedPair): readonly CheckCode[] | undefined {
  if (a.unit !== b.unit) return ['S4'];
  const right = kinds[kind];
  if (!right) return undefined;
  // The same number twice is no contradiction, unless it is the number of another model.
  if (a.value === b.value && kind !== 'wrong_attribution')
    return a.condition && b.condition ? [...right, 'R1'] : ['R1'];
  // The corpus gives the cause of a pair only where at least one of the two says how it was measured.
  if (kind === 'different_conditions' && !a.condition && !b.condition) return undefined;
  return kind === 'agree_within_rounding' && beyondNoise(a, b, n) ? ['N1', 'N2'] : right;
}

/** Formula 3 for single runs, written out once more so that the program does not judge itself. */
export function beyondNoise(a: Claim, b: Claim, n: number): boolean {
  if (n === 0 || a.unit !== 'percent' || b.unit !== 'percent') return false;
  const mean = (a.value + b.value) / 200;
  return Math.abs(a.value - b.value) / 100 > 1.96 * Math.sqrt((2 * mean * (1 - mean)) / n);
}
