import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { seeded } from '../evals/stats/random.ts';
import { readMarkdownTable } from './markdown-table.ts';
import { splitRow } from './split-row.ts';

/** The rows of the first table, as the library that reads all of GFM sees them; undefined when it sees none. */
function byLibrary(text: string): string[][] | undefined {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const [table] = tree.children;
  if (table?.type !== 'table') return undefined;
  return table.children.map((row) =>
    row.children.slice(0, table.children[0]?.children.length).map(({ position }) => {
      const written = text.slice(position?.start.offset, position?.end.offset);
      return written
        .replace(/^\|/, '')
        .replace(/(?<!\\)\|$/, '')
        .trim()
        .replaceAll('\\|', '|');
    }),
  );
}

function byUs(text: string): string[][] | undefined {
  const table = readMarkdownTable(text.split('\n'), 0);
  return table?.rows.map((row) => splitRow(row.text).slice(0, table.columns));
}

describe('a row of a table', () => {
  it.each<[string, string[]]>([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a | b', ['a', 'b']],
    ['| | MMLU-Pro (EM) | | 84.0 |', ['', 'MMLU-Pro (EM)', '', '84.0']],
    ['| General  |', ['General']],
    ['| a \\| b | c |', ['a | b', 'c']],
    ['| `a \\| b` |', ['`a | b`']],
    ['||', ['']],
    ['', ['']],
  ])('%s', (line, cells) => expect(splitRow(line)).toEqual(cells));

  it('is cut where the library cuts it, whatever is in it', () => {
    const random = seeded(11);
    const pieces = ['|', ' | ', 'a', '8.4\\*', ' ', '\\|', '\\', '**b**', '`c`', '<br>', '-', '"', 'x y'];
    let tables = 0;
    for (let round = 0; round < 400; round++) {
      const line = () =>
        Array.from({ length: 1 + Math.floor(random() * 8) }, () => pieces[Math.floor(random() * pieces.length)]).join(
          '',
        );
      const head = `| ${line()} | h |`;
      const columns = splitRow(head).length;
      const text = `${head}\n|${' --- |'.repeat(columns)}\n| ${line()} | v |\n`;
      const expected = byLibrary(text);
      if (!expected) continue;
      tables++;
      expect(byUs(text), text).toEqual(expected);
    }
    expect(tables).toBeGreaterThan(200);
  });
});
