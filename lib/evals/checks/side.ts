import { type BenchmarkTask, type Items, resolveTask } from '../benchmarks/index.ts';
import type { Score, VariantTag } from '../score.ts';
import { lattice } from '../stats/lattice.ts';
import { lastDigit } from '../stats/rounding.ts';
import { isFromCard } from '../view/from-card.ts';
import { type CardWord, leadsToCard } from './card-word.ts';
import { modelOfLink } from './model-name.ts';

/** One score, made ready for comparing. Values are in the entry's own unit unless a name says percent. */
export interface Side {
  score: Score;
  value: number;
  /** One unit in the last digit as written. */
  unit: number;
  task: BenchmarkTask | undefined;
  /** Independent items that it is a mean over, with where the number is from. */
  items: ItemCount | undefined;
  /** Runs averaged over, as the notes say. */
  declaredRuns: number | undefined;
  /** Runs to count with: declared, else implied by the digits, else 1. */
  runs: number;
  /** Fewest runs that the digits allow; null when none up to 64 does; undefined when they do not tell. */
  impliedRuns: number | null | undefined;
  /** The model that the entry itself names, when it may be another than the repository's. */
  model: string | undefined;
  /** What was said of the model itself. */
  modelTags: VariantTag[];
  /** The model whose page the source is. */
  page: string | undefined;
  /** Neither a source nor a page where the number could stand. */
  sourceless: 'none' | 'home' | undefined;
  /** Stated by the model card and by no file: the card itself is its source. */
  fromCard: boolean;
  /** Its source is this model's own card. */
  namesCard: boolean;
  /** What the card says of it; absent while that is not known. */
  card?: CardWord | undefined;
  /** {@link Variant.rest} without case and punctuation. */
  rest: string;
  /** Equal for scores whose words say the same. */
  signature: string;
}

export interface ItemCount {
  n: number;
  of: Items['of'] | 'items';
  /** Where the number is from: a link, or `notes` for the entry's own words. */
  source: string;
  date?: string;
  about?: boolean;
}

/** What a pair of sides needs from one score, computed once. */
export function makeSide(score: Score, model: string | undefined, repo?: string): Side {
  const task = resolveTask(score.dataset, score.task);
  const { tags, rest } = score.variant;
  const unit = lastDigit(score.valueText);
  const items = itemsOf(tags, task);
  const declaredRuns = runsOf(tags);
  const fromCard = isFromCard(score);
  const exact = task?.binary && items && !items.about && !(task.items?.disputed && items.source !== 'notes');
  const percent = task?.scale?.[1] === 100 ? score.value : Number.NaN;
  const printed = exact && unit > 0 && !(percent > 0 && percent <= 1) ? lattice(percent, unit, items.n) : undefined;
  return {
    score,
    value: score.value,
    unit: Number.isFinite(unit) ? unit : 0,
    task,
    items,
    declaredRuns,
    runs: declaredRuns ?? printed?.runs ?? 1,
    impliedRuns: printed?.runs,
    model,
    modelTags: tags.filter(({ kind }) => kind === 'model'),
    page: score.source && modelOfLink(score.source.url),
    sourceless: fromCard ? undefined : sourcelessness(score.source?.url),
    fromCard,
    namesCard: leadsToCard(score.source?.url, repo),
    rest: rest
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    signature: JSON.stringify([
      tags.map(({ kind, value, from }) => [kind, value, from === 'source']),
      rest,
      model,
      score.revision,
    ]),
  };
}

function sourcelessness(url: string | undefined): Side['sourceless'] {
  if (!url?.trim()) return 'none';
  return /^https?:\/\/[^/?#]+\/?$/i.test(url.trim()) ? 'home' : undefined;
}

/** Independent items that a score with this setup is a mean over; undefined where that is not known. */
export function itemsOf(tags: readonly VariantTag[], task: BenchmarkTask | undefined): ItemCount | undefined {
  const stated =
    tags.find(({ kind }) => kind === 'items') ??
    tags.find(({ kind, value }) => kind === 'subset' && value.startsWith('of '));
  const n = Number(stated?.value.replace('of ', ''));
  // Notes may narrow a benchmark; none has no items, or more than there are, whatever its notes say.
  if (n >= 1 && n <= (task?.items?.n ?? Number.MAX_SAFE_INTEGER)) return { n, of: 'items', source: 'notes' };
  const part = task?.parts?.find((named) =>
    tags.some(({ kind, value }) => kind === named.kind && value === named.value),
  );
  if (part) return { of: task?.items?.of ?? 'items', ...part };
  // Another subset or version of the benchmark has another number of items, which is not known here.
  const elsewhere = tags.some(
    ({ kind, value }) =>
      (kind === 'subset' && value !== 'unnamed') || (kind === 'version' && task?.implied?.version !== undefined),
  );
  return elsewhere ? undefined : task?.items;
}

function runsOf(tags: readonly VariantTag[]): number | undefined {
  for (const { kind, value } of tags) {
    const match = kind === 'runs' ? /^avg@(\d+)$/.exec(value) : null;
    if (match) return Math.max(1, Number(match[1]));
  }
  return undefined;
}
