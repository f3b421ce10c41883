import { type Cell, textOf } from './cell.ts';
import { bodyOf, columnsOf, type Grid } from './grid.ts';
import { matchOwn, type OwnModel } from './own-model.ts';
import { readNumber } from './read-number.ts';

/** Headers of columns that hold a setup: their cells belong to the label, numbers and all. */
export const settingHead =
  /^[#\s]*(?:settings?|setup|mode|config\w*|harness|agents?|scaffold\w*|split|subset|versions?|filters?|notes?|remarks?|metrics?|(?:#\s*)?(?:n[- ]?|num[- ]?)?(?:few[- ]?)?shots?|tools?|reasoning|effort|thinking|prompt\w*|methods?|type|protocol|quanti[sz]ation|precision|temperature|source|date)\b/i;
const numberedHead =
  /^[#\s]*(?:versions?|(?:#\s*)?(?:n[- ]?|num[- ]?)?(?:few[- ]?)?shots?|n|#|samples?|items|questions|year|date|temperature|seeds?|runs)\s*(?:\([^)]*\))?$/i;
const nameHead =
  /^(?:category|categories|benchmarks?|tasks?|datasets?|evals?|evaluations?|domain|capability|capabilities|areas?|topics?|languages?|tests?|bench|models?|names?|skills?|fields?)\b/i;
/** Headers of columns that say how large a model is, where its name does not. */
const sizeHead = /^[#\s]*(?:total\s+|model\s+)?(?:params?|parameters|sizes?)\b/i;
/** Headers of columns whose numbers are no scores. */
const noScore =
  /^(?:std(?:\.|err|dev)?\b.*|standard (?:error|deviation)|stderr|\+\/?-|±|σ|ci|95% ci|Δ.*|delta|diff(?:erence)?|gains?|improvements?|changes?|recovery.*|rank(?:ing)?|#.*|params?|parameters|size|cost.*|price.*|latency.*|tokens.*|speed.*|links?|paper|license|downloads?|higher is better|human.*|random.*)$/i;

const isBlank = (cell: Cell | undefined) => textOf(cell) === '';

/** What the columns of a table are for. */
export interface Columns {
  /** Names of benchmarks, tasks, categories, models, and setups. */
  labels: number[];
  /** The rest: figures. */
  values: number[];
  heads: string[];
}

/** Tells a table's label columns from its value columns, by their headers first and their cells second. */
export function readColumns(grid: Grid, own: OwnModel): Columns {
  const heads = columnsOf(grid).map((c) => headOf(grid, c));
  const labels = [0];
  const values: number[] = [];
  let leading = true;
  for (let c = 1; c < grid.columns; c++) {
    const head = heads[c] ?? '';
    const { relation } = matchOwn(head, own);
    const kinds = kindsIn(grid, c);
    const ours = relation === 'same' || relation === 'part';
    const words = kinds.words > 0 && kinds.words >= kinds.numbers;
    if (
      !ours &&
      (numberedHead.test(head) ||
        sizeHead.test(head) ||
        (settingHead.test(head) && words) ||
        (nameHead.test(head) && words) ||
        (leading && kinds.numbers === 0 && kinds.words > 0))
    )
      labels.push(c);
    else {
      leading = false;
      if (ours ? !isShadow(grid, c) : kinds.numbers > 0 && !noScore.test(head.trim())) values.push(c);
    }
  }
  return { labels, values, heads };
}

/** A column that only carries on what spans it from the left. */
const isShadow = (grid: Grid, c: number) =>
  bodyOf(grid).every((r) => grid.cell(r, c).spanned && grid.cell(r, c - 1).wide);

/** Rows that tell what a column holds. */
const SAMPLE = 25;

function kindsIn(grid: Grid, c: number): { numbers: number; words: number } {
  let numbers = 0;
  let words = 0;
  for (const r of bodyOf(grid).slice(0, SAMPLE)) {
    const cell = grid.cell(r, c);
    if (isBlank(cell) || cell.wide) continue;
    const { kind } = readNumber(cell.lines[0] ?? '');
    if (kind === 'text') words++;
    else if (kind !== 'none') numbers++;
  }
  return { numbers, words };
}

/** The header cells above a column, each text once. */
export function headCells(grid: Grid, c: number): Cell[] {
  const cells = Array.from({ length: grid.headRows }, (_, r) => grid.cell(r, c));
  return cells.filter(
    (cell, index) => !isBlank(cell) && cells.findIndex((other) => textOf(other) === textOf(cell)) === index,
  );
}

export const headOf = (grid: Grid, c: number): string => headCells(grid, c).map(textOf).join(' ');
