import { benchmarks as allBenchmarks, type Benchmark } from '../evals/benchmarks/index.ts';
import type { FindingFacts } from '../evals/finding.ts';
import { inSlices, run } from '../evals/in-slices.ts';
import { benchmarkNames } from './benchmark-names.ts';
import { type Block, blockSteps } from './blocks.ts';
import type { CardReading, CardScore } from './card.ts';
import { Section, surroundingsOf } from './context.ts';
import { splitCard } from './front-matter.ts';
import { htmlGrid, MAX_ROWS, markdownGrid } from './grid.ts';
import { InlineReader } from './inline-text.ts';
import type { MarkdownTable } from './markdown-table.ts';
import { readModelIndex } from './model-index.ts';
import { readOwnModel } from './own-model.ts';
import { benchmarksIn } from './read-label.ts';
import { readTable } from './read-table.ts';
import type { TableRows } from './table-rows.ts';

export interface CardOptions {
  /** Repository that the card is of, `org/name`. */
  model: string;
  /** The benchmark table; the project's own unless given. */
  benchmarks?: readonly Benchmark[];
}

/** What of a card is read, in characters; the biggest cards of the Hub have about a million. */
const MAX_CARD = 3_000_000;
/** Characters of inline markdown with markup in it. */
const INLINE_BUDGET = 400_000;
/** More tables of benchmarks than this on one card are data. */
const MAX_TABLES = 160;

/**
 * Reads the scores that a model card states of its own model: from `model-index` and from its tables, as they are
 * written. What it may mean but does not say is listed as ambiguous; another model's column is never read. Never
 * throws, and never takes long: what is left unread is a finding.
 */
export const readCard = (card: string, options: CardOptions): CardReading => run(cardSteps(card, options));

/** {@link readCard} that lets others run in between: the longest cards take a third of a second. */
export const readCardInSlices = (card: string, options: CardOptions): Promise<CardReading> =>
  inSlices(cardSteps(card, options));

function* cardSteps(
  card: string,
  { model, benchmarks = allBenchmarks }: CardOptions,
): Generator<undefined, CardReading> {
  const findings: FindingFacts[] = [];
  const text = card.slice(0, MAX_CARD).replaceAll('\r\n', '\n');
  if (card.length > MAX_CARD) findings.push(unread('card/too-large', text.split('\n').length));
  const parts = splitCard(text);
  if (parts.open)
    findings.push({
      rule: 'card/front-matter',
      message: { key: 'findingFrontMatterOpen' },
      line: 1,
      severity: 'warning',
    });
  const index = yield* readModelIndex(parts.metadata, parts.metadataLine, model, benchmarks);
  findings.push(...index.findings);
  yield;
  const { blocks, cut } = yield* blockSteps(parts.body, parts.bodyLine);
  yield;
  if (cut !== undefined) findings.push(unread('card/too-many-parts', cut));
  const own = readOwnModel(model, blocks, parts.body);
  const inline = new InlineReader(INLINE_BUDGET);
  const reading: CardReading = { model, scores: [...index.scores], ambiguous: [...index.ambiguous], findings };
  const section = new Section();
  let number = 0;
  let relevant = 0;
  let last = 0;
  for (const [at, block] of blocks.entries()) {
    section.pass(block);
    if (block.kind !== 'table') continue;
    last = block.line;
    number++;
    yield;
    if (!mayHold(block.table, blocks, at, benchmarks)) continue;
    if (++relevant > MAX_TABLES) {
      findings.push(unread('card/too-many-tables', block.line));
      break;
    }
    if (block.table.rows.length > MAX_ROWS) findings.push(unread('card/too-many-rows', block.line));
    const grid = 'columns' in block.table ? markdownGrid(block.table, inline) : htmlGrid(block.table);
    const around = surroundingsOf(blocks, at, section, grid.caption, inline);
    const { scores, ambiguous } = yield* readTable(grid, { own, benchmarks, around, number });
    reading.scores.push(...scores);
    reading.ambiguous.push(...ambiguous);
  }
  if (inline.exhausted) findings.push(unread('card/too-much-markup', last));
  reading.scores = once(reading.scores);
  return reading;
}

const unread = (rule: string, line: number): FindingFacts => ({
  rule,
  message: { key: 'findingCardUnread' },
  line,
  severity: 'info',
});

/** Whether a table can hold anything: a benchmark's name in it, or around it one that has parts. */
function mayHold(
  table: MarkdownTable | TableRows,
  blocks: readonly Block[],
  at: number,
  benchmarks: readonly Benchmark[],
): boolean {
  const { mayName } = benchmarkNames(benchmarks);
  if (
    'columns' in table
      ? table.rows.some(({ text }) => mayName(text))
      : table.rows.some(({ cells }) => cells.some(({ cell }) => cell.lines.some(mayName)))
  )
    return true;
  return blocks
    .slice(Math.max(0, at - 6), at)
    .some(
      (block) => block.kind !== 'table' && benchmarksIn(block.text, benchmarks).some(({ tasks }) => tasks.length > 1),
    );
}

/** A figure that the card's tables repeat, setup and all, is one score: its first place stands. */
function once(scores: readonly CardScore[]): CardScore[] {
  const seen = new Set<string>();
  return scores.filter(({ dataset, task, valueText, variant, origin }) => {
    const setup = variant.tags.map(({ kind, value }) => `${kind}=${value}`).sort();
    const key = JSON.stringify([origin, dataset, task, valueText, setup]);
    return !seen.has(key) && seen.add(key);
  });
}
