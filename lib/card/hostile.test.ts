import { describe, expect, it } from 'vitest';
import { readCard } from './read-card.ts';

const MB = 1_000_000;
const model = 'acme/Foo-4';
/** A table that must be found before every trap. */
const good = '| Benchmark | Foo-4 |\n|---|---|\n| **MMLU-Pro** | **80.1** |\n\n';
const full = (piece: string, size = 2 * MB) => piece.repeat(Math.ceil(size / piece.length));
const row = (cells: string) => `| B | Foo-4 |\n|---|---|\n${cells}`;
const html = '<table><tr><th>B</th><th>Foo-4</th></tr><tr><td>HLE</td><td>10.1</td></tr></table>\n\n';
const result = '  - dataset: {type: mteb/arguana, name: MTEB ArguAna}\n    metrics: [{type: ndcg_at_10, value: 5}]\n';

/** Two megabytes each. */
const traps: Record<string, string> = {
  pipes: full('|'),
  'pipes in lines': full('|a|b|\n'),
  'delimiter rows': full('|-|-|\n'),
  dashes: full('-'),
  'brackets without end': full('['),
  'links in links': full('[]('),
  asterisks: full('*'),
  'asterisks with blanks': full('* a '),
  underscores: full('_'),
  backticks: full('`'),
  'quote marks': full('>'),
  'quotes in quotes': full(`${'> '.repeat(50)}\n`),
  headings: full('# Foo-4\n'),
  'underlined headings': full('a\n=\n'),
  entities: full('&amp;'),
  'one long line': full('a '),
  'blank lines': full('\n'),
  blanks: full(' '),
  'zero bytes': full('\0'),
  'halves of characters': full('\ud800'),
  backslashes: full('\\'),
  fences: full('```\n'),
  comments: full('<!--'),
  'comment lines': full('<!--\n-->\n'),
  'tables that never begin': full('<table>'),
  'tables that never end': full('<table>\n'),
  'tables in tables': full('<table><tr><td>'),
  'rows of one table': `<table>${full('<tr><td>MMLU-Pro')}`,
  'cells of one row': `<table><tr>${full('<td>1')}`,
  'spans of everything': `<table>${full('<tr><td rowspan=9999 colspan=9999>MMLU-Pro</td></tr>')}`,
  'details in details': full('<details>\n'),
  'an open attribute': `<table a="${full('x')}`,
  'angle brackets': full('<'),
  'a table of one row': row(full('| MMLU-Pro | 80.1 |\n')),
  'rows all different': row(Array.from({ length: 60_000 }, (_, i) => `| [MMLU-Pro](x${i}) | *${i}* |\n`).join('')),
  'a wide table': `|${' a |'.repeat(190)}\n|${'-|'.repeat(190)}\n${full(`|${' MMLU-Pro |'.repeat(190)}\n`)}`,
  'a label without end': row(`| ${full('MMLU-Pro [')} | 80 |\n`),
  'tables of markdown': full(good),
  'tables of HTML': full(html),
  'tables in quotes': full('> | B | Foo-4 |\n> |---|---|\n> | HLE | 10.1 |\n>\n'),
  'notes without end': full('* HLE is evaluated with tools\n'),
  'news without end': full('- v1.2.3 https://huggingface.co/acme/Foo-4\n'),
  'carriage returns': full('\r'),
};
const heads: Record<string, string> = {
  'metadata without end': `---\n${full('a: [\n')}`,
  'metadata of keys': `---\n${full('a: b\n')}---\n`,
  'results without end': `---\nmodel-index:\n- name: Foo-4\n  results:\n${full(result)}---\n`,
  'models without end': `---\nmodel-index:\n${full('- name: gpqa\n')}---\n`,
  'brackets in a result': `---\nmodel-index:\n- name: x\n  results:\n  - ${full('[')}\n---\n`,
};

/** Milliseconds: a hang is what this is about; the machine that tests run on is shared. */
const LIMIT = 3000;

describe('a card made to harm', { timeout: 60_000 }, () => {
  it.each(Object.entries(traps))('%s', (_, trap) => {
    const start = performance.now();
    const { scores } = readCard(good + trap, { model });
    expect(performance.now() - start).toBeLessThan(LIMIT);
    expect(scores[0]).toMatchObject({ task: 'mmlu_pro', valueText: '80.1', line: 3 });
  });

  it.each(Object.entries(heads))('%s', (_, head) => {
    const start = performance.now();
    expect(readCard(head + good, { model }).scores.length).toBeLessThan(100);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });

  it('says what it leaves unread', () => {
    const rules = (card: string) => readCard(card, { model }).findings.map(({ rule }) => rule);
    expect(rules(full(good, 5 * MB))).toContain('card/too-large');
    expect(rules(full(good))).toContain('card/too-many-tables');
    expect(rules(traps['tables that never end'] ?? '')).toContain('card/too-many-parts');
    expect(rules(full('<div>'))).toContain('card/too-many-parts');
    expect(rules(traps['a table of one row'] ?? '')).toContain('card/too-many-rows');
    expect(rules(heads['results without end'] ?? '')).toContain('model-index/too-many-results');
    expect(
      rules(
        row(Array.from({ length: 900 }, (_, i) => `| [MMLU-Pro](${'x'.repeat(600)}${i}) | *${i % 90}* |\n`).join('')),
      ),
    ).toContain('card/too-much-markup');
  });

  it('keeps hostile text as text', () => {
    const card = '| Benchmark | Foo-4 |\n|---|---|\n| MMLU-Pro (<img src=x onerror=alert(1)>\u202e no tools) | 80.1 |';
    const [score] = readCard(card, { model }).scores;
    expect(score?.quote).not.toContain('<');
    expect(
      JSON.stringify(
        readCard(
          `---\nmodel-index:\n- name: __proto__\n  results:\n  - __proto__: {dataset: 1}\n    dataset: {type: gsm8k}\n    metrics: [{type: acc, value: 5}]\n---\n`,
          { model },
        ),
      ),
    ).toContain('"scores"');
    expect(({} as Record<string, unknown>).dataset).toBeUndefined();
  });
});
