import { Parser } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { seeded } from '../evals/stats/random.ts';
import { type Cell, CellText } from './cell.ts';
import { InlineReader } from './inline-text.ts';

type Root = ReturnType<typeof fromMarkdown>;

const blocks = [
  'list',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'blockQuote',
  'codeIndented',
  'codeFenced',
  'definition',
  'htmlFlow',
];

/** What the library that reads all of markdown shows of an inline text. */
function byLibrary(text: string): Cell {
  const into = new CellText();
  const html = new Parser({
    onopentag: (tag) => into.open(tag),
    onclosetag: (tag) => into.close(tag),
    ontext: (data) => into.text(data),
  });
  const gather = (node: Root | Root['children'][number]): void => {
    if (node.type === 'text' || node.type === 'inlineCode') into.text(node.value);
    else if (node.type === 'html') html.write(node.value);
    else if ('children' in node) for (const child of node.children) gather(child);
  };
  gather(fromMarkdown(text, { extensions: [{ disable: { null: blocks } }] }));
  html.end();
  return into.cell();
}

const byUs = (text: string) => new InlineReader(100_000).read(text);
const shown = ({ lines, marks }: Cell) => JSON.stringify([lines.join(' ').replace(/\s+/g, ' '), marks]);

describe('inline markdown', () => {
  it.each<[string, string[], string[]]>([
    ['**84.0**', ['84.0'], []],
    ['8.4\\*', ['8.4'], ['*']],
    ['72.7 *', ['72.7'], ['*']],
    ['**66.0***', ['66.0'], ['*']],
    ['GPQA<sup>*</sup> _(diamond)_', ['GPQA (diamond)'], ['*']],
    ['GPQA Diamond<br/>(Pass@1)', ['GPQA Diamond', '(Pass@1)'], []],
    ['macro\\_avg/acc_char', ['macro_avg/acc_char'], []],
    ['[MMLU-Pro](https://example.org/a_(b))', ['MMLU-Pro'], []],
    ['[**GSM8K**][gsm8k]', ['GSM8K'], []],
    ['![logo](x.png) 5', ['5'], []],
    ['MMLU-Pro<sub>(acc)</sub>', ['MMLU-Pro (acc)'], []],
    ['`a *b* c`', ['a *b* c'], []],
    ['p < 0.05 &amp; x<y', ['p < 0.05 & x<y'], []],
    ['<https://example.org>', ['https://example.org'], []],
    ['τ²-Bench', ['τ²-Bench'], []],
    ['HLE-Verified¹', ['HLE-Verified'], ['1']],
    ['84.0[^a]', ['84.0'], ['a']],
    ['~~80.1~~ 81.2', ['81.2'], []],
    ['- 5', ['- 5'], []],
    ['# 5', ['# 5'], []],
  ])('%s', (text, lines, marks) => expect(byUs(text)).toMatchObject({ lines, marks, struck: false }));

  it('knows what is struck through altogether', () => {
    expect(byUs('~~80.1~~')).toMatchObject({ lines: ['80.1'], struck: true });
    expect(byUs('<del>80.1</del>')).toMatchObject({ lines: ['80.1'], struck: true });
  });

  it('shows the words that the library shows, whatever is in it', () => {
    const random = seeded(7);
    const pieces = [
      '*',
      '**',
      '_',
      '__',
      '***',
      'a',
      'b c',
      ' ',
      '84.0',
      '.',
      '(',
      ')',
      '\\*',
      '\\',
      '`',
      '``',
      '&lt;',
      '&',
      '<b>',
      '</b>',
      '<br>',
      '<',
      '>',
      '"',
      '[x](y)',
      '![i](u)',
      'é',
      '¹',
      '-',
      '†',
    ];
    const apart: string[] = [];
    const rounds = 3000;
    for (let round = 0; round < rounds; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 9) },
        () => pieces[Math.floor(random() * pieces.length)],
      )
        .join('')
        .trim();
      if (text !== '' && shown(byUs(text)) !== shown(byLibrary(text)))
        apart.push(`${text}\n  ${shown(byUs(text))}\n  ${shown(byLibrary(text))}`);
    }
    expect(apart.length / rounds, apart.slice(0, 10).join('\n')).toBeLessThan(0.005);
  });

  it('is not read for long', () => {
    const start = performance.now();
    for (const piece of ['[', '[](', '![', '*', '* a ', '*a_', '`', '`` ` ', '<a ', '<', '&', '\\', '~~'])
      byUs(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
