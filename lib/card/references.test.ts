import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readHtml } from './html-tables.ts';
import { decodeReferences } from './references.ts';

const source = import.meta.glob('./references.ts', { query: '?raw', import: 'default', eager: true });
const names = Array.from(String(source['./references.ts']).matchAll(/^ {2}(\w+): ['"]/gm), ([, name]) => `${name}`);

/** What a parser with the whole table of the standard reads. */
function decodeHTML(text: string): string {
  let read = '';
  const parser = new Parser({ ontext: (data) => (read += data) }, { decodeEntities: true });
  parser.end(text);
  return read;
}

describe('character references', () => {
  it('has names to hold to the standard', () => expect(names.length).toBeGreaterThan(30));
  it.each(names)('&%s; is what HTML says', (name) => {
    expect(decodeReferences(`a&${name};b`)).toBe(decodeHTML(`a&${name};b`));
  });

  it.each([
    '84.0&#8224;',
    '84.0&#x2020;',
    '84.0&#X2020;',
    '&tau;&sup2;-Bench',
    'a &amp; b &lt; c',
    'a&nbspb &nbsp 5',
    'x&#0;y&#xD800;z&#x110000;',
    'AT&T; R&D &; &#; &#x; & ',
    'https://example.org/?a=1&lt=2',
    '&amp;lt;',
  ])('%s reads as in a browser', (text) => expect(decodeReferences(text)).toBe(decodeHTML(text)));

  it('leaves a name that it does not know as it is written', () => {
    expect(decodeReferences('&constructor; &NotEqualTilde;')).toBe('&constructor; &NotEqualTilde;');
  });

  it('is whole wherever a long line of HTML is cut', () => {
    for (let before = 1960; before <= 2020; before++) {
      const cell = `${'x'.repeat(before)}&dagger;${'&amp;'.repeat(900)}`;
      const [piece] = readHtml([`<p>${cell}</p>`], 0).pieces;
      expect(piece?.kind === 'text' && piece.text).toBe(decodeHTML(cell));
    }
  });
});
