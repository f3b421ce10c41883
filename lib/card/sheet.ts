import type { Benchmark } from '../evals/benchmarks/index.ts';
import { type Cell, textOf } from './cell.ts';
import { type Columns, headCells, headOf, readColumns, settingHead } from './columns.ts';
import type { Surroundings } from './context.ts';
import { bodyOf, type Grid } from './grid.ts';
import { isSetup } from './label-words.ts';
import { nameTokens } from './model-tokens.ts';
import { matchOwn, type OwnModel } from './own-model.ts';
import { benchmarksIn, readLabel } from './read-label.ts';
import { readNumber } from './read-number.ts';
import { taskNamed } from './task-names.ts';

export interface TableContext {
  own: OwnModel;
  benchmarks: readonly Benchmark[];
  around: Surroundings;
  /** The table's number in the card, from 1. */
  number: number;
}

/** One label cell of a line, with its column's header. */
export interface LabelCell {
  cell: Cell;
  head: string;
  /** The column holds setups, and no names. */
  setting: boolean;
}

/** A table with benchmarks as lines and models as columns, whichever way it was written. */
export interface Sheet {
  grid: Grid;
  lines: readonly number[];
  models: readonly number[];
  /** The benchmark whose tasks the lines are, when the table as a whole is about one. */
  part: Benchmark | undefined;
  cellAt(line: number, model: number): Cell | undefined;
  labels(line: number): LabelCell[];
  nameOf(model: number): string;
  /** Place in the grid. */
  placeOf(line: number, model: number): { row: number; column: number };
  /** Cells that name a model. */
  nameCells(model: number): Cell[];
  /** The lines were chosen by a column that names the model: nameless value columns are this model's. */
  chosen: boolean;
}

/** Lays a table out, or says that it names no benchmark. Pauses (`yield`) after each row. */
export function* layOut(grid: Grid, context: TableContext): Generator<undefined, Sheet | undefined> {
  const { benchmarks, own } = context;
  const columns = readColumns(grid, own);
  const body = bodyOf(grid);
  const names = (text: string) => readLabel(text, benchmarks).kind !== 'none';
  const named = (cell: Cell | undefined) =>
    cell !== undefined &&
    (cell.lines.some(names) ||
      names(textOf(cell)) ||
      textOf(cell)
        .split(/\s\/\s/)
        .some(names));
  let inRows = 0;
  for (const r of body) {
    if (columns.labels.some((c) => named(grid.cell(r, c)))) inRows++;
    yield;
  }
  const inColumns = columns.values.filter(
    (c) => headCells(grid, c).some(named) || names(columns.heads[c] ?? ''),
  ).length;
  if (inRows > 0 && inRows >= inColumns) return rowSheet(grid, columns, body, context, named);
  const part =
    inColumns > 0
      ? undefined
      : partOf(
          grid,
          columns.values.map((c) => columns.heads[c] ?? ''),
          context,
        );
  if (inColumns > 0 || part) return columnSheet(grid, columns, body, own, part);
  const turned = partOf(
    grid,
    body.map((r) => textOf(grid.cell(r, 0))),
    context,
  );
  return turned ? { ...rowSheet(grid, columns, body, context, named), part: turned } : undefined;
}

/** Benchmarks are rows. */
function rowSheet(
  grid: Grid,
  { labels, values, heads }: Columns,
  body: readonly number[],
  { own }: TableContext,
  named: (cell: Cell | undefined) => boolean,
): Sheet {
  const column = modelColumn(grid, labels, body, own, named);
  const lines =
    column === undefined ? body : body.filter((r) => matchOwn(textOf(grid.cell(r, column)), own).relation === 'same');
  const settings = new Set(
    labels.filter((c) => settingHead.test(heads[c] ?? '') && !body.some((r) => named(grid.cell(r, c)))),
  );
  const twice = new Set(values.filter((c) => values.some((other) => other !== c && heads[other] === heads[c])));
  return {
    grid,
    lines,
    models: values,
    part: undefined,
    chosen: column !== undefined,
    cellAt: (r, c) => grid.cell(r, c),
    labels: (r) =>
      labels
        .filter((c) => c !== column)
        .map((c) => ({ cell: grid.cell(r, c), head: heads[c] ?? '', setting: settings.has(c) })),
    nameOf: (c) => (twice.has(c) ? `${heads[c]} ${secondHead(grid, body, c, named)}`.trim() : (heads[c] ?? '')),
    placeOf: (row, column) => ({ row, column }),
    nameCells: (c) => headCells(grid, c),
  };
}

/** The label column that names the row's model, in a table with one row for each model and benchmark. */
function modelColumn(
  grid: Grid,
  labels: readonly number[],
  body: readonly number[],
  own: OwnModel,
  named: (cell: Cell | undefined) => boolean,
): number | undefined {
  return labels.find((c) => {
    const cells = body.map((r) => grid.cell(r, c));
    return cells.some((cell) => matchOwn(textOf(cell), own).relation === 'same') && !cells.some(named);
  });
}

/** Where two columns have one header, the words below it tell them apart: a row of sizes or modes before the figures. */
function secondHead(
  grid: Grid,
  body: readonly number[],
  c: number,
  named: (cell: Cell | undefined) => boolean,
): string {
  for (const r of body.slice(0, 3)) {
    if (named(grid.cell(r, 0)) || named(grid.cell(r, 1))) return '';
    const text = textOf(grid.cell(r, c));
    const { kind } = readNumber(text);
    if (kind === 'text' || kind === 'unclear') return text;
  }
  return '';
}

/** Benchmarks are columns. */
function columnSheet(
  grid: Grid,
  { labels, values }: Columns,
  body: readonly number[],
  own: OwnModel,
  part: Benchmark | undefined,
): Sheet {
  return {
    grid,
    lines: values,
    models: body,
    part,
    chosen: false,
    cellAt: (c, r) => grid.cell(r, c),
    labels: (c) => headCells(grid, c).map((cell) => ({ cell, head: '', setting: false })),
    nameOf: (r) => rowName(grid, r, labels, own),
    placeOf: (column, row) => ({ row, column }),
    nameCells: (r) => labels.map((c) => grid.cell(r, c)),
  };
}

/** Of several label cells of a row the one that names the own model, with its setup; else all of them. */
function rowName(grid: Grid, r: number, labels: readonly number[], own: OwnModel): string {
  const texts = labels.map((c) => textOf(grid.cell(r, c))).filter((text) => text !== '');
  const related = texts.filter((text) => matchOwn(text, own).relation === 'same');
  const [name] = related;
  if (name === undefined || related.length > 1) return [...new Set(texts)].join(' ');
  return [name, ...texts.filter((text) => text !== name && (isSetup(text) || nameTokens(text).precision !== ''))].join(
    ' ',
  );
}

/** The benchmark that a table is about as a whole, when its lines are that benchmark's tasks. */
function partOf(grid: Grid, labels: readonly string[], { benchmarks, around }: TableContext): Benchmark | undefined {
  for (const text of [headOf(grid, 0), grid.caption, ...around.above, ...[...around.section].reverse()]) {
    const named = benchmarksIn(text, benchmarks).filter(({ tasks }) => tasks.length > 1);
    const [benchmark] = named;
    if (!benchmark || named.length > 1) continue;
    const tasks = new Set(labels.map((label) => taskNamed(benchmark, label)?.id).filter((id) => id !== undefined));
    if (tasks.size >= Math.min(3, benchmark.tasks.length)) return benchmark;
  }
  return undefined;
}
