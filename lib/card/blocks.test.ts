import { describe, expect, it } from 'vitest';
import { type Block, readBlocks } from './blocks.ts';
import { textOf } from './cell.ts';
import { type Grid, htmlGrid, markdownGrid } from './grid.ts';
import { InlineReader } from './inline-text.ts';

const gridOf = (block: Block): Grid | undefined => {
  if (block.kind !== 'table') return undefined;
  return 'columns' in block.table ? markdownGrid(block.table, new InlineReader(10_000)) : htmlGrid(block.table);
};

const cellsOf = (grid: Grid) =>
  Array.from({ length: grid.rows }, (_, r) => Array.from({ length: grid.columns }, (_, c) => textOf(grid.cell(r, c))));

const outline = (text: string) =>
  readBlocks(text, 1).blocks.map((block) => {
    const grid = gridOf(block);
    if (grid) return { line: block.line, head: grid.headRows, cells: cellsOf(grid) };
    return block.kind === 'heading'
      ? `${block.line} h${block.level} ${block.text}`
      : `${block.line} ${block.kind === 'text' ? block.text : ''}`;
  });

const table = '| a | b |\n|---|---|\n| c | d |';

describe('the blocks of a card', () => {
  it('are headings, text and tables, with their lines', () => {
    expect(outline(`# One\n\nwords\nmore\n\nTwo\n---\n${table}\nunder\n\n- item\n- item two`)).toEqual([
      '1 h1 One',
      '3 words\nmore',
      '6 h2 Two',
      {
        line: 8,
        head: 1,
        cells: [
          ['a', 'b'],
          ['c', 'd'],
          ['under', ''],
        ],
      },
      '13 - item',
      '14 - item two',
    ]);
  });

  it('leave code and comments out', () => {
    expect(
      outline(
        `\`\`\`\n${table}\n\`\`\`\n\n<!--\n${table}\n-->\n\n    ${table.replaceAll('\n', '\n    ')}\n\n~~~md\n${table}`,
      ),
    ).toEqual([]);
  });

  it('are found in quotes, in lists and between tags', () => {
    const cells = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(outline(`> ${table.replaceAll('\n', '\n> ')}`)).toEqual([{ line: 1, head: 1, cells }]);
    expect(outline(`- item\n\n  ${table.replaceAll('\n', '\n  ')}`).slice(1)).toEqual([{ line: 3, head: 1, cells }]);
    expect(outline(`<div align="center">\n\n${table}\n\n</div>`)).toEqual([{ line: 3, head: 1, cells }]);
  });

  it('are no table when header and delimiter differ in length, as on the page', () => {
    expect(outline('| a | b |\n|---|\n| c | d |')).toHaveLength(1);
    expect(outline('| a | b |\n|---|\n| c | d |')[0]).toContain('a | b');
  });
});

describe('a table in HTML', () => {
  it('is laid out with its spans, which end with their group of rows', () => {
    const html = `<table><thead><tr><th rowspan="2">B</th><th colspan="2">M</th></tr></thead>
<tbody><tr><td rowspan="0">x</td><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></tbody></table>`;
    expect(outline(html)).toEqual([
      {
        line: 1,
        head: 1,
        cells: [
          ['B', 'M', 'M'],
          ['x', '1', '2'],
          ['x', '3', '3'],
        ],
      },
    ]);
  });

  it('has two header rows where the second parts what spans above', () => {
    const html =
      '<table><tr><th rowspan="2">B</th><th colspan="2">M</th></tr><tr><th>on</th><th>off</th></tr><tr><td>x</td><td>1</td><td>2</td></tr></table>';
    expect(outline(html)).toMatchObject([{ head: 2 }]);
    expect(outline(html.replaceAll('th>', 'td>').replaceAll('<th ', '<td '))).toMatchObject([{ head: 2 }]);
  });

  it('keeps line breaks, drops markup, decodes entities', () => {
    const [block] = readBlocks(
      '<table><tr><td>MMLU-Pro<br/>(EM)</td><td><b>84</b>.0<sup>†</sup></td><td>R&amp;D</td><td><del>1</del></td></tr></table>',
      1,
    ).blocks;
    const grid = block && gridOf(block);
    expect(grid?.cell(0, 0).lines).toEqual(['MMLU-Pro', '(EM)']);
    expect(grid?.cell(0, 1)).toMatchObject({ lines: ['84.0'], marks: ['†'] });
    expect(grid?.cell(0, 2).lines).toEqual(['R&D']);
    expect(grid?.cell(0, 3).struck).toBe(true);
  });

  it('may hold other tables, of HTML and of markdown', () => {
    const html = `<table><tr><td>\n\n${table}\n\n</td><td><table><tr><td>in</td></tr></table>out</td></tr></table>`;
    expect(outline(html)).toEqual([
      {
        line: 3,
        head: 1,
        cells: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { line: 7, head: 1, cells: [['in']] },
      { line: 1, head: 1, cells: [['', 'out']] },
    ]);
  });

  it('that is never closed ends before the next heading', () => {
    expect(outline('<table><tr><td>1</td></tr>\n\n## Next\n\nwords')).toEqual([
      { line: 1, head: 1, cells: [['1']] },
      '3 h2 Next',
      '5 words',
    ]);
  });

  it('in a comment is none', () => expect(outline('<!-- <table><tr><td>1</td></tr></table> -->')).toEqual([]));
});
