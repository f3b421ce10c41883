import { fileURLToPath } from 'node:url';
import { judgePage } from '../../lib/evals/checks/index.ts';
import { run } from '../../lib/evals/in-slices.ts';
import { seeded } from '../../lib/evals/stats/random.ts';
import { aScore, on } from '../fixtures/scores.ts';
import { judgeContradictions, rightCodes } from './contradictions.ts';
import { exactRates } from './exact.ts';
import { faultRecall, type Recall } from './faults.ts';
import { corpusDir } from './real-scores.ts';
import { items, type Spread, simulate, sizes, spreads, theoreticalPower } from './simulate.ts';
import { table } from './table.ts';

export interface AlarmFigures {
  n: number;
  spread: Spread;
  /** Share of pairs flagged though nothing differs: ours, as simulated through the program, and the fixed five points. */
  ours: number;
  simulated: number;
  fixed: number;
}

export interface PowerFigures {
  n: number;
  shift: number;
  ours: number;
  theory: number;
  fixed: number;
}

export interface VerdictFigures {
  alarms: AlarmFigures[];
  power: PowerFigures[];
  faults: Recall[];
  /** Pairs whose cause the corpus knows, and how many of them are led by it; null without the corpus. */
  contradictions: { pairs: number; known: number; right: number } | null;
  /** Milliseconds for all verdicts of two hundred scores, best and median of runs, by how they are grouped. */
  speed: { groups: number; verdicts: number; best: number; median: number }[];
}

/** The mean of the simulations, as in discrepancies 3.4. */
const MEAN = 0.75;

function alarms(trials: number): AlarmFigures[] {
  return sizes.flatMap((n) =>
    (Object.keys(spreads) as Spread[]).map((spread) => {
      const chances = items(n, MEAN, spread, seeded(n));
      const { ours, fixed } = exactRates(chances, chances, 1);
      // Through the program the large ones take long; the exact count stands for them.
      const rounds = n > 5000 ? Math.ceil(trials / 10) : trials;
      return { n, spread, ours, fixed, simulated: simulate({ n, mean: MEAN, spread, trials: rounds, seed: n }).ours };
    }),
  );
}

function power(): PowerFigures[] {
  return sizes.flatMap((n) =>
    [2, 3, 4].map((shift) => {
      const away = (shift / 2) * Math.sqrt(0.5 / n);
      const models = [0.5 - away, 0.5 + away].map((mean) => new Float64Array(n).fill(mean));
      const [first = new Float64Array(), second = new Float64Array()] = models;
      // Large benchmarks are printed with two decimals: one would round away a part of what is to be seen.
      const { ours, fixed } = exactRates(first, second, n > 1000 ? 2 : 1);
      return { n, shift, ours, fixed, theory: theoreticalPower(shift) };
    }),
  );
}

function speed(): VerdictFigures['speed'] {
  const notes = ['Reasoning: high, With tools', 'Reasoning: low', 'No tools.', 'avg of 5 runs', 'something else'];
  const where = [on.gpqa, on.hle, on.mmluPro, on.verified, on.unknown];
  return [40, 20, 10].map((count) => {
    const groups = Array.from({ length: count }, (_, group) => ({
      scores: Array.from({ length: 200 / count }, (_, at) =>
        aScore({
          ...(where[group % where.length] ?? on.gpqa),
          value: (50 + ((at * 79 + group * 31) % 300) / 10).toFixed(1),
          notes: notes[at % notes.length] ?? '',
        }),
      ),
    }));
    let verdicts = 0;
    const times = Array.from({ length: 41 }, () => {
      const start = performance.now();
      verdicts = run(judgePage(groups, { repo: 'org/model' })).flat().length;
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { groups: count, verdicts, best: times[0] ?? Number.NaN, median: times[20] ?? Number.NaN };
  });
}

/** False alarms and power of the rule beside the fixed five points, recall on seeded faults, contradictions, speed. */
export function benchVerdicts(trials = 4000): VerdictFigures {
  const corpus = corpusDir();
  const known = (corpus ? judgeContradictions(corpus) : []).map((pair) => ({ pair, right: rightCodes(pair) }));
  const judged = known.filter(({ right }) => right !== undefined);
  return {
    alarms: alarms(trials),
    power: power(),
    faults: faultRecall(),
    contradictions: corpus
      ? {
          pairs: known.length,
          known: judged.length,
          right: judged.filter(({ pair, right }) => right?.includes(pair.verdict.code)).length,
        }
      : null,
    speed: speed(),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The figures as tables to read. */
export function verdictTables({ alarms, power, faults, contradictions, speed }: VerdictFigures): string {
  const found = contradictions
    ? `${contradictions.right} of ${contradictions.known} pairs of known cause (${contradictions.pairs} pairs in all)`
    : 'the corpus is not there';
  return [
    'False alarms: the same model twice, single runs, mean 75 %, one decimal',
    table(
      ['items', 'spread', 'ours', 'as simulated', 'fixed 5 points'],
      alarms.map(({ n, spread, ours, simulated, fixed }) => [
        n,
        spread,
        percent(ours),
        percent(simulated),
        percent(fixed),
      ]),
    ),
    'Power: true means so many standard errors apart, mean 50 %',
    table(
      ['items', 'errors', 'ours', 'theory', 'fixed 5 points'],
      power.map(({ n, shift, ours, theory, fixed }) => [n, shift, percent(ours), percent(theory), percent(fixed)]),
    ),
    'Faults seeded into real scores: right leading code',
    table(
      ['fault', 'seeded', 'right', 'share'],
      faults.map(({ name, seeded: all, right }) => [name, all, right, percent(right / all)]),
    ),
    `Documented contradictions led by the cause that is known: ${found}`,
    'All verdicts of two hundred scores, ms',
    table(
      ['groups', 'verdicts', 'best', 'median'],
      speed.map(({ groups, verdicts, best, median }) => [groups, verdicts, best.toFixed(1), median.toFixed(1)]),
    ),
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(verdictTables(benchVerdicts()));
