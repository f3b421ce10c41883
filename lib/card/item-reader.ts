import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import type { Message } from '../evals/message.ts';
import type { OtherFigure } from '../evals/score.ts';
import type { CardDoubt, CardScore } from './card.ts';
import { type Cell, textOf } from './cell.ts';
import { notesOfBenchmark, notesOfMarks } from './footnotes.ts';
import { columnsOf } from './grid.ts';
import { isSetup } from './label-words.ts';
import type { Labelled, LabelText } from './line-label.ts';
import { nameTokens } from './model-tokens.ts';
import { namesSibling } from './own-columns.ts';
import { matchOwn, type OwnModel } from './own-model.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { boostOf, notesOf, variantOf } from './setup.ts';
import type { Sheet, TableContext } from './sheet.ts';
import { unitIn } from './unit.ts';

export interface TableReading {
  scores: CardScore[];
  ambiguous: CardDoubt[];
}

/** One model line of a sheet that is read, or doubted. */
export interface Own {
  index: number;
  settings: readonly string[];
  doubtful: boolean;
  /** Names that share the line (`CWM / CWM + tts`): the setups of those that are this model's, in order. */
  shared?: readonly (readonly string[] | undefined)[] | undefined;
}

/** One value of one line, with all that belongs to it. */
export interface Item extends Own {
  line: number;
  labelled: Labelled;
  labels: readonly LabelText[];
  text: string;
  cell: Cell;
}

/** Takes the values of a sheet for scores, one at a time. */
export class ItemReader {
  readonly #sheet: Sheet;
  readonly #from: number;
  readonly #context: TableContext;
  readonly #into: TableReading;

  constructor(sheet: Sheet, from: number, context: TableContext, into: TableReading) {
    this.#sheet = sheet;
    this.#from = from;
    this.#context = context;
    this.#into = into;
  }

  /** Takes one value for a score, or says why not; what is another benchmark's is passed over. */
  read(item: Item): void {
    const { reading } = item.labelled;
    if (reading.kind === 'none' || reading.kind === 'other' || otherPrecision(item, this.#context.own)) return;
    const number = readNumber(item.text);
    if (number.kind === 'none' || number.kind === 'text') return;
    if (item.doubtful) {
      if (number.kind === 'number')
        this.#doubt(item, 'cardModelUnclear', this.#sheet.nameOf(item.index), this.#context.own.id);
    } else if (reading.kind === 'unclear') {
      const { key, name } = doubtOf(reading);
      this.#doubt(item, key, name);
      const doubt = this.#into.ambiguous.at(-1);
      if (doubt && number.kind === 'number') doubt.stated = this.#stated(item, reading.benchmark, number);
    } else if (number.kind === 'unclear' || this.#shared(item)) this.#doubt(item, 'cardNumberUnclear', item.text);
    else if (number.kind === 'number') {
      const settings = item.shared ? (item.shared.find((names) => names !== undefined) ?? []) : item.settings;
      this.#give({ ...item, settings }, reading, number);
    } else {
      const owners = this.#ownersOf(item, number.parts.length);
      if (!owners) this.#doubt(item, 'cardSeveralNumbers', item.text);
      number.parts.forEach((part, index) => {
        const owner = owners?.[index];
        if (owner) this.#give({ ...item, ...owner }, reading, part);
      });
    }
  }

  /** One cell across the columns of several models, or down several rows, is nobody's figure in particular. */
  #shared({ cell, line, index }: Item): boolean {
    if (cell.spanned) return true;
    if (!cell.wide) return false;
    const next = this.#sheet.models[this.#sheet.models.indexOf(index) + 1];
    return next !== undefined && this.#sheet.cellAt(line, next)?.spanned === true;
  }

  /** Whose the numbers of one cell are (`53.9 / 65.8`), when the line's name or label has as many parts in order. */
  #ownersOf(item: Item, count: number): (Pick<Item, 'settings' | 'labelled'> | undefined)[] | undefined {
    const { labelled, settings } = item;
    if (item.shared?.length === count) return item.shared.map((names) => names && { settings: names, labelled });
    for (const text of [
      this.#sheet.nameOf(item.index),
      ...item.labels.map((label) => label.text),
      ...item.labels.map(({ head }) => head),
    ]) {
      const list = /\(([^()]*\/[^()]*)\)/.exec(text)?.[1] ?? text;
      const parts = list.split(/\s*\/\s*/);
      if (parts.length !== count || !parts.every((part) => isSetup(part))) continue;
      const setup = labelled.setup.replace(list.toLowerCase(), '').replace(list, '');
      const kept = settings.filter((setting) => !list.toLowerCase().includes(setting.toLowerCase()));
      return parts.map((part) => ({ settings: [...kept, part], labelled: { ...labelled, setup } }));
    }
    return undefined;
  }

  #give(item: Item, { benchmark, task }: { benchmark: Benchmark; task: BenchmarkTask }, number: NumberReading): void {
    const { around, benchmarks, number: table } = this.#context;
    const sheet = this.#sheet;
    const marks = [
      ...item.cell.marks,
      ...item.labels.flatMap((label) => label.marks),
      ...sheet.nameCells(item.index).flatMap((cell) => cell.marks),
    ];
    const footnotes = [
      ...new Set([
        ...notesOfMarks(marks, around.below),
        ...notesOfBenchmark(benchmark, item.labelled.setup, around.below, benchmarks),
      ]),
    ];
    if (namesSibling(number.remark, this.#context.own)) {
      this.#doubt(item, 'cardModelUnclear', number.remark, this.#context.own.id);
      return;
    }
    const remark = /[a-z]{2}/i.test(number.remark) ? [number.remark] : [];
    const variant = variantOf(item.labelled.setup, this.#header(item, remark), footnotes, benchmark, task);
    const unit = unitIn(number, task, item.line, item.index, sheet);
    const boost = boostOf(variant);
    if (unit === 'other') {
      const words = [sheet.grid.caption, ...around.above, ...around.section].join(' ');
      const elo = variant.tags.some(({ value }) => value === 'elo') || /\belo\b/i.test(words);
      if (!elo) this.#doubt(item, 'cardOutOfScale', number.text, benchmark.name);
      return;
    }
    if (boost) {
      this.#doubt(item, 'cardBoosted', boost.quote);
      return;
    }
    const place = sheet.placeOf(item.line, item.index);
    this.#into.scores.push({
      dataset: benchmark.dataset,
      task: task.id,
      benchmark: benchmark.name,
      value: number.value,
      valueText: number.text,
      unit,
      notes: notesOf(variant),
      variant,
      where: {
        section: around.section,
        table,
        row: item.labelled.label,
        column: sheet.nameOf(item.index),
        header: sheet.models.map((model) => sheet.nameOf(model)),
        footnotes,
        rowIndex: this.#from + place.row,
        columnIndex: place.column,
      },
      beside: this.#beside(item),
      origin: 'model-card',
      line: this.#lineOf(item),
      quote: this.#quoteOf(item),
    });
  }

  /** The setup that stands with the model's name; the mode of a heading where the name has none. */
  #header({ settings }: Item, remark: readonly string[]): string {
    const { mode } = this.#context.around;
    const said = settings.some((setting) => /think|reason/i.test(setting));
    return [...settings, ...(mode !== '' && !said ? [mode] : []), ...remark].join('; ');
  }

  /** The figures of the line's other models; those of this one in another setup are its own. */
  #beside(item: Item): OtherFigure[] {
    const sheet = this.#sheet;
    return sheet.models.flatMap((model) => {
      const name = sheet.nameOf(model);
      if (model === item.index || matchOwn(name, this.#context.own).relation === 'same') return [];
      const cell = sheet.cellAt(item.line, model);
      const at = cell && cell.lines.length === item.cell.lines.length ? item.cell.lines.indexOf(item.text) : -1;
      const reading = readNumber(at === -1 ? textOf(cell) : (cell?.lines[at] ?? ''));
      return reading.kind === 'number' ? [{ name, value: reading.value, valueText: reading.text }] : [];
    });
  }

  #stated(item: Item, { dataset }: Benchmark, { value, text }: NumberReading): NonNullable<CardDoubt['stated']> {
    const column = this.#sheet.nameOf(item.index);
    return { dataset, row: item.labelled.label, column, value, valueText: text, beside: this.#beside(item) };
  }

  #doubt(item: Item, key: Message['key'], ...args: string[]): void {
    const [quote, line] = [this.#quoteOf(item), this.#lineOf(item)];
    this.#into.ambiguous.push({ quote, why: { key, args }, line, origin: 'model-card' });
  }

  #lineOf(item: Item): number {
    return this.#sheet.grid.line(this.#sheet.placeOf(item.line, item.index).row);
  }

  #quoteOf(item: Item): string {
    const { grid } = this.#sheet;
    const { row } = this.#sheet.placeOf(item.line, item.index);
    return columnsOf(grid)
      .map((column) => grid.cell(row, column))
      .map((cell) => (cell.spanned ? '' : cell.lines.join(' / ')))
      .join(' | ')
      .slice(0, 1000);
  }
}

function doubtOf({ benchmark, doubt }: { benchmark: Benchmark; doubt: 'subset' | 'version' | 'task' | 'scale' }): {
  key: Message['key'];
  name: string;
} {
  if (doubt === 'subset') return { key: 'cardSubsetUnnamed', name: benchmark.name };
  if (doubt === 'version') return { key: 'cardVersionUnnamed', name: benchmark.family?.stem ?? benchmark.name };
  return { key: doubt === 'task' ? 'cardTaskUnnamed' : 'cardScaleUnknown', name: benchmark.name };
}

/** A row of another precision (`FP8`, `Int4 AWQ`) is another repository's. */
function otherPrecision({ labels }: Item, own: OwnModel): boolean {
  const { precision } = own.naming.tokens;
  return labels.some(({ text }) => {
    const tokens = nameTokens(text);
    if (tokens.words.length > 0) return false;
    return (tokens.full && precision !== '') || (tokens.precision !== '' && tokens.precision !== precision);
  });
}
