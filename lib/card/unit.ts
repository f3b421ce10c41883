import type { BenchmarkTask } from '../evals/benchmarks/index.ts';
import type { Unit } from './card.ts';
import { type Cell, textOf } from './cell.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import type { Sheet } from './sheet.ts';

/** The unit of a number by itself: percent on a scale of 0 to 100, a fraction up to 1, or outside the scale. */
export function unitOf({ value, percent, text }: NumberReading, { scale }: BenchmarkTask): Unit {
  const [least, most] = scale ?? [0, 100];
  if (value < least || value > most) return 'other';
  return percent || value > 1 || most <= 1 || (value !== 1 && !text.includes('.')) ? 'percent' : 'fraction';
}

const cache = new WeakMap<Sheet, Map<number, boolean>>();

/** The unit of a number in a table: it is a fraction only when all figures beside and below it could be. */
export function unitIn(number: NumberReading, task: BenchmarkTask, line: number, model: number, sheet: Sheet): Unit {
  const unit = unitOf(number, task);
  if (unit !== 'fraction') return unit;
  let models = cache.get(sheet);
  if (!models) {
    models = new Map();
    cache.set(sheet, models);
  }
  let below = models.get(model);
  if (below === undefined) {
    below = sheet.lines.every((other) => couldBeFraction(sheet.cellAt(other, model)));
    models.set(model, below);
  }
  return below && sheet.models.every((other) => couldBeFraction(sheet.cellAt(line, other))) ? 'fraction' : 'percent';
}

function couldBeFraction(cell: Cell | undefined): boolean {
  const reading = readNumber(textOf(cell));
  return reading.kind !== 'number' || reading.value <= 1;
}
