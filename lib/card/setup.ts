import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import type { Variant, VariantTag } from '../evals/score.ts';
import { readVariant } from '../evals/variant/index.ts';

/**
 * The variant of a card's score. What a footnote says counts only where row and column say nothing, and only when it
 * says one thing; but a mode in the column's header (`Model (Thinking)`) gives way to a note on this very benchmark.
 */
export function variantOf(
  row: string,
  header: string,
  footnotes: readonly string[],
  benchmark: Benchmark,
  task: BenchmarkTask,
): Variant {
  const where = { dataset: benchmark.dataset, task: task.id };
  const near = readVariant({ ...where, row, header });
  const noted = readVariant({ ...where, footnotes: footnotes.map((note) => telling(note, row, benchmark)) }).tags;
  const far = noted.filter(
    ({ kind, value }) =>
      kind !== 'model' &&
      kind !== 'items' &&
      value !== 'unnamed' &&
      noted.every((other) => other.kind !== kind || other.value === value),
  );
  const mode = far.find(({ kind }) => kind === 'effort');
  const tags = near.tags.filter(({ kind, from }) => !(mode && kind === 'effort' && from === 'header'));
  const said = new Set(tags.filter(({ value }) => value !== 'agent').map(({ kind }) => kind));
  return { tags: [...tags, ...far.filter(({ kind }) => !said.has(kind))], rest: near.rest };
}

/** The sentences of a note that say how this score was made; those on another setup and mere explanations are left out. */
function telling(note: string, row: string, benchmark: Benchmark): string {
  const tools = (text: string) =>
    readVariant({ row: text, dataset: benchmark.dataset }).tags.find(({ kind }) => kind === 'tools')?.value;
  const own = tools(row);
  return note
    .split(/(?<=[.!?])\s+(?=[A-Z])/)
    .filter((sentence, index) => {
      if (index > 0 && /^(?:This|These|It|Such|They|Full|Access)\b/.test(sentence)) return false;
      const said = /\bwith(?:out)?\s+tools?\b|\btools?\)/i.test(sentence) ? tools(sentence) : undefined;
      return said === undefined || index === 0 || (said === 'none') === (own === undefined || own === 'none');
    })
    .join(' ');
}

/** The setup in the card's own words. */
export const notesOf = ({ tags }: Variant): string => [...new Set(tags.map(({ quote }) => quote))].join(', ');

/** The words that say that more was spent on a score than one attempt: another number than the benchmark's own. */
export function boostOf({ tags }: Variant): VariantTag | undefined {
  return tags.find(({ kind, value, from }) => {
    if (from === 'footnote') return false;
    return (kind === 'compute' && value !== 'none') || (kind === 'runs' && /^(?:cons|best|pass)@(?!1$)/.test(value));
  });
}
