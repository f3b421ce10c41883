import { type Cell, textOf } from './cell.ts';
import { bodyOf, type Grid, partOfGrid } from './grid.ts';
import { ItemReader, type Own, type TableReading } from './item-reader.ts';
import { identify, type Labelled, labelledBy, labelledPart, labelText, piecesOf } from './line-label.ts';
import { ownLines } from './own-columns.ts';
import { matchOwn, type OwnModel } from './own-model.ts';
import { readNumber } from './read-number.ts';
import { layOut, type Sheet, type TableContext } from './sheet.ts';

const isBlank = (cell: Cell | undefined) => textOf(cell) === '';

/** Reads the scores of the card's own model out of one table. Pauses (`yield`) after each line. */
export function* readTable(grid: Grid, context: TableContext): Generator<undefined, TableReading> {
  const reading: TableReading = { scores: [], ambiguous: [] };
  for (const { part, from } of partsOf(grid, context.own)) {
    const sheet = yield* layOut(part, context);
    if (sheet) yield* readSheet(sheet, from, context, reading);
  }
  return reading;
}

/** A row of names in the middle of a table begins a new header: the rows below it belong to those columns. */
function partsOf(grid: Grid, own: OwnModel): { part: Grid; from: number }[] {
  const starts = bodyOf(grid).filter((r) => {
    let names = 0;
    let ours = false;
    for (let c = 1; c < grid.columns; c++) {
      const cell = grid.cell(r, c);
      if (isBlank(cell) || cell.spanned) continue;
      if (readNumber(textOf(cell)).kind !== 'text') return false;
      names++;
      ours ||= matchOwn(textOf(cell), own).relation === 'same';
    }
    return ours && names > 1;
  });
  return [0, ...starts].map((from, index) => ({ part: partOfGrid(grid, from, starts[index] ?? grid.rows), from }));
}

function* readSheet(sheet: Sheet, from: number, context: TableContext, into: TableReading): Generator<undefined, void> {
  const owns = ownsOf(sheet, context);
  if (owns.length === 0) return;
  const reader = new ItemReader(sheet, from, context, into);
  const { benchmarks } = context;
  let before: Labelled | undefined;
  let section: Labelled | undefined;
  for (const line of sheet.lines) {
    yield;
    const labels = sheet.labels(line);
    if (sheet.models.every((model) => isBlank(sheet.cellAt(line, model)) || sheet.cellAt(line, model)?.wide)) {
      // A row of words alone is the heading of the rows below it.
      const name = labels.map(({ cell }) => textOf(cell)).find((text) => text !== '');
      if (name !== undefined) section = labelledBy(name, [], benchmarks);
      before = undefined;
      continue;
    }
    const whole = identify(labels.map(labelText), before, section, benchmarks);
    for (const own of owns) {
      const cell = sheet.cellAt(line, own.index);
      if (!cell || cell.struck) continue;
      for (const { labels: texts, text } of piecesOf(labels, cell, benchmarks)) {
        const labelled = sheet.part ? labelledPart(sheet.part, texts) : identify(texts, before, section, benchmarks);
        if (labelled) reader.read({ ...own, line, labelled, labels: texts, text, cell });
      }
    }
    before = whole ?? before;
    if (!whole && labels.some(({ cell }, index) => index === 0 && !isBlank(cell))) before = undefined;
  }
}

/** The sheet's own lines; one that names several models at once is parted. */
function ownsOf(sheet: Sheet, { own, around }: TableContext): Own[] {
  const shared: Own[] = [];
  const names = sheet.models.flatMap((index) => {
    const text = sheet.nameOf(index);
    const matches = text.split(/\s\/\s/).map((name) => matchOwn(name, own));
    // Of two that may be this model's (`Nova-8B / Nova-8B-Instruct`) the one that leaves out the least is.
    const least = Math.min(...matches.map(({ relation, missing }) => (relation === 'same' ? missing : Infinity)));
    if (matches.length < 2 || least === Infinity) return [{ index, text }];
    shared.push({
      index,
      settings: [],
      doubtful: false,
      shared: matches.map(({ relation, missing, settings }) =>
        relation === 'same' && missing === least ? settings : undefined,
      ),
    });
    return [];
  });
  const { lines, doubtful } = ownLines(names, own, around, sheet.chosen);
  return [
    ...shared,
    ...lines.map((line) => ({ ...line, doubtful: false })),
    ...(shared.length > 0 ? [] : doubtful).map((index) => ({ index, settings: [], doubtful: true })),
  ];
}
