import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import type { Message } from '../evals/message.ts';
import type { Variant } from '../evals/score.ts';
import { readVariant } from '../evals/variant/index.ts';
import type { CardDoubt, CardScore, Unit } from './card.ts';
import { type Cell, textOf } from './cell.ts';
import type { Surroundings } from './context.ts';
import { notesOfBenchmark, notesOfMarks } from './footnotes.ts';
import type { Grid } from './grid.ts';
import { nameTokens } from './model-tokens.ts';
import { type OwnLine, ownLines } from './own-columns.ts';
import { matchOwn, type OwnModel } from './own-model.ts';
import { benchmarksIn, isSetup, type LabelReading, readLabel, setupOf, taskNamed } from './read-label.ts';
import { readNumber } from './read-number.ts';

export interface TableContext {
  own: OwnModel;
  benchmarks: readonly Benchmark[];
  around: Surroundings;
  /** The table's number in the card, from 1. */
  number: number;
}

export interface TableReading {
  scores: CardScore[];
  ambiguous: CardDoubt[];
}

/** The table with benchmarks as rows and models as columns, whichever way it was written. */
interface Sheet {
  grid: Grid;
  /** Cell at (benchmark line, model line). */
  at(line: number, model: number): Cell | undefined;
  lines: readonly number[];
  models: readonly number[];
  /** Cells that label a line. */
  labels(line: number): { cell: Cell; head: string }[];
  nameOf(model: number): string;
  /** Place in the grid. */
  place(line: number, model: number): { row: number; column: number };
}

const shotsHead = /shots?/i;
const labelHead =
  /^[#\s]*(?:category|benchmarks?|tasks?|metrics?|settings?|setup|(?:#\s*)?n?-?shots?|type|domain|capability|dataset|mode|config\w*|harness|agents?|scaffold|split|subset|version|tests?|evaluation|bench|topic|area|languages?|notes?|source|date|samples|n|#|tools?|reasoning|effort|thinking)\b/i;
const blank = (cell: Cell | undefined) => textOf(cell) === '';

/** Reads the scores of the card's own model out of one table. */
export function readTable(grid: Grid, context: TableContext): TableReading {
  const reading: TableReading = { scores: [], ambiguous: [] };
  for (const part of partsOf(grid, context.own)) {
    const sheet = layOut(part, context);
    if (sheet) readSheet(sheet, context, reading);
  }
  return reading;
}

/** A row of names in the middle of a table begins a new header: the rows below it belong to those columns. */
function partsOf(grid: Grid, own: OwnModel): Grid[] {
  const starts: number[] = [];
  for (let r = grid.headRows; r < grid.rows.length; r++) {
    const cells = grid.rows[r]?.cells ?? [];
    const names = cells.slice(1).filter((cell) => !blank(cell) && !cell.spanned);
    if (names.length < 2 || names.some((cell) => readNumber(textOf(cell)).kind !== 'text')) continue;
    if (names.some((cell) => matchOwn(textOf(cell), own).relation === 'same')) starts.push(r);
  }
  if (starts.length === 0) return [grid];
  return [0, ...starts].map((from, index) => {
    const to = starts[index] ?? grid.rows.length;
    return { ...grid, rows: grid.rows.slice(from, to), headRows: from === 0 ? grid.headRows : 1 };
  });
}

function layOut(grid: Grid, context: TableContext): Sheet | undefined {
  const { benchmarks, own } = context;
  const heads = Array.from({ length: grid.columns }, (_, c) => headOf(grid, c));
  const body = grid.rows.map((_, index) => index).slice(grid.headRows);
  const labelColumns = labelColumnsOf(grid, heads, own);
  const names = (text: string) => readLabel(text, benchmarks).kind !== 'none';
  const inRows = body.filter((r) =>
    labelColumns.some((c) => grid.rows[r]?.cells[c]?.lines.some(names) || names(textOf(grid.rows[r]?.cells[c]))),
  ).length;
  const valueColumns = heads.map((_, c) => c).filter((c) => !labelColumns.includes(c));
  const inColumns = valueColumns.filter((c) => headParts(grid, c).some(names) || names(heads[c] ?? '')).length;
  if (inRows === 0 && inColumns === 0) {
    const part = partBenchmark(grid, heads, valueColumns, context);
    if (!part) return undefined;
  }
  const rowsAreBenchmarks = inRows > 0 && inRows >= inColumns;
  if (rowsAreBenchmarks)
    return {
      grid,
      at: (r, c) => grid.rows[r]?.cells[c],
      lines: body,
      models: valueColumns,
      labels: (r) => labelColumns.map((c) => ({ cell: grid.rows[r]?.cells[c] ?? NO_CELL, head: heads[c] ?? '' })),
      nameOf: (c) => heads[c] ?? '',
      place: (row, column) => ({ row, column }),
    };
  return {
    grid,
    at: (c, r) => grid.rows[r]?.cells[c],
    lines: valueColumns,
    models: body,
    labels: (c) => headCells(grid, c).map((cell) => ({ cell, head: '' })),
    nameOf: (r) => rowName(grid, r, labelColumns, own),
    place: (column, row) => ({ row, column }),
  };
}

const NO_CELL: Cell = { lines: [''], marks: [], struck: false, head: false, spanned: false, wide: false };

function headCells(grid: Grid, c: number): Cell[] {
  const cells = grid.rows.slice(0, grid.headRows).map((row) => row.cells[c] ?? NO_CELL);
  return cells.filter(
    (cell, index) => !blank(cell) && cells.findIndex((other) => textOf(other) === textOf(cell)) === index,
  );
}

const headParts = (grid: Grid, c: number) => headCells(grid, c).map(textOf);
const headOf = (grid: Grid, c: number) => headParts(grid, c).join(' ');

/** Of several label cells of a row the one that names a model; else all of them. */
function rowName(grid: Grid, r: number, labelColumns: readonly number[], own: OwnModel): string {
  const texts = labelColumns.map((c) => textOf(grid.rows[r]?.cells[c])).filter((text) => text !== '');
  const related = texts.filter((text) => matchOwn(text, own).relation === 'same');
  if (related.length === 1) {
    const rest = texts.filter((text) => text !== related[0] && (isSetup(text) || nameTokens(text).precision !== ''));
    return [related[0], ...rest].join(' ');
  }
  return [...new Set(texts)].join(' ');
}

function labelColumnsOf(grid: Grid, heads: readonly string[], own: OwnModel): number[] {
  const columns = [0];
  let leading = true;
  for (let c = 1; c < grid.columns; c++) {
    const head = heads[c] ?? '';
    const named = matchOwn(head, own).relation !== 'none' && matchOwn(head, own).relation !== 'other';
    const cells = grid.rows
      .slice(grid.headRows)
      .map((row) => row.cells[c])
      .filter((cell) => cell && !blank(cell) && !cell.wide);
    const numbers = cells.filter((cell) => {
      const { kind } = readNumber(cell?.lines[0] ?? '');
      return kind === 'number' || kind === 'several' || kind === 'unclear';
    }).length;
    const words = cells.filter((cell) => readNumber(cell?.lines[0] ?? '').kind === 'text').length;
    const label =
      !named &&
      ((labelHead.test(head) && (words >= numbers || shotsHead.test(head))) || (leading && numbers === 0 && words > 0));
    if (label) columns.push(c);
    else leading = false;
  }
  return columns;
}

/** The benchmark that a table is about as a whole, when its columns (or rows) are that benchmark's tasks. */
function partBenchmark(
  grid: Grid,
  heads: readonly string[],
  columns: readonly number[],
  { benchmarks, around }: TableContext,
): Benchmark | undefined {
  const texts = [grid.caption, ...around.above, ...[...around.section].reverse()];
  for (const text of texts) {
    const named = benchmarksIn(text, benchmarks).filter(({ tasks }) => tasks.length > 1);
    if (named.length !== 1) continue;
    const [benchmark] = named;
    if (!benchmark) continue;
    const tasks = new Set(
      columns.map((c) => taskNamed(benchmark, heads[c] ?? '')?.id).filter((id) => id !== undefined),
    );
    if (tasks.size >= Math.min(3, benchmark.tasks.length)) return benchmark;
  }
  return undefined;
}

function readSheet(sheet: Sheet, context: TableContext, into: TableReading): void {
  const { own, around, benchmarks } = context;
  const names = sheet.models
    .map((index) => ({ index, text: sheet.nameOf(index) }))
    .filter(({ text, index }) => text !== '' || sheet.models.length === 1 || index >= 0);
  const { lines: owns, doubtful } = ownOf(names, sheet, own, around);
  if (owns.length === 0 && doubtful.length === 0) return;
  const heads = Array.from({ length: sheet.grid.columns }, (_, c) => headOf(sheet.grid, c));
  const part = partBenchmark(sheet.grid, heads, sheet.lines, context);
  let before: Labelled | undefined;
  let section: Labelled | undefined;
  for (const line of sheet.lines) {
    const labels = sheet.labels(line);
    const values = sheet.models.map((model) => sheet.at(line, model));
    const only = labels.filter(({ cell }) => !blank(cell));
    if (values.every((cell) => blank(cell) || cell?.wide)) {
      // A row of words alone is the heading of the rows below it.
      section = only[0] ? labelledBy(textOf(only[0].cell), [], benchmarks) : section;
      before = undefined;
      continue;
    }
    for (const { index, settings, spread } of [
      ...owns,
      ...doubtful.map((index): OwnLineOf => ({ index, settings: [] })),
    ]) {
      const cell = sheet.at(line, index);
      if (!cell || cell.struck) continue;
      for (const piece of piecesOf(labels, cell)) {
        const labelled = part ? ofPart(part, piece.labels) : identify(piece.labels, before, section, context);
        if (!labelled) continue;
        before = labelled;
        const item: Item = { line, index, settings, labelled, text: piece.text, cell, spread, labels: piece.labels };
        if (doubtful.includes(index)) doubt(item, sheet, context, into);
        else score(item, sheet, context, into);
      }
    }
    if (owns.length + doubtful.length > 0 && before === undefined) {
      const labelled = identify(
        labels.map(({ cell, head }) => ({ text: textOf(cell), head, marks: cell.marks })),
        undefined,
        section,
        context,
      );
      before = labelled;
    }
  }
}

interface OwnLineOf extends OwnLine {
  /** Names that share the line (`CWM / CWM + tts`): which of its values are whose, with their setups. */
  spread?: (string[] | undefined)[] | undefined;
}

/** Own lines; a line that names several at once (`CWM / CWM + tts`) is parted. */
function ownOf(
  names: readonly { index: number; text: string }[],
  sheet: Sheet,
  own: OwnModel,
  around: Surroundings,
): { lines: OwnLineOf[]; doubtful: number[] } {
  const shared: OwnLineOf[] = [];
  const single = names.filter(({ index, text }) => {
    const parts = text.split(/\s\/\s/);
    if (parts.length < 2) return true;
    const matches = parts.map((name) => matchOwn(name, own));
    if (!matches.some(({ relation }) => relation === 'same')) return true;
    shared.push({
      index,
      settings: [],
      spread: matches.map(({ relation, settings }) => (relation === 'same' ? settings : undefined)),
    });
    return false;
  });
  const found = ownLines(single, own, around);
  return { lines: [...shared, ...found.lines], doubtful: shared.length > 0 ? [] : found.doubtful };
}

interface LabelText {
  text: string;
  head: string;
  marks: string[];
}

/** Labels and values stacked in one row's cells with line breaks, parted line by line. */
function piecesOf(
  labels: readonly { cell: Cell; head: string }[],
  cell: Cell,
): { labels: LabelText[]; text: string }[] {
  const whole = (text: string) => [
    { labels: labels.map(({ cell: label, head }) => ({ text: textOf(label), head, marks: label.marks })), text },
  ];
  const count = cell.lines.length;
  if (count < 2) return whole(textOf(cell));
  if (labels.some(({ cell: label }) => label.lines.length === count && !label.spanned))
    return cell.lines.map((text, index) => ({
      labels: labels.map(({ cell: label, head }) => ({
        text: label.lines.length === count ? (label.lines[index] ?? '') : textOf(label),
        head,
        marks: label.marks,
      })),
      text,
    }));
  return whole(textOf(cell));
}

interface Labelled {
  reading: LabelReading;
  /** The words that name the benchmark, with the setup that stands beside them. */
  label: string;
  /** The setup alone. */
  setup: string;
}

const shots = ({ text, head }: LabelText) => (shotsHead.test(head) && /^\d+$/.test(text) ? `${text}-shot` : text);

/** Which benchmark the labels of a line name, with their setup; what a blank label leaves out is taken from above. */
function identify(
  labels: readonly LabelText[],
  before: Labelled | undefined,
  section: Labelled | undefined,
  { benchmarks }: TableContext,
): Labelled | undefined {
  const texts = labels.map(shots);
  const readings = texts.map((text) => readLabel(text, benchmarks));
  const at = readings.findLastIndex(({ kind }) => kind !== 'none');
  if (at === -1) {
    const said = texts.filter((text) => text !== '');
    const from = texts[0] === '' ? before : section;
    if (!from || from.reading.kind === 'none' || said.length === 0 || !said.every((text) => isSetup(text)))
      return undefined;
    const label = `${from.label} (${said.join(', ')})`;
    return { reading: readLabel(label, benchmarks), label, setup: [from.setup, ...said].filter(Boolean).join(', ') };
  }
  const name = texts[at] ?? '';
  let reading = readings[at] ?? { kind: 'none' };
  const after: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (index <= at || text === '') continue;
    const joined = readLabel(`${name} ${text}`, benchmarks);
    // `GPQA | Diamond`
    if (reading.kind === 'unclear' && joined.kind === 'task') reading = joined;
    else if (!isSetup(text) && joined.kind !== 'task' && !labelHead.test(labels[index]?.head ?? ''))
      reading = { kind: 'other' };
    after.push(text);
  }
  return labelledBy(name, after, benchmarks, reading);
}

function labelledBy(
  name: string,
  after: readonly string[],
  benchmarks: readonly Benchmark[],
  reading = readLabel(name, benchmarks),
): Labelled {
  const own = reading.kind === 'task' ? reading.setup : '';
  const joined = after.map((text) => setupOf('', text)).filter((text) => !own.includes(text.toLowerCase()));
  return {
    reading,
    label: after.length > 0 ? `${name} (${after.join(', ')})` : name,
    setup: [own, ...joined].filter(Boolean).join(', '),
  };
}

function ofPart(benchmark: Benchmark, labels: readonly LabelText[]): Labelled | undefined {
  const label = labels.map(({ text }) => text).join(' ');
  const task = taskNamed(benchmark, label);
  return task?.scale ? { reading: { kind: 'task', benchmark, task, setup: '' }, label, setup: '' } : undefined;
}

interface Item extends OwnLineOf {
  line: number;
  labelled: Labelled;
  text: string;
  cell: Cell;
  labels: readonly LabelText[];
}

function score(item: Item, sheet: Sheet, context: TableContext, into: TableReading): void {
  const { reading } = item.labelled;
  if (reading.kind === 'none' || reading.kind === 'other') return;
  const number = readNumber(item.text);
  if (number.kind === 'none' || number.kind === 'text') return;
  const why = (key: Message['key'], ...args: string[]) =>
    into.ambiguous.push({ quote: quoteOf(item, sheet), why: { key, args }, line: lineOf(item, sheet) });
  if (reading.kind === 'unclear') {
    if (reading.doubt === 'subset') why('cardSubsetUnnamed', reading.benchmark.name);
    else if (reading.doubt === 'version')
      why('cardVersionUnnamed', reading.benchmark.family?.stem ?? reading.benchmark.name);
    else if (reading.doubt === 'task') why('cardTaskUnnamed', reading.benchmark.name);
    else why('cardScaleUnknown', reading.benchmark.name);
    return;
  }
  if (otherPrecision(item, context.own)) return;
  if (number.kind === 'unclear' || item.cell.spanned) {
    why('cardNumberUnclear', item.text);
    return;
  }
  if (number.kind === 'number') {
    const settings = item.spread?.length ? item.spread.find((names) => names !== undefined) : item.settings;
    give({ ...item, settings: settings ?? [] }, reading, number, sheet, context, into);
    return;
  }
  const parts = number.parts;
  const owners = ownersOf(item, parts.length, sheet);
  if (!owners) {
    why('cardSeveralNumbers', item.text);
    return;
  }
  parts.forEach((part, index) => {
    const settings = owners[index];
    if (settings) give({ ...item, settings }, reading, part, sheet, context, into);
  });
}

/** Whose the numbers of one cell are (`53.9 / 65.8`): the setups in the order of the line's names, or undefined when nothing says so. */
function ownersOf(item: Item, count: number, sheet: Sheet): (string[] | undefined)[] | undefined {
  if (item.spread?.length === count) return item.spread;
  const texts = [
    sheet.nameOf(item.index),
    ...item.labels.map(({ text }) => text),
    ...item.labels.map(({ head }) => head),
  ];
  for (const text of texts) {
    const list = /\(([^()]*\/[^()]*)\)/.exec(text)?.[1] ?? text;
    const parts = list.split(/\s*\/\s*/);
    if (parts.length === count && parts.every((part) => isSetup(part))) return parts.map((part) => [part]);
  }
  return undefined;
}

/** A row of another precision (`FP8`, `Int4 AWQ`) is another repository's. */
function otherPrecision({ labels }: Item, own: OwnModel): boolean {
  return labels.some(({ text }) => {
    const tokens = nameTokens(text);
    if (tokens.words.length > 0) return false;
    return (
      (tokens.full && own.naming.tokens.precision !== '') ||
      (tokens.precision !== '' && tokens.precision !== own.naming.tokens.precision)
    );
  });
}

function give(
  item: Item,
  { benchmark, task }: { benchmark: Benchmark; task: BenchmarkTask },
  number: { value: number; text: string; percent: boolean; remark: string },
  sheet: Sheet,
  context: TableContext,
  into: TableReading,
): void {
  const { around, benchmarks, number: table } = context;
  const name = sheet.nameOf(item.index);
  const marks = [...item.cell.marks, ...item.labels.flatMap((label) => label.marks), ...nameMarks(item, sheet)];
  const footnotes = [
    ...new Set([
      ...notesOfMarks(marks, around.below),
      ...notesOfBenchmark(benchmark, item.labelled.label, around.below, benchmarks),
    ]),
  ];
  const header = [...item.settings, ...(number.remark && /[a-z]{2}/i.test(number.remark) ? [number.remark] : [])].join(
    '; ',
  );
  const variant = variantOf(item.labelled.setup, header, footnotes, benchmark, task);
  const unit = unitOf(number, task, item, sheet);
  const why = (key: Message['key'], ...args: string[]) =>
    into.ambiguous.push({ quote: quoteOf(item, sheet), why: { key, args }, line: lineOf(item, sheet) });
  if (unit === 'other') {
    if (
      !variant.tags.some(({ value }) => value === 'elo') &&
      !/\belo\b/i.test([sheet.grid.caption, ...around.above, ...around.section].join(' '))
    )
      why('cardOutOfScale', number.text, benchmark.name);
    return;
  }
  const boosted = variant.tags.find(
    ({ kind, value, from }) =>
      from !== 'footnote' &&
      ((kind === 'compute' && value !== 'none') || (kind === 'runs' && /^(?:cons|best|pass)@(?!1$)/.test(value))),
  );
  if (boosted) {
    why('cardBoosted', boosted.quote);
    return;
  }
  const { row, column } = sheet.place(item.line, item.index);
  into.scores.push({
    dataset: benchmark.dataset,
    task: task.id,
    benchmark: benchmark.name,
    value: number.value,
    valueText: number.text,
    unit,
    notes: notesText(variant),
    variant,
    where: {
      section: around.section,
      table,
      row: item.labelled.label,
      column: name,
      header: sheet.models.map((model) => sheet.nameOf(model)),
      footnotes,
      rowIndex: row,
      columnIndex: column,
    },
    origin: 'model-card',
    line: lineOf(item, sheet),
    quote: quoteOf(item, sheet),
  });
}

function nameMarks(item: Item, sheet: Sheet): string[] {
  const { row, column } = sheet.place(item.line, item.index);
  // The marks of the model's own name, wherever it stands.
  const cells =
    sheet.models.includes(column) && sheet.lines.includes(row)
      ? headCells(sheet.grid, column)
      : (sheet.grid.rows[row]?.cells.slice(0, 1) ?? []);
  return cells.flatMap((cell) => cell.marks);
}

/**
 * The variant. What a footnote says counts only where row and column say nothing, and only when it says one thing; but a
 * mode in the column's header (`Model (Thinking)`) gives way to a note on this very benchmark.
 */
function variantOf(
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
function notesText({ tags }: Variant): string {
  return [...new Set(tags.map(({ quote }) => quote))].join(', ');
}

/** Percent where the benchmark's scale is 0 to 100, unless the figures beside it show that all are fractions. */
function unitOf(
  number: { value: number; text: string; percent: boolean },
  task: BenchmarkTask,
  item: Item,
  sheet: Sheet,
): Unit {
  const [least, most] = task.scale ?? [0, 100];
  if (number.value < least || number.value > most) return 'other';
  if (number.percent || number.value > 1 || most <= 1) return 'percent';
  if (!number.text.includes('.') && number.value !== 1) return 'percent';
  const beside = sheet.models
    .map((model) => readNumber(textOf(sheet.at(item.line, model))))
    .filter((reading) => reading.kind === 'number');
  const below = sheet.lines
    .map((line) => readNumber(textOf(sheet.at(line, item.index))))
    .filter((reading) => reading.kind === 'number');
  return [...beside, ...below].every(({ value }) => value <= 1) ? 'fraction' : 'percent';
}

function doubt(item: Item, sheet: Sheet, { own }: TableContext, into: TableReading): void {
  const { reading } = item.labelled;
  if (reading.kind !== 'task' && reading.kind !== 'unclear') return;
  if (readNumber(item.text).kind !== 'number') return;
  into.ambiguous.push({
    quote: quoteOf(item, sheet),
    why: { key: 'cardModelUnclear', args: [sheet.nameOf(item.index), own.id] },
    line: lineOf(item, sheet),
  });
}

const lineOf = (item: Item, sheet: Sheet) => sheet.grid.rows[sheet.place(item.line, item.index).row]?.line ?? 0;

function quoteOf(item: Item, sheet: Sheet): string {
  const { row } = sheet.place(item.line, item.index);
  const cells = sheet.grid.rows[row]?.cells ?? [];
  return cells
    .map((cell) => (cell.spanned ? '' : cell.lines.join(' / ')))
    .join(' | ')
    .slice(0, 1000);
}
