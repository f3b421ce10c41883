// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { layOutTable, tablesOf, textsOf } from './rendered-table.ts';

function rendered(html: string): HTMLElement {
  document.body.innerHTML = `<main><div class="model-card-content">${html}</div></main>`;
  return document.body;
}

const laidOut = (html: string) =>
  tablesOf(rendered(html)).map((table) =>
    layOutTable(table).map((row) => Array.from(row, (place) => place && `${place.spanned ? '←' : ''}${place.cell.id}`)),
  );

describe('the tables of a rendered card', () => {
  it('are counted in the order in which they end', () => {
    const card = rendered(
      '<table id="a"></table><table id="b"><tr><td><table id="c"></table><table id="d"></table></td></tr></table><table id="e"></table>',
    );
    expect(tablesOf(card).map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b', 'e']);
  });

  it('are laid out with spans, which end with their group of rows', () => {
    const html = `<table><thead><tr><th id="h" rowspan="9">H</th><th id="m" colspan="2">M</th></tr></thead>
      <tbody><tr><td id="a" rowspan="0">a</td><td id="b">b</td></tr><tr><td id="c">c</td></tr></tbody>
      <tbody><tr><td id="d">d</td></tr></tbody></table>`;
    expect(laidOut(html)).toEqual([[['h', 'm', '←m'], ['a', 'b'], ['←a', 'c'], ['d']]]);
  });

  it('keep the order of the page, where a foot stands before the body', () => {
    const html = '<table><tfoot><tr><td id="f">f</td></tr></tfoot><tbody><tr><td id="b">b</td></tr></tbody></table>';
    expect(laidOut(html)).toEqual([[['f'], ['b']]]);
  });

  it('hold no rows of a table in a cell, and stop at some size', () => {
    const html = '<table><tr><td id="o"><table><tr><td id="i">i</td></tr></table></td></tr></table>';
    expect(laidOut(html)).toEqual([[['i']], [['o']]]);
    const [huge] = tablesOf(
      rendered(`<table>${'<tr><td colspan="1000" rowspan="65534">x</td></tr>'.repeat(1_200)}</table>`),
    );
    const places = huge ? layOutTable(huge) : [];
    expect(places.length).toBe(1_000);
    expect(places.flat().length).toBeLessThanOrEqual(62_000);
  });
});

describe('the texts of a cell', () => {
  it('are all that it says, and that without footnote marks and what is struck', () => {
    const [cell] = rendered(
      '<table><tr><td>80.1<sup>†</sup><br><del>70</del> <b>x</b><table><tr><td>9</td></tr></table></td></tr></table>',
    ).querySelectorAll('td');
    expect(cell && textsOf(cell)).toEqual(['80.1† 70 x', '80.1  x']);
  });
});
