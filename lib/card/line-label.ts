import type { Benchmark } from '../evals/benchmarks/index.ts';
import { type Cell, textOf } from './cell.ts';
import { isSetup, setupOf } from './label-words.ts';
import { type LabelReading, readLabel } from './read-label.ts';
import type { LabelCell } from './sheet.ts';
import { taskNamed } from './task-names.ts';

/** What a line's labels say: the benchmark, and the setup beside it. */
export interface Labelled {
  reading: LabelReading;
  /** The words that name the benchmark, with the setup that stands beside them. */
  label: string;
  /** The setup alone. */
  setup: string;
}

export interface LabelText {
  text: string;
  head: string;
  setting: boolean;
  marks: readonly string[];
}

/** One label with one value, out of cells that may hold several. */
export interface Piece {
  labels: LabelText[];
  text: string;
}

export const labelText = ({ cell, head, setting }: LabelCell): LabelText => ({
  text: textOf(cell),
  head,
  setting,
  marks: cell.marks,
});

const slash = /\s\/\s/;

/** Parts labels and values that are stacked in one row's cells: with line breaks, or with slashes in the same order. */
export function piecesOf(labels: readonly LabelCell[], cell: Cell, benchmarks: readonly Benchmark[]): Piece[] {
  const texts = labels.map(labelText);
  const count = cell.lines.length;
  if (count > 1 && labels.some(({ cell: label }) => label.lines.length === count && !label.spanned))
    return cell.lines.map((text, index) => ({
      labels: texts.map((label, at) => {
        const lines = labels[at]?.cell.lines ?? [];
        return lines.length === count ? { ...label, text: lines[index] ?? '' } : label;
      }),
      text,
    }));
  const values = textOf(cell).split(slash);
  const at = texts.findIndex(({ text }) => {
    const names = text.split(slash);
    return (
      names.length > 1 &&
      names.length === values.length &&
      names.every((name) => readLabel(name, benchmarks).kind !== 'none')
    );
  });
  if (at === -1) return [{ labels: texts, text: textOf(cell) }];
  const names = texts[at]?.text.split(slash) ?? [];
  return names.map((name, index) => ({
    labels: texts.map((label, place) => (place === at ? { ...label, text: name } : label)),
    text: values[index] ?? '',
  }));
}

/** `# Shots | 5` as `5-shot`; a harness's version of a task says nothing of the score. */
function setupText({ text, head }: LabelText): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  if (/^\d+$/.test(text)) {
    if (/shots?/i.test(head)) return `${text}-shot`;
    if (/^\W*(?:versions?|n|#|samples?|items|questions|seeds?)\W*$/i.test(head)) return '';
  }
  return text;
}

/**
 * Which benchmark the labels of a line name, with their setup. Where a label is blank, or holds a setup alone, the name
 * comes from the line before it or from the heading row above.
 */
export function identify(
  labels: readonly LabelText[],
  before: Labelled | undefined,
  section: Labelled | undefined,
  benchmarks: readonly Benchmark[],
): Labelled | undefined {
  const texts = labels.map(setupText);
  const readings = texts.map((text) => readLabel(text, benchmarks));
  const at = readings.findLastIndex(({ kind }) => kind !== 'none');
  if (at === -1) {
    const said = texts.filter((text) => text !== '');
    const from = texts[0] === '' ? before : section;
    const setups = texts.every((text, index) => text === '' || isSetup(text) || labels[index]?.setting === true);
    if (!from || from.reading.kind === 'none' || said.length === 0 || !setups) return undefined;
    const label = `${from.label} (${said.join(', ')})`;
    const reading = from.reading.kind === 'task' ? from.reading : readLabel(label, benchmarks);
    // The line before has a setup of its own, which this one takes the place of.
    const setup = texts[0] === '' ? '' : from.setup;
    return { reading, label, setup: [setup, ...said.map((text) => setupOf('', text))].filter(Boolean).join(', ') };
  }
  const name = texts[at] ?? '';
  let reading = readings[at] ?? { kind: 'none' };
  const after: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (index <= at || text === '') continue;
    const joined = readLabel(`${name} ${text}`, benchmarks);
    // `GPQA | Diamond`
    if (reading.kind === 'unclear' && joined.kind === 'task') reading = joined;
    else if (joined.kind !== 'task' && !isSetup(text) && !labels[index]?.setting) reading = { kind: 'other' };
    after.push(text);
  }
  return labelledBy(name, after, benchmarks, reading);
}

/** A label of one name and the setups that stand behind it. */
export function labelledBy(
  name: string,
  after: readonly string[],
  benchmarks: readonly Benchmark[],
  reading = readLabel(name, benchmarks),
): Labelled {
  const own = reading.kind === 'task' ? reading.setup : '';
  const more = after.map((text) => setupOf('', text)).filter((text) => !own.includes(text.toLowerCase()));
  return {
    reading,
    label: after.length > 0 ? `${name} (${after.join(', ')})` : name,
    setup: [own, ...more].filter(Boolean).join(', '),
  };
}

/** The task of a benchmark that a line of its parts is about. */
export function labelledPart(benchmark: Benchmark, labels: readonly LabelText[]): Labelled | undefined {
  const label = labels.map(({ text }) => text).join(' ');
  const task = taskNamed(benchmark, label);
  return task?.scale ? { reading: { kind: 'task', benchmark, task, setup: '' }, label, setup: '' } : undefined;
}
