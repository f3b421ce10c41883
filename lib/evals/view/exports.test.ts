import { describe, expect, it } from 'vitest';
import { anEntry, aReport, gptOssEntries } from '../../../test/fixtures/reports.ts';
import { words } from '../../cli/words.ts';
import { makeFinding } from '../finding.ts';
import { groupMarkdown, rowText } from './markdown.ts';
import { reportCsv } from './report-csv.ts';
import { toReportJson } from './report-json.ts';

const nasty = '=cmd|"/c calc"!A1, [x](javascript:alert(1))\n| <b> `*_';
const entry = anEntry({
  value: '-3.50',
  dataset: 'a/b',
  task: 't|u',
  line: 3,
  notes: nasty,
  source: { url: 'https://example.org/a|b?(c)', name: '+SUM(A1)' },
});

/** Reads CSV by the letter of RFC 4180. */
function readCsv(text: string): string[][] {
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g);
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('holds every score with its texts, and numbers as numbers', () => {
    const report = aReport({ entries: gptOssEntries() });
    const [head = [], ...rows] = readCsv(reportCsv(report, words));
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    const scores = report.groups.flatMap(({ scores }) => scores);
    expect(rows).toHaveLength(20);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(column('value').map(Number)).toEqual(scores.map(({ value }) => value));
    expect(column('value_as_written')).toEqual(scores.map(({ valueText }) => valueText));
    expect(column('notes')).toEqual(scores.map(({ notes = '' }) => notes));
    expect(column('pull_requests')).toEqual(scores.map(({ origins }) => `${origins[0]?.pullRequest}`));
  });

  it('never holds a cell that a spreadsheet would run', () => {
    const given = ['=1+1', '+SUM(A1)', '-2+3', '@x', '\tx', '＝1+1', '\r\n=1', '-3.5', '+5', '1e1'];
    const entries = given.map((notes) => anEntry({ value: '-3.50', notes }));
    const [head = [], ...rows] = readCsv(reportCsv(aReport({ entries: [entry, ...entries] }), words));
    const notes = rows.map((row) => row[head.indexOf('notes')]);
    expect(notes).toEqual([`'${nasty}`, ...given.map((text) => (/^[-+]?[\d.e]+$/.test(text) ? text : `'${text}`))]);
    expect(rows[0]?.[head.indexOf('value')]).toBe('-3.5');
    expect(rows[0]?.[head.indexOf('value_as_written')]).toBe('-3.50');
    expect(rows[0]?.[head.indexOf('source_name')]).toBe("'+SUM(A1)");
  });
});

describe('Markdown', () => {
  it('has a line for each score, and foreign text only as text', () => {
    const [group] = aReport({
      repo: 'openai/gpt-oss-20b',
      entries: [entry, anEntry({ value: '4', dataset: 'a/b', task: 't|u', pullRequest: 7 })],
    }).groups;
    if (!group) throw new Error('no group');
    const lines = groupMarkdown(group, 'openai/gpt-oss-20b', words).trimEnd().split('\n');
    const table = lines.slice(lines.findIndex((line) => line.startsWith('|')));
    expect(table).toHaveLength(4);
    const bare = table.map((line) => line.replace(/\\./g, ''));
    for (const line of bare) expect(line.split('|')).toHaveLength(7);
    expect(bare.join('\n')).not.toMatch(/<b>|\]\(javascript/);
    expect(table[2]).toContain('=cmd');
    expect(table[2]).toContain('(<https://huggingface.co/openai/gpt-oss-20b/blob/main/.eval_results/results.yaml#L3>)');
    expect(table[2]).toContain('(<https://example.org/a%7Cb?(c)>)');
    expect(table[3]).toContain('[#7](https://huggingface.co/openai/gpt-oss-20b/discussions/7)');
  });

  it('has plain text for one row', () => {
    const [score] = aReport({ entries: gptOssEntries() }).groups.flatMap(({ scores }) => scores);
    if (!score) throw new Error('no score');
    const text = rowText(score, 'openai/gpt-oss-20b', words);
    expect(text).toContain(score.valueText);
    expect(text).toContain(score.source?.url);
    expect(text).toContain(`pull request #${score.origins[0]?.pullRequest}`);
  });
});

describe('JSON', () => {
  it('has the shape that scripts are promised, with nothing left out', () => {
    const finding = makeFinding(
      { path: 'x.yaml', pullRequest: 9, loader: 'pull-requests' },
      { rule: 'schema/required', message: { key: 'findingMissing', args: ['value'] }, line: 3 },
    );
    const gap = { loader: 'main-files', reason: 'gated', message: { key: 'groupSingle' } } as const;
    const report = aReport({ entries: [...gptOssEntries(), entry], findings: [finding], gaps: [gap] });
    const json = toReportJson(report, words);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(new Set(Object.values(json.loaders))).toEqual(new Set(['ok']));
    const scores = json.groups.flatMap((group) => group.scores);
    expect(scores).toHaveLength(21);
    expect(scores.at(-1)).toMatchObject({
      value: -3.5,
      valueText: '-3.50',
      date: null,
      notes: nasty,
      verified: false,
      origins: [{ kind: 'main', pullRequest: null, path: '.eval_results/results.yaml', line: 3, quote: null }],
    });
    const verdict = json.groups.flatMap(({ verdicts }) => verdicts)[0];
    expect(verdict).toMatchObject({
      severity: expect.any(String),
      comparable: expect.any(Boolean),
      text: expect.any(String),
    });
    expect(Object.keys(verdict ?? {})).toEqual(
      expect.arrayContaining(['a', 'b', 'code', 'deltaPoints', 'deltaItems', 'n', 'z', 'p', 'secondary']),
    );
    expect(json.findings).toMatchObject([
      { path: 'x.yaml', pullRequest: 9, line: 3, code: 'S1', message: 'value is missing.' },
    ]);
    expect(json.gaps).toMatchObject([{ loader: 'main-files', reason: 'gated' }]);
  });
});
