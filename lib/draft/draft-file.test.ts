import { describe, expect, it } from 'vitest';
import { seeded } from '../evals/stats/random.ts';
import { hleEntry } from './check/question.test-kit.ts';
import { readDraftFile, writeDraftFile } from './draft-file.ts';

const file = (change: (text: string) => string = (text) => text) =>
  readDraftFile(change(writeDraftFile([{ repo: 'openai/gpt-oss-20b', entries: [hleEntry] }])));

describe('a file of drafts', () => {
  it('is plain YAML that a person can read', () => {
    expect(writeDraftFile([{ repo: 'openai/gpt-oss-20b', entries: [hleEntry] }])).toBe(`kind: "crosscheck-drafts"
version: 1
drafts:
  - repo: "openai/gpt-oss-20b"
    entries:
      - dataset: "cais/hle"
        task: "hle"
        valueText: "10.9"
        date: "2026-02-10"
        source:
          url: "https://huggingface.co/openai/gpt-oss-20b"
          name: "Model Card"
        evidence:
          kind: "typed"
`);
  });

  it('comes back whole, with hostile words (300 seeded drafts)', () => {
    const bits = [
      'yes',
      '2026-01-01',
      '\n',
      '"',
      '\\',
      ': ',
      '# ',
      '\u202e',
      '\u2028',
      '\u0000',
      '中文',
      '🧪',
      "'",
      '- ',
      '*a',
      '\t',
    ];
    for (let seed = 1; seed <= 300; seed++) {
      const next = seeded(seed);
      const text = () => Array.from({ length: 6 }, () => bits[Math.floor(next() * bits.length)]).join('');
      const { id: _, ...entry } = {
        ...hleEntry,
        dataset: text(),
        notes: text(),
        valueText: text(),
        evidence: { kind: 'file' as const, quote: text(), stated: [[text(), text()]] as [string, string][] },
      };
      const read = readDraftFile(writeDraftFile([{ repo: 'a/b', entries: [{ id: 'x', ...entry }] }]));
      expect(read).toEqual({ drafts: [{ repo: 'a/b', entries: [entry] }] });
    }
  });

  it('comes back whole where many entries share one evidence, as a store that keeps identity gives them', () => {
    const evidence = { kind: 'card' as const, section: ['Evaluation'], row: 'HLE' };
    const entries = Array.from({ length: 200 }, (_, at) => ({ ...hleEntry, id: `e${at}`, evidence }));
    expect(readDraftFile(writeDraftFile([{ repo: 'a/b', entries }]))).toMatchObject({
      drafts: [{ entries: entries.map(({ id: _, ...rest }) => rest) }],
    });
  });

  it('holds nothing of account and submission', () => {
    const draft = {
      repo: 'a/b',
      entries: [hleEntry],
      plan: { account: 'reader', key: 'crosscheck:secret' },
      answers: { accepted: ['x'] },
    };
    expect(writeDraftFile([draft])).not.toMatch(/reader|secret|accepted/);
  });

  it.each([
    ['a newer version', (text: string) => text.replace('version: 1', 'version: 2'), 'draft/newer', undefined],
    ['another kind', (text: string) => text.replace('crosscheck-drafts', 'crosscheck-settings'), 'draft/field', 1],
    ['a missing field', (text: string) => text.replace('        task: "hle"\n', ''), 'draft/field', 6],
    ['a value of another kind', (text: string) => text.replace('"10.9"', '10.9'), 'draft/field', 8],
    ['a syntax error', (text: string) => text.replace('"cais/hle"', '"cais/hle'), 'yaml/syntax', 6],
    ['nothing', () => '', 'draft/field', undefined],
  ])('%s is a finding with its line', (_, change, rule, line) => {
    const read = file(change);
    const [first] = 'findings' in read ? read.findings : [];
    expect([first?.rule, line === undefined ? undefined : first?.line]).toEqual([rule, line]);
  });
});
