import type { Phrase } from '../message.ts';
import type { VariantTag } from '../score.ts';
import type { Difference } from './differences.ts';
import type { ItemCount } from './side.ts';

/** Rounded for reading; the exact number stays in the verdict's fields. */
const rounded = (value: number, digits: number) => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
};

/** `9 points`; two digits, or more where the gap is smaller than that. */
export function points(delta: number): Phrase {
  return { key: 'points', args: [rounded(delta, delta === 0 || delta >= 0.01 ? 2 : 6)] };
}

/** `≈ 18 of 198 questions`; a tenth of an item where the gap is below one. */
export function items(count: number, { n, of }: ItemCount): Phrase {
  const key =
    of === 'questions' ? 'itemsQuestions' : of === 'tasks' ? 'itemsTasks' : of === 'pages' ? 'itemsPages' : 'itemsAny';
  return { key, args: [rounded(count, count < 1 ? 1 : 0), n] };
}

const NAMES = {
  tools: 'setupTools',
  modality: 'setupModality',
  shots: 'setupShots',
  runs: 'setupRuns',
  subset: 'setupSubset',
  version: 'setupVersion',
  harness: 'setupHarness',
  effort: 'setupEffort',
  judge: 'setupJudge',
  quantization: 'setupQuantization',
  compute: 'setupCompute',
  context: 'setupContext',
  metric: 'setupMetric',
  model: 'setupModel',
  items: 'setupItems',
} as const satisfies Record<VariantTag['kind'], Phrase['key']>;

/** Kinds whose normalised value reads better than the words it was read from (`high` for `Reasoning: high`). */
const byValue = new Set<VariantTag['kind']>([
  'effort',
  'runs',
  'harness',
  'judge',
  'quantization',
  'version',
  'subset',
  'items',
]);

/** The tags of one side in short; what stands for silence when it says nothing. */
export function tagWords(tags: readonly VariantTag[], silent = '–'): string {
  if (tags.length === 0) return silent;
  return tags
    .map(({ kind, value, quote }) =>
      (byValue.has(kind) && value !== 'none' && value !== 'unnamed' ? value : quote).slice(0, 60),
    )
    .join(', ');
}

/** `effort: high / low`. */
export function setup({ kind, a, b, assumed }: Pick<Difference, 'kind' | 'a' | 'b' | 'assumed'>): Phrase {
  return { key: NAMES[kind], args: [tagWords(a, assumed), tagWords(b, assumed)] };
}

/** The number with its decimal point two places to the right: `0.412` becomes `41.2`, `0.7` becomes `70`. */
export function timesHundred(text: string): string {
  const match = /^(\d*)\.?(\d*)$/.exec(text.trim());
  if (!match) return String(Number((Number(text) * 100).toPrecision(12)));
  const [, whole = '', fraction = ''] = match;
  const shifted = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const left = fraction.slice(2);
  return left ? `${shifted}.${left}` : shifted;
}
