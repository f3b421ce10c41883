// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cardHtml } from '../../../test/hub/pages/card-html.ts';
import { readCard } from '../../card/read-card.ts';
import type { CellMark } from '../../evals/view/cell-status.ts';
import { findCells } from './find-cells.ts';
import { tablesOf } from './rendered-table.ts';

/** Figures of poolside/Laguna-S-2.1's card (October 2026), once upright and once with benchmarks as columns. */
const upright = `
| Benchmark | Laguna S 2.1 | Other 9B |
|---|---:|---:|
| SWE-bench Pro | **59.4**<sup>1</sup> | 51.0 |
| DeepSWE | 40.4 | 59.4 |
| Terminal-Bench 2.1 | 70.2 | 40.4 |
`;
const lying = `
| Model | SWE-bench Pro | DeepSWE | Terminal-Bench 2.1 |
|---|---|---|---|
| Laguna S 2.1 | 59.4 | 40.4 | 70.2 |
| Other 9B | 51.0 | 59.4 | 40.4 |
`;

const model = 'poolside/Laguna-S-2.1';

/** What the reader of cards read, as marks. */
function marksOf(card: string): CellMark[] {
  return readCard(card, { model }).scores.flatMap(({ where, quote, valueText }, index) =>
    where.table === null || where.rowIndex === null || where.columnIndex === null
      ? []
      : [
          {
            ...{ score: `${index}`, status: 'new' as const, name: { key: 'marksNew' as const }, valueText, quote },
            ...{ table: where.table, rowIndex: where.rowIndex, columnIndex: where.columnIndex },
            ...{ row: where.row, column: where.column },
          },
        ],
  );
}

function render(card: string, change: (card: HTMLElement) => void = () => undefined) {
  document.body.innerHTML = `<div class="model-card-content">${cardHtml(card)}</div>`;
  change(document.body);
  return tablesOf(document.body);
}

/** Row label (or column header) and text of each cell that is found. */
function found(card: string, change?: (card: HTMLElement) => void, marks = marksOf(card)) {
  return [...findCells(render(card, change), marks)].map(([{ valueText }, cell]) => {
    const row = cell.closest('tr');
    return `${row?.cells[0]?.textContent} ${cell.cellIndex}: ${cell.textContent} = ${valueText}`;
  });
}

describe('the cells of a rendered card', () => {
  it('are found by text and position, whichever way the table lies', () => {
    expect(found(upright)).toEqual([
      'SWE-bench Pro 1: 59.41 = 59.4',
      'DeepSWE 1: 40.4 = 40.4',
      'Terminal-Bench 2.1 1: 70.2 = 70.2',
    ]);
    expect(found(lying)).toEqual([
      'Laguna S 2.1 1: 59.4 = 59.4',
      'Laguna S 2.1 2: 40.4 = 40.4',
      'Laguna S 2.1 3: 70.2 = 70.2',
    ]);
  });

  it('are found in folded parts, in quotes, and in a table inside another one', () => {
    const parts = upright.trim();
    expect(found(`<details><summary>More</summary>\n\n${parts}\n\n</details>`)).toHaveLength(3);
    expect(found(`<table><tr><td>\n\n${parts}\n\n</td></tr></table>`)).toHaveLength(3);
  });

  it('are found where the page has a table more than the reader counted, or one less', () => {
    const extra = (card: HTMLElement) => card.insertAdjacentHTML('afterbegin', '<table><tr><td>59.4</td></tr></table>');
    expect(found(upright, extra)).toHaveLength(3);
    const two = `| a | b |\n|---|---|\n| c | d |\n\n${upright.trim()}`;
    expect(found(two, (card) => card.querySelector('table')?.remove())).toHaveLength(3);
  });

  it('are not guessed at where two tables read alike', () => {
    const twice = (card: HTMLElement) => {
      const copy = card.querySelector('table')?.cloneNode(true);
      card.prepend(document.createElement('table'), copy ?? '');
    };
    expect(found(upright, twice)).toEqual([]);
  });

  it('are not found any more where rows or columns were moved', () => {
    const rows = (card: HTMLElement) => {
      const body = card.querySelector('tbody');
      body?.append(...[...body.rows].reverse());
    };
    // The row in the middle of three stays where it is.
    expect(found(upright, rows)).toEqual(['DeepSWE 1: 40.4 = 40.4']);
    const columns = (card: HTMLElement) => {
      for (const row of card.querySelectorAll('tr')) row.append(row.cells[1] ?? '');
    };
    expect(found(upright, columns)).toEqual([]);
    expect(found(lying, columns)).toEqual([]);
  });

  it('are not found any more where a label, a header or the figure says something else', () => {
    const set = (selector: string, text: string) => (card: HTMLElement) => {
      const cell = card.querySelector(selector);
      if (cell) cell.textContent = text;
    };
    expect(found(upright, set('tbody tr:nth-child(2) td', 'DeepSWE mini'))).toHaveLength(2);
    expect(found(upright, set('tbody tr:nth-child(2) td:nth-child(2)', '140.4'))).toHaveLength(2);
    expect(found(upright, set('tbody tr:nth-child(2) td:nth-child(2)', '40.45'))).toHaveLength(2);
    expect(found(upright, set('thead th:nth-child(2)', 'Another 9B'))).toEqual([]);
    expect(found(lying, set('thead th:nth-child(2)', 'GPQA'))).toHaveLength(2);
  });

  it('are not found in what only says the same number', () => {
    const marks = marksOf(upright);
    expect(found('| Year | Laguna S 2.1 |\n|---|---|\n| 2024 | 59.4 |', undefined, marks)).toEqual([]);
    expect(found('59.4, 40.4 and 70.2', undefined, marks)).toEqual([]);
  });
});
