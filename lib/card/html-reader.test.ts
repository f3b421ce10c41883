import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { seeded } from '../evals/stats/random.ts';
import { HtmlReader } from './html-reader.ts';

type Heard = [what: string, text: string, attributes?: Record<string, string>];

function byUs(text: string, size = text.length || 1): Heard[] {
  const heard: Heard[] = [];
  const reader = new HtmlReader({
    open: (tag, attributes) => heard.push(['open', tag, { ...attributes }]),
    close: (tag) => heard.push(['close', tag]),
    text: (data) => heard.push(['text', data]),
  });
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
  reader.end();
  return joined(heard);
}

/** What the whole parser hears, without the tags that nobody wrote. */
function byLibrary(text: string): Heard[] {
  const heard: Heard[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => heard.push(['open', tag, { ...attributes }]),
      ontext: (data) => heard.push(['text', data]),
    },
    { decodeEntities: false },
  );
  parser.end(text);
  return joined(heard);
}

/** Texts that touch are one, however often they were told. */
function joined(heard: readonly Heard[]): Heard[] {
  const all: Heard[] = [];
  for (const [what, text, attributes] of heard) {
    const last = all.at(-1);
    if (what === 'text' && last?.[0] === 'text') last[1] += text;
    else all.push(attributes ? [what, text, attributes] : [what, text]);
  }
  return all;
}
const opened = (heard: readonly Heard[]) => joined(heard.filter(([what]) => what !== 'close'));

describe('reading HTML', () => {
  it('hears tags, attributes and texts', () => {
    expect(byUs('<TD colspan="2" ROWSPAN=3 colspan=9 hidden>84.0<br/>a &amp; b</TD><!-- <td> -->x')).toEqual([
      ['open', 'td', { colspan: '2', rowspan: '3', hidden: '' }],
      ['text', '84.0'],
      ['open', 'br', {}],
      ['text', 'a &amp; b'],
      ['close', 'td'],
      ['text', 'x'],
    ]);
  });

  it('hears the same however the text is cut, and what the whole parser hears', () => {
    const random = seeded(11);
    const pieces = [
      ...[
        '<td>',
        '</td>',
        '<tr class="a>b">',
        '<table>',
        '</table>',
        '<b',
        ' x=1',
        '>',
        '/>',
        '<',
        '</',
        'a',
        ' ',
        '\n',
      ],
      ...[
        '<!--',
        '-->',
        '"',
        "'",
        '=',
        '&amp;',
        '&',
        '<sup>*</sup>',
        '84.0',
        '<script>',
        '</script>',
        '<style>',
        '<!x>',
      ],
    ];
    for (let round = 0; round < 2000; round++) {
      const length = 1 + Math.floor(random() * 12);
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const whole = byUs(text);
      for (const size of [1, 3, 7]) expect(byUs(text, size), JSON.stringify(text)).toEqual(whole);
      // An end tag that is not ended: the library tells of a text that was told before.
      if (!/<\/[^>]*$/.test(text)) expect(opened(whole), JSON.stringify(text)).toEqual(byLibrary(text));
    }
  });

  it('takes a megabyte of anything in little time, deep or long', () => {
    const start = performance.now();
    for (const piece of ['<div>', '<td>x', '</td>', '<a b="', '<!--', '<', '<p x=1 ', 'text ']) {
      const text = piece.repeat(200_000 / piece.length);
      byUs(text, 2000);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
