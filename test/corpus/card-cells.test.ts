// Each score that is read from a card of the corpus is found again in the card as it is rendered, and never elsewhere.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCard } from '../../lib/card/read-card.ts';
import type { CellMark } from '../../lib/evals/view/cell-status.ts';
import { findCells } from '../../lib/page/marks/find-cells.ts';
import { tablesOf } from '../../lib/page/marks/rendered-table.ts';
import { cardHtml } from '../hub/pages/card-html.ts';
import { trueCards } from './cards.ts';

const cards = trueCards().map(({ name, text }) => ({ model: name.replace('__', '/'), text }));
if (cards.length === 0) console.warn('Skipped: the corpus of cards is not beside the project (CORPUS_DIR).');

// The corpus is found by file addresses, which an environment with a page does not have: the page comes later.
beforeAll(async () => {
  const { JSDOM }: { JSDOM: new () => { window: typeof globalThis } } = await import('jsdom' as string);
  const { window } = new JSDOM();
  const names = [
    'document',
    'Element',
    'Text',
    'HTMLBRElement',
    'HTMLTableRowElement',
    'HTMLTableSectionElement',
  ] as const;
  for (const name of names) vi.stubGlobal(name, window[name]);
});
afterAll(() => vi.unstubAllGlobals());

function marksOf(text: string, model: string): CellMark[] {
  return readCard(text, { model }).scores.flatMap(({ where, quote, valueText }, index) => {
    const { table, rowIndex, columnIndex, row, column } = where;
    if (table === null || rowIndex === null || columnIndex === null) return [];
    const place = { table, rowIndex, columnIndex, row, column };
    return [
      { score: `${index}`, status: 'new' as const, name: { key: 'marksNew' as const }, valueText, quote, ...place },
    ];
  });
}

function findAll(marks: readonly CellMark[]) {
  const tables = tablesOf(document.body);
  return new Map(
    [...Map.groupBy(marks, ({ table }) => table).values()].flatMap((group) => [...findCells(tables, group)]),
  );
}

describe.runIf(cards.length > 0)('scores in the rendered cards of the corpus', () => {
  it('are found again, all of them', () => {
    const missed: string[] = [];
    let all = 0;
    for (const { model, text } of cards) {
      document.body.innerHTML = cardHtml(text);
      const marks = marksOf(text, model);
      const found = findAll(marks);
      all += marks.length;
      missed.push(...marks.filter((mark) => !found.has(mark)).map(({ quote }) => `${model}: ${quote}`));
    }
    console.log(`${all - missed.length} of ${all} scores found in ${cards.length} rendered cards`);
    expect(missed).toEqual([]);
    expect(all).toBeGreaterThan(100);
  });

  const changes: [string, () => void][] = [
    [
      'rows',
      () => {
        for (const body of document.querySelectorAll('tbody')) body.append(...[...body.rows].reverse());
      },
    ],
    [
      'columns',
      () => {
        for (const row of document.querySelectorAll('tr')) if (row.cells[1]) row.append(row.cells[1]);
      },
    ],
  ];

  it.each(changes)('are found in their own cells or not at all once %s change places', (what, change) => {
    let stayed = 0;
    for (const { model, text } of cards) {
      document.body.innerHTML = cardHtml(text);
      const marks = marksOf(text, model);
      const before = findAll(marks);
      change();
      for (const [mark, cell] of findAll(marks)) {
        stayed += 1;
        expect(cell, `${model}: ${mark.quote}`).toBe(before.get(mark));
      }
    }
    console.log(`${what}: ${stayed} cells are found where they were`);
  });
});
