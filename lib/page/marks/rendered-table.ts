/** One place of a rendered table; `spanned` where a cell beside or above reaches over it. */
export interface Place {
  cell: HTMLTableCellElement;
  spanned: boolean;
}

/** More than any table of results has; the reader of cards stops there too. */
const MAX_ROWS = 1000;
const MAX_COLUMNS = 200;
const MAX_PLACES = 60_000;

/**
 * The tables of a rendered card in the order in which they end, which is how the reader of cards counts them: a table
 * in another one's cell comes before it.
 */
export function tablesOf(card: Element): HTMLTableElement[] {
  const ended: HTMLTableElement[] = [];
  const open: HTMLTableElement[] = [];
  const endUntil = (next?: Element) => {
    for (let last = open.at(-1); last && !(next && last.contains(next)); last = open.at(-1)) {
      ended.push(last);
      open.pop();
    }
  };
  for (const table of card.querySelectorAll('table')) {
    endUntil(table);
    open.push(table);
  }
  endUntil();
  return ended;
}

/** A table's own rows as they stand in the page, each with the group that no `rowspan` reaches out of. */
function rowsOf(table: HTMLTableElement): { row: HTMLTableRowElement; group: Element }[] {
  const rows = [...table.children].flatMap((group) => {
    if (group instanceof HTMLTableRowElement) return [{ row: group, group: table as Element }];
    if (!(group instanceof HTMLTableSectionElement)) return [];
    return [...group.rows].map((row) => ({ row, group: group as Element }));
  });
  return rows.slice(0, MAX_ROWS);
}

/** Lays a rendered table out: its places by row and column, spans filled in. */
export function layOutTable(table: HTMLTableElement): Place[][] {
  const rows = rowsOf(table);
  const places: Place[][] = rows.map(() => []);
  let filled = 0;
  for (const [r, { row, group }] of rows.entries()) {
    let c = 0;
    for (const cell of row.cells) {
      while (places[r]?.[c]) c++;
      const across = Math.min(cell.colSpan, MAX_COLUMNS - c);
      const down = cell.rowSpan === 0 ? MAX_ROWS : cell.rowSpan;
      for (let y = 0; y < down && rows[r + y]?.group === group && filled < MAX_PLACES; y++) {
        for (let x = 0; x < across; x++, filled++) {
          const to = places[r + y];
          if (to) to[c + x] = { cell, spanned: y > 0 || x > 0 };
        }
      }
      c += across;
    }
  }
  return places;
}

/**
 * A cell's text twice: with all that is written in it, and as a reader of figures takes it, without footnote marks and
 * what is struck through. A table in the cell speaks for itself.
 */
export function textsOf(cell: Element): [all: string, plain: string] {
  if (!cell.firstElementChild) return [cell.textContent, cell.textContent];
  return [gather(cell, 'table'), gather(cell, 'table, sup, del, s, strike')];
}

function gather(node: Element, without: string): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof HTMLBRElement) text += ' ';
    else if (child instanceof Element && !child.matches(without)) text += gather(child, without);
  }
  return text;
}
