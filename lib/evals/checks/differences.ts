import type { BenchmarkTask } from '../benchmarks/index.ts';
import type { CheckCode } from '../report.ts';
import type { VariantTag } from '../score.ts';
import type { Side } from './side.ts';

/** One respect in which two setups differ, or may differ. */
export interface Difference {
  code: Extract<CheckCode, 'V1' | 'V2' | 'V3' | 'V4'>;
  kind: VariantTag['kind'];
  /** The tags that speak of it; empty on the side that is silent. */
  a: VariantTag[];
  b: VariantTag[];
  /** Both sides state it and the statements exclude each other. Else one is silent, or the words are loose. */
  stated: boolean;
  /** What the silent side is taken to mean, where the task itself says so. */
  assumed?: string;
}

interface Aspect {
  code: Difference['code'];
  kind: VariantTag['kind'];
  /** Which tags of the kind belong to this aspect; all when absent. */
  only?: (value: string) => boolean;
  /** What silence means; without it a silent side says nothing. */
  silence?: (task: BenchmarkTask | undefined) => string | undefined;
  /** Whether two stated sets of values can be the same setup. */
  same: (a: readonly string[], b: readonly string[]) => boolean;
  /** Too weak to tell setups apart by itself. */
  loose?: (a: readonly string[], b: readonly string[]) => boolean;
  /** A statement on one side alone is not worth a word. */
  bothOnly?: boolean;
}

const overlap = (a: readonly string[], b: readonly string[]) => a.some((value) => b.includes(value));
const general =
  (word: string, not: string) =>
  (a: readonly string[], b: readonly string[]): boolean =>
    overlap(a, b) || (a.includes(word) && !b.includes(not)) || (b.includes(word) && !a.includes(not));

/** Words that name who ran it rather than the agent that was run. */
const runners = new Set([
  'harbor',
  'official',
  'in-house',
  'matharena',
  'artificial-analysis',
  'epoch',
  'nemo-evaluator',
]);

function sameHarness(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a, b].map((values) => values.filter((value) => !runners.has(value)));
  return x?.length && y?.length ? general('agent', 'agentless')(x, y) : overlap(a, b);
}

/** `avg@5`, `pass@1` and silence are all the mean over runs; the others are something else. */
const aggregation = (value: string) => (/^avg@|^pass@1$/.test(value) ? 'mean' : value);

const unquantized = new Set(['bf16', 'fp16', 'fp32']);
const precision = (value: string) => (unquantized.has(value) ? 'full' : value);

/** The respects in which setups are compared; within a code the more telling first. */
const aspects: readonly Aspect[] = [
  { code: 'V1', kind: 'tools', same: general('with', 'none') },
  { code: 'V1', kind: 'effort', same: general('thinking', 'none') },
  { code: 'V1', kind: 'compute', silence: () => 'none', same: overlap },
  { code: 'V1', kind: 'context', only: (value) => !/^\d/.test(value), same: overlap },
  { code: 'V1', kind: 'shots', only: (value) => !value.includes('cot'), same: general('few', '0') },
  { code: 'V1', kind: 'shots', only: (value) => value.includes('cot'), same: overlap },
  { code: 'V1', kind: 'context', only: (value) => /^\d/.test(value), same: overlap, loose: () => true, bothOnly: true },
  { code: 'V2', kind: 'version', silence: (task) => task?.implied?.version, same: overlap },
  {
    code: 'V2',
    kind: 'subset',
    silence: (task) => task?.implied?.subset,
    same: overlap,
    // An unlabelled GPQA is nearly always Diamond: sixteen pairs, median gap 0.4 (discrepancies 3.4).
    loose: (a, b) => a.includes('unnamed') || b.includes('unnamed'),
  },
  { code: 'V2', kind: 'modality', same: overlap },
  { code: 'V2', kind: 'items', same: overlap, loose: () => true, bothOnly: true },
  {
    code: 'V3',
    kind: 'runs',
    silence: () => 'avg@1',
    same: (a, b) => overlap(a.map(aggregation), b.map(aggregation)),
  },
  {
    code: 'V3',
    kind: 'metric',
    only: (value) => value === 'macro' || value === 'micro',
    same: overlap,
    bothOnly: true,
  },
  {
    code: 'V3',
    kind: 'metric',
    only: (value) => value !== 'macro' && value !== 'micro',
    same: overlap,
    bothOnly: true,
  },
  {
    code: 'V4',
    kind: 'harness',
    same: sameHarness,
  },
  { code: 'V4', kind: 'judge', same: overlap, bothOnly: true },
  { code: 'V4', kind: 'quantization', same: (a, b) => overlap(a.map(precision), b.map(precision)) },
];

/** What silence and its opposite share: a full set or no extra compute is what nobody needs to say. */
const unsaid: Partial<Record<VariantTag['kind'], string>> = { modality: 'full', compute: 'none', context: 'unmanaged' };

/** The respects in which the setups of two scores of one task differ, the more telling first. */
export function differences(a: Side, b: Side): Difference[] {
  const found: Difference[] = [];
  for (const { code, kind, only, silence, same, loose, bothOnly } of aspects) {
    const pick = ({ score }: Side) =>
      score.variant.tags.filter((tag) => tag.kind === kind && (!only || only(tag.value)));
    const [tagsA, tagsB] = [pick(a), pick(b)];
    if (tagsA.length === 0 && tagsB.length === 0) continue;
    const assumed = silence?.(a.task);
    const values = (tags: VariantTag[]) =>
      tags.length > 0 || assumed === undefined ? tags.map(({ value }) => value) : [assumed];
    const [x, y] = [values(tagsA), values(tagsB)];
    if (x.length > 0 && y.length > 0) {
      if (same(x, y)) continue;
      const onlyAssumed = (tagsA.length === 0 || tagsB.length === 0) && kind === 'compute';
      found.push({
        code,
        kind,
        a: tagsA,
        b: tagsB,
        stated: !onlyAssumed && !loose?.(x, y),
        ...(assumed !== undefined && code === 'V2' ? { assumed } : {}),
      });
      continue;
    }
    const said = tagsA.length > 0 ? tagsA : tagsB;
    const saysNothing = said.every(({ value, from }) => from === 'source' || value === unsaid[kind]);
    if (!bothOnly && !saysNothing) found.push({ code, kind, a: tagsA, b: tagsB, stated: false });
  }
  const [x, y] = [a.score.revision, b.score.revision];
  if (x !== undefined && y !== undefined && x !== y) {
    found.push({ code: 'V2', kind: 'version', a: [pinned(x)], b: [pinned(y)], stated: false });
  }
  return found;
}

/** A pinned dataset revision. Another commit may change the questions or only the text beside them. */
const pinned = (revision: string): VariantTag => ({
  kind: 'version',
  value: revision.slice(0, 10),
  quote: revision,
  from: 'notes',
});
