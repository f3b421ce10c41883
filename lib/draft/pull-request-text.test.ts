import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { seeded } from '../evals/stats/random.ts';
import { hleEntry } from './check/question.test-kit.ts';
import type { DraftEntry } from './draft.ts';
import { draftFiles } from './files.ts';
import { code, fenced } from './markdown.ts';
import { pullRequestBody, pullRequestTitle } from './pull-request-text.ts';

const KEY = 'crosscheck:0f8fad5b-d9cb-469f-a165-70867728950e';
const bodyOf = (...entries: DraftEntry[]) =>
  pullRequestBody({ entries, files: draftFiles(entries), checked: ['the date is past'], version: '0.1.0', key: KEY });
const titleOf = (...entries: DraftEntry[]) => pullRequestTitle(entries, draftFiles(entries));

/** A row of a card, as the card reader gives it. */
const cardEntry: DraftEntry = {
  ...hleEntry,
  evidence: {
    kind: 'card',
    quote: '| HLE (no tools) | 10.9 | 14.9 |',
    row: 'HLE (no tools)',
    column: 'gpt-oss-20b',
    table: 2,
    section: ['gpt-oss', 'Evaluation'],
    footnotes: ['Reasoning effort high.'],
    line: 120,
    commit: 'c0ffee'.padEnd(40, '0'),
  },
};

/** All nodes of a Markdown text, flat. */
function nodes(markdown: string) {
  type Node = { type: string; value?: string; url?: string; children?: Node[] };
  const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
  return flat(fromMarkdown(markdown) as Node);
}

describe('the title', () => {
  it('follows the pattern of the community’s own', () => {
    expect(titleOf(hleEntry)).toBe('Add HLE evaluation result (10.9)');
    expect(titleOf({ ...hleEntry, dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', valueText: '82.0' })).toBe(
      'Add MMLU-Pro evaluation result (82.0)',
    );
    const gpqa = { ...hleEntry, id: 'b', dataset: 'Idavidrein/gpqa', task: 'diamond' };
    expect(titleOf(hleEntry, gpqa)).toBe('Add HLE and GPQA evaluation results');
    expect(titleOf(hleEntry, { ...hleEntry, id: 'b', valueText: '17.3', notes: 'With tools' })).toBe(
      'Add HLE evaluation results (10.9, 17.3)',
    );
  });
});

describe('the body', () => {
  it('of as many entries as a draft holds stays short, says how many are left out, and keeps its mark', () => {
    const entries = Array.from({ length: 200 }, (_, id) => ({ ...hleEntry, id: `e${id}`, valueText: `${id}` }));
    const body = bodyOf(...entries);
    expect(body.length).toBeLessThanOrEqual(30_000);
    expect(body).toMatch(/\nAnd \d+ more, which stand in the files\.\n/);
    expect(body).toContain(`<!-- ${KEY} -->`);
  });

  it('quotes what somebody’s file of drafts calls a fact or a format', () => {
    const stated: [string, string][] = [
      ['@everyone <!-- ![x](https://example.org/x.png)\n# hi', 'v'],
      ['shots', '5'],
    ];
    const body = bodyOf({ ...hleEntry, evidence: { kind: 'file', format: 'constructor', stated } });
    expect(nodes(body).filter(({ type }) => type === 'image' || type === 'heading')).toEqual([]);
    expect(nodes(body).filter(({ type, value }) => type === 'html' && !value?.includes(KEY))).toEqual([]);
    expect(nodes(body).some(({ type, value }) => type === 'text' && value?.includes('@everyone'))).toBe(false);
    expect(body).toContain('- shots: `5`');
    expect(body).toContain('Read from a file `pasted text`');
  });

  it('says what, where it was read, what was checked, how to close it, by whom; the mark is a comment', () => {
    const body = bodyOf(cardEntry);
    for (const words of [
      'One evaluation result in `.eval_results/hle.yaml`',
      '**HLE: `10.9`**',
      'source <https://huggingface.co/openai/gpt-oss-20b>',
      'in the model card (table 2, under `Evaluation`, line 120, commit `c0ffee000000`)',
      '| HLE (no tools) | 10.9 | 14.9 |',
      'column: gpt-oss-20b',
      'footnote: Reasoning effort high.',
      '- the date is past',
      'Close this pull request',
      'Drafted by a person with Crosscheck v0.1.0.',
    ])
      expect(body).toContain(words);
    expect(body.endsWith(`<!-- ${KEY} -->\n`)).toBe(true);
  });

  it('holds hostile words in code, where nothing breaks out (400 seeded bodies)', () => {
    const bits = [
      '`',
      '```',
      '~~~',
      '\n',
      '\r',
      '\u2028',
      '|',
      '-->',
      '<!--',
      '<img src=x>',
      '](https://evil.example)',
      '@owner',
      '#1',
      '**',
      '    ',
      '\\',
      '&lt;',
      '\u202e',
      'x',
    ];
    for (let seed = 1; seed <= 400; seed++) {
      const next = seeded(seed);
      const text = () => Array.from({ length: 12 }, () => bits[Math.floor(next() * bits.length)]).join('');
      const evidence = {
        kind: 'file',
        quote: text(),
        column: text(),
        row: text(),
        footnotes: [text()],
        section: [text()],
        file: text(),
        stated: [['tools', text()]],
      } as const;
      const body = bodyOf({
        ...hleEntry,
        dataset: text(),
        task: text(),
        notes: text(),
        source: { url: next() < 0.5 ? `https://example.org/${text()}` : text() },
        evidence: JSON.parse(JSON.stringify(evidence)),
      });
      const kinds = new Set(nodes(body).map(({ type }) => type));
      for (const kind of ['html', 'image', 'heading', 'blockquote', 'thematicBreak', 'emphasis'])
        expect([...kinds].filter((one) => one === kind).length, body).toBe(kind === 'html' ? 1 : 0);
      const html = nodes(body).filter(({ type }) => type === 'html');
      expect(html.map(({ value }) => value)).toEqual([`<!-- ${KEY} -->`]);
      const links = nodes(body).filter(({ type }) => type === 'link');
      expect(links.every(({ url }) => url?.startsWith('https://example.org/'))).toBe(true);
      expect(
        nodes(body).filter(
          ({ type, value }) => type === 'text' && /@owner|^(?!https:\/\/example\.org).*evil/.test(value ?? ''),
        ),
      ).toEqual([]);
      expect(body).not.toContain('\u202e');
    }
  });

  it('stays short enough to read when there are many long quotes', () => {
    const entries = Array.from({ length: 60 }, (_, index) => ({
      ...cardEntry,
      id: `e${index}`,
      valueText: `${index}.5`,
      evidence: { kind: 'card' as const, quote: 'x'.repeat(3000) },
    }));
    const body = bodyOf(...entries);
    expect(body.length).toBeLessThanOrEqual(30_000);
    expect(body).toContain(KEY);
    expect(body).toContain('59.5');
  });
});

it('code spans and blocks grow their fences', () => {
  expect(code('a`b``c')).toBe('```a`b``c```');
  expect(code('`')).toBe('`` ` ``');
  expect(fenced('```\nx')).toBe('````text\n```\nx\n````');
});
