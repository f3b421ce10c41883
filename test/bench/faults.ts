import { resolveTask } from '../../lib/evals/benchmarks/index.ts';
import { judgeTwo } from '../../lib/evals/checks/two.ts';
import type { CheckCode } from '../../lib/evals/report.ts';
import type { Score } from '../../lib/evals/score.ts';
import { seeded } from '../../lib/evals/stats/random.ts';
import { wilson } from '../../lib/evals/stats/wilson.ts';
import { aScore } from '../fixtures/scores.ts';
import { type RealScore, realScores } from './real-scores.ts';

/** A fault put into a copy of a real score, and the codes that would name it rightly. */
interface Fault {
  name: string;
  right: readonly CheckCode[];
  /** The two sides, or nothing when the fault cannot be made of this score. */
  seed(real: RealScore, random: () => number): [Score, Score] | undefined;
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** The score again with other words or another number. */
function again({ score }: RealScore, given: { value?: string; notes?: string; url?: string; date?: string }): Score {
  const { dataset, task, notes, source, date } = score;
  const url = given.url ?? source?.url ?? 'https://huggingface.co/org/model';
  const said = given.notes ?? notes;
  const when = given.date ?? date;
  return aScore({
    dataset,
    task,
    value: given.value ?? score.valueText,
    ...(said === undefined ? {} : { notes: said }),
    ...(when === undefined ? {} : { date: when }),
    source: { url, ...(source?.name === undefined || given.url ? {} : { name: source.name }) },
  });
}

/** Another number of as many decimals, `points` away. */
const moved = ({ score }: RealScore, points: number) => {
  const digits = score.valueText.split('.')[1]?.length ?? 0;
  const away = score.value + points <= 99 ? score.value + points : score.value - points;
  return away > 1.5 ? away.toFixed(Math.min(digits, 2)) : undefined;
};

/** Two neighbouring digits of a number change places. */
function swapped(text: string, random: () => number): string | undefined {
  const places = [...text].flatMap((digit, at) =>
    /\d/.test(digit) && /\d/.test(text[at + 1] ?? '') && digit !== text[at + 1] ? [at] : [],
  );
  if (places.length === 0) return undefined;
  const at = pick(places, random);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

const noTools = ['No tools', 'no tools.', 'without tools', 'w/o tools', 'tools: none', 'No-tools', '(no tools)'];
const withTools = ['With tools', 'with tools.', 'w/ tools', 'tools: yes', 'With search', 'Python + search', 'tool use'];
const fullSet = ['full set', 'full set (text & image)', 'HLE-Full', ''];
const textOnly = ['Text-only', 'text-only subset', 'text only', 'HLE-Text', 'text-only questions'];
const base = ['base model', 'base model table, 5-shot', 'pretrained checkpoint', 'base checkpoint'];
const otherSubset: Record<string, readonly string[]> = {
  'Idavidrein/gpqa': ['GPQA Extended', 'GPQA main', 'extended set', 'GPQA (Main)'],
  'SWE-bench/SWE-bench_Verified': ['SWE-bench Lite', 'SWE-bench Multilingual', 'SWE-Bench-Pro'],
  'harborframework/terminal-bench-2.0': ['Terminal-Bench Hard', 'Terminal-Bench 2.1', 'Terminal-Bench 1.0'],
  'MathArena/aime_2026': ['AIME 2025', 'AIME25', 'AIME 2024'],
  'MathArena/hmmt_feb_2026': ['HMMT Feb 2025', 'HMMT25'],
  'TIGER-Lab/MMLU-Pro': ['MMLU-Redux', 'MMLU', 'MMLU-ProX'],
  'openai/gsm8k': ['GSM8K Symbolic', 'GSM8K-Platinum'],
};

export const faults: readonly Fault[] = [
  {
    name: '×100',
    right: ['S4'],
    seed: (real, random) => {
      const part = (real.score.value / 100).toPrecision(pick([2, 3, 4], random));
      return [real.score, again(real, { value: part, url: 'https://artificialanalysis.ai/models/x' })];
    },
  },
  {
    name: 'tools for no tools',
    right: ['V1'],
    seed: (real, random) => {
      const value = moved(real, 2 + 18 * random());
      if (value === undefined) return undefined;
      return [again(real, { notes: pick(noTools, random) }), again(real, { value, notes: pick(withTools, random) })];
    },
  },
  {
    name: 'text-only for full',
    right: ['V2'],
    seed: (real, random) => {
      const value = moved(real, 1 + 3 * random());
      if (real.score.dataset !== 'cais/hle' || value === undefined) return undefined;
      const tools = pick(noTools, random);
      return [
        again(real, { notes: `${tools}; ${pick(fullSet, random)}` }),
        again(real, { value, notes: `${tools}; ${pick(textOnly, random)}` }),
      ];
    },
  },
  {
    name: 'subset or version for another',
    right: ['V2'],
    seed: (real, random) => {
      const words = otherSubset[real.score.dataset];
      const value = moved(real, 1 + 10 * random());
      if (!words || value === undefined) return undefined;
      const kept = real.score.notes ? `${real.score.notes.replace(/\.$/, '')}; ` : '';
      return [real.score, again(real, { value, notes: kept + pick(words, random) })];
    },
  },
  {
    name: 'digit swap beyond noise',
    right: ['N1', 'N2'],
    seed: (real, random) => {
      const value = swapped(real.score.valueText, random);
      const n = resolveTask(real.score.dataset, real.score.task)?.items?.n ?? 1;
      if (value === undefined || Number(value) <= 1.5 || Number(value) > 100) return undefined;
      // Beyond noise: outside twice the half width of the interval that single runs of so many items have.
      const interval = wilson(real.score.value / 100, n);
      const far = 100 * (interval.high - interval.low);
      if (Math.abs(Number(value) - real.score.value) <= far) return undefined;
      return [real.score, again(real, { value })];
    },
  },
  {
    name: 'copied value',
    right: ['P3'],
    seed: (real) => [real.score, again(real, { date: '2026-09-30' })],
  },
  {
    name: 'base for instruct',
    right: ['I1'],
    seed: (real, random) => {
      const value = moved(real, 3 + 15 * random());
      if (!/instruct|-it\b|chat/i.test(real.repo) || value === undefined) return undefined;
      return [real.score, again(real, { value, notes: pick(base, random) })];
    },
  },
];

export interface Recall {
  name: string;
  seeded: number;
  right: number;
  /** The first few that were called something else. */
  missed: string[];
}

/** Puts every fault into every real score that can carry it, several times over, and counts the right leading codes. */
export function faultRecall(rounds = 5, seed = 20261121): Recall[] {
  const random = seeded(seed);
  const reals = realScores();
  return faults.map(({ name, right, seed: make }) => {
    const recall: Recall = { name, seeded: 0, right: 0, missed: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const real of reals) {
        const pair = make(real, random);
        if (!pair) continue;
        recall.seeded += 1;
        const { code } = judgeTwo(...pair, { repo: real.repo });
        if (right.includes(code)) recall.right += 1;
        else if (recall.missed.length < 8)
          recall.missed.push(
            `${code}: ${pair.map(({ valueText, notes }) => `${valueText} ${notes ?? ''}`).join(' | ')}`,
          );
      }
    }
    return recall;
  });
}
