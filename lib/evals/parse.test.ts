import { describe, expect, it } from 'vitest';
import { type ParsedFile, parseResultsFile, parseResultsFileInSlices } from './parse.ts';

const file = { path: '.eval_results/results.yaml', loader: 'main-files' } as const;
const parse = (text: string, options = {}): ParsedFile => parseResultsFile(text, { ...file, ...options });
const values = ({ entries }: ParsedFile) => entries.map(({ valueText }) => valueText);
const rules = ({ findings }: ParsedFile) => findings.map(({ rule, line }) => `${rule} ${line}`);

/** An entry in the shape that the Hub's documentation gives, on five lines. */
const entry = (value: string, more = '') =>
  `- dataset:\n    id: cais/hle\n    task_id: hle\n  value: ${value}\n  notes: No tools${more}\n`;

describe('a results file', () => {
  it('gives every entry with its lines and its number as written', () => {
    // https://huggingface.co/MiniMaxAI/MiniMax-M2.5/commit/91192656: one file, two values for one task.
    const text = `- dataset:
    id: SWE-bench/SWE-bench_Verified
    task_id: swe_bench_%_resolved
  value: 75.80
  source:
    url: https://www.swebench.com/
    name: SWE-Bench official evaluation
    user: nielsr
  notes: high reasoning, official

- dataset:
    id: SWE-bench/SWE-bench_Verified
    task_id: swe_bench_%_resolved
  value: 80.2
  notes: MiniMax reported number
`;
    const { entries, findings } = parse(text, { pullRequest: 42 });
    expect(findings).toEqual([]);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toEqual({
      dataset: 'SWE-bench/SWE-bench_Verified',
      task: 'swe_bench_%_resolved',
      value: 75.8,
      valueText: '75.80',
      asWritten: true,
      notes: 'high reasoning, official',
      source: { url: 'https://www.swebench.com/', name: 'SWE-Bench official evaluation', user: 'nielsr' },
      verified: false,
      hasToken: false,
      origin: {
        kind: 'pull-request',
        pullRequest: 42,
        path: file.path,
        line: 1,
        lastLine: 9,
        quote: text.slice(0, text.indexOf('\n\n')),
        seenBy: ['main-files'],
      },
    });
    expect(entries[1]?.origin).toMatchObject({ line: 11, lastLine: 15 });
  });

  it.each(['20.90', '7', '1e1', '+5', '-3.0', '.5', '0x1F', '99999999999999999999'])('keeps %s as written', (value) => {
    expect(values(parse(entry(value)))).toEqual([value]);
  });

  it('takes dates, yes and no for the texts that they are, quoted or not (YAML 1.2)', () => {
    const { entries } = parse('- dataset: {id: a/no, task_id: yes}\n  value: 1\n  date: 2026-01-28\n');
    expect(entries[0]).toMatchObject({ dataset: 'a/no', task: 'yes', date: '2026-01-28' });
    const old = parse('%YAML 1.1\n---\n- dataset: {id: a/b, task_id: yes}\n  value: 1\n  date: 2026-01-28\n');
    expect(old.entries[0]).toMatchObject({ task: 'yes', date: '2026-01-28' });
  });

  it('reads entries wrapped in data, and JSON', () => {
    expect(values(parse('- data:\n    dataset: {id: cais/hle, task_id: hle}\n    value: 8.80\n'))).toEqual(['8.80']);
    const json = '[{"dataset": {"id": "cais/hle", "task_id": "hle"}, "value": 8.80, "verifyToken": "x.y"}]';
    expect(parse(json).entries).toMatchObject([
      { valueText: '8.80', hasToken: true, origin: { line: 1, lastLine: 1 } },
    ]);
  });

  it('reads CRLF, a byte order mark, comments, a document marker and keys that it does not know', () => {
    const text = `\uFEFF# results\r\n---\r\n${entry('8.8', '\n  metric: accuracy').replaceAll('\n', '\r\n')}`;
    const { entries, findings } = parse(text);
    expect(findings).toEqual([]);
    expect(entries).toMatchObject([{ value: 8.8, notes: 'No tools', origin: { line: 3, lastLine: 8 } }]);
  });

  it('follows anchors from one entry to another', () => {
    const text = `${entry('1').replace('dataset:', 'dataset: &hle')}- dataset: *hle\n  value: 2\n`;
    expect(values(parse(text))).toEqual(['1', '2']);
    const merged = parse(`- &base\n  dataset: {id: a/b, task_id: t}\n  value: 1\n- {<<: *base, value: 2.50}\n`);
    expect(merged.findings).toEqual([]);
    expect(merged.entries.map(({ task, valueText }) => [task, valueText])).toEqual([
      ['t', '1'],
      ['t', '2.50'],
    ]);
    expect(rules(parse('- &a\n  <<: *a\n  value: 1\n'))).toEqual(['schema/required 2']);
  });

  it('with a slip in a key that the Hub would leave out says so', () => {
    const read = parse(entry('1', '\n  note: With tools'));
    expect(values(read)).toEqual(['1']);
    expect(read.findings).toMatchObject([{ rule: 'schema/unknown-key', severity: 'notice', line: 6, at: '[0].note' }]);
  });
});

describe('a bad entry', () => {
  it.each([
    ['task_id is missing', '- dataset: {id: TIGER-Lab/MMLU-Pro}\n  value: 84\n', 'schema/required 6'],
    ['task_id is empty', '- dataset: {id: a/b, task_id: }\n  value: 84\n', 'schema/required 6'],
    ['the value is a text', '- dataset: {id: a/b, task_id: t}\n  value: "41.2"\n', 'schema/type 7'],
    ['the value is a list', '- dataset: {id: a/b, task_id: t}\n  value: [41.2]\n', 'schema/type 7'],
    ['the value is true', '- dataset: {id: a/b, task_id: t}\n  value: true\n', 'schema/type 7'],
    ['the value is missing', '- dataset: {id: a/b, task_id: t}\n', 'schema/required 6'],
    ['the value is NaN', '- dataset: {id: a/b, task_id: t}\n  value: .nan\n', 'value/not-finite 7'],
    ['the value is infinite', '- dataset: {id: a/b, task_id: t}\n  value: -.inf\n', 'value/not-finite 7'],
    ['the value is beyond any number', `- dataset: {id: a/b, task_id: t}\n  value: 1e999\n`, 'value/not-finite 7'],
    ['source.url is null', '- dataset: {id: a/b, task_id: t}\n  value: 1\n  source:\n    url:\n', 'schema/required 9'],
    ['the source is a text', '- dataset: {id: a/b, task_id: t}\n  value: 1\n  source: card\n', 'schema/type 8'],
    ['the date is a number', '- dataset: {id: a/b, task_id: t}\n  value: 1\n  date: 2026\n', 'schema/type 8'],
    ['the dataset is a text', '- dataset: cais/hle\n  value: 1\n', 'schema/type 6'],
    ['a key stands twice', '- dataset: {id: a/b, task_id: t}\n  value: 1\n  value: 2\n', 'yaml/duplicate-key 8'],
    ['a nested key stands twice', '- dataset: {id: a/b, id: c, task_id: t}\n  value: 1\n', 'yaml/duplicate-key 6'],
    ['a quote is left open', '- dataset: {id: a/b, task_id: t}\n  value: 1\n  notes: "open\n', 'yaml/syntax 8'],
    ['a bracket is left open', '- dataset: {id: a/b, task_id: t\n  value: 1\n', 'yaml/syntax 7'],
    [
      'an unquoted text holds a colon',
      '- dataset: {id: a/b, task_id: t}\n  value: 1\n  notes: a: b\n',
      'yaml/syntax 8',
    ],
    ['the indentation slips', '- dataset: {id: a/b, task_id: t}\n  value: 1\n   notes: x\n', 'yaml/syntax 7'],
    ['it is indented with a tab', '- dataset:\n\tid: a/b\n\ttask_id: t\n  value: 1\n', 'yaml/syntax 7'],
    ['it has a tag', '- dataset: {id: a/b, task_id: t}\n  value: !percent 1\n', 'yaml/syntax 7'],
    ['it is a text', '- just words\n', 'schema/type 6'],
    ['it is nothing', '-\n', 'schema/type 6'],
    ['an alias names nothing', '- dataset: *nothing\n  value: 1\n', 'schema/required 6'],
    ['a template was left in', '- dataset: {id: a/b, task_id: {task_id}}\n  value: {metric_value}\n', 'schema/type 6'],
  ])('where %s is a finding with its line, and its neighbours stay', (_, bad, finding) => {
    const read = parse(entry('8.80') + bad + entry('+9'));
    expect(values(read)).toEqual(['8.80', '+9']);
    expect(rules(read)[0]).toBe(finding);
    expect(read.findings[0]).toMatchObject({ path: file.path, severity: 'error', seenBy: 'main-files' });
    expect(read.findings[0]?.text).toBe((entry('1') + bad).split('\n')[Number(finding.split(' ')[1]) - 1]);
    expect(read.entries[1]?.origin.line).toBe(6 + bad.split('\n').length - 1);
  });

  it('names the field as the Hub does', () => {
    const { findings } = parse(`${entry('1')}- dataset: {id: a/b}\n  value: x\n`);
    expect(findings.map(({ at }) => at)).toEqual(['[1].dataset.task_id', '[1].value']);
    expect(findings[1]?.message).toEqual({ key: 'findingNotANumber', args: ['value', 'x'] });
  });

  it('is told by name when its key is __proto__ or constructor, and pollutes nothing', () => {
    const read = parse(
      `- __proto__: {value: 1}\n  constructor: {prototype: {value: 1}}\n${entry('3').replace('- ', '  ')}`,
    );
    expect(values(read)).toEqual(['3']);
    expect(({} as { value?: number }).value).toBeUndefined();
  });
});

describe('a bad file', () => {
  it('that is one entry instead of a list gives that entry', () => {
    // LiquidAI/LFM2.5-1.2B-Instruct, pull request 15: "expected array, received object".
    const read = parse('dataset:\n  id: a/b\n  task_id: t\nvalue: 41.20\n');
    expect(values(read)).toEqual(['41.20']);
    expect(rules(read)).toEqual(['schema/not-a-list 1']);
  });

  it.each([
    ['', 'file/empty null'],
    ['# nothing yet\n', 'file/empty null'],
    ['---\n...\n', 'file/empty null'],
    ['just words\n', 'schema/not-a-list 1'],
    ['results: none\n', 'schema/not-a-list 1'],
    ['@', 'yaml/syntax 1'],
  ])('%j is one finding', (text, finding) => {
    expect(rules(parse(text))).toEqual([finding]);
  });

  it('of several documents gives the entries of all', () => {
    const read = parse(`${entry('1')}---\n${entry('2')}`);
    expect(values(read)).toEqual(['1', '2']);
    expect(rules(read)).toEqual(['yaml/multiple-documents 6']);
  });

  it('whose items stand at different columns gives them all, and says that it is no list', () => {
    const read = parse(`${entry('1').replaceAll(/^/gm, '  ').trimEnd()}\n${entry('2')}`);
    expect(values(read)).toEqual(['1', '2']);
    expect(rules(read)).toEqual(['yaml/syntax 6']);
  });

  it('with something between its items keeps the items', () => {
    const read = parse(`${entry('1')}results: x\n${entry('2')}`);
    expect(values(read)).toEqual(['1', '2']);
    expect(rules(read)).toEqual(['yaml/syntax 6']);
  });

  it('of JSON that breaks off keeps what is whole before the fault', () => {
    const item = '{"dataset": {"id": "a/b", "task_id": "t"}, "value": 1.0}';
    const read = parse(`[${item},\n ${item},\n {"dataset": {"id": "a/b", "task_`);
    expect(values(read)).toEqual(['1.0', '1.0']);
    expect(rules(read)).toEqual(['yaml/syntax 3']);
  });

  it('in another encoding says so, and is read', () => {
    const latin = new TextDecoder().decode(Uint8Array.from(Buffer.from(entry('1', ', café'), 'latin1')));
    const read = parse(latin);
    expect(read.entries[0]?.notes).toBe('No tools, caf\uFFFD');
    expect(rules(read)).toEqual(['file/encoding 5']);
    expect(parse(entry('1', ' \ud800!')).entries[0]?.notes).toBe('No tools \uFFFD!');
  });

  it('above 256 KiB is read up to there, and says so', () => {
    const one = entry('1');
    const read = parse(one.repeat(10_000));
    expect(read.entries).toHaveLength(Math.floor((256 * 1024) / one.length));
    expect(read.findings).toMatchObject([
      {
        rule: 'file/too-large',
        message: { args: [Math.ceil((one.length * 10_000) / 1024), 256, read.entries.length * 5] },
      },
    ]);
    expect(rules(parse(one.repeat(3), { size: 300 * 1024 }))).toEqual(['file/too-large null']);
  });

  it('full of faults gives the first fifty and counts the others', () => {
    const read = parse(`- a\n`.repeat(1000) + entry('5'));
    expect(values(read)).toEqual(['5']);
    expect(read.findings).toHaveLength(51);
    expect(read.findings.at(-1)).toMatchObject({ rule: 'file/more', message: { args: [950] } });
  });
});

describe('foreign text', () => {
  it('of a number with a hundred thousand digits is shown with its first ones', () => {
    const { entries } = parse(`- {dataset: {id: a/b, task_id: t}, value: 0.${'0'.repeat(99_999)}1}\n`);
    expect(entries[0]?.valueText).toMatch(/^0\.0{57}…$/);
  });

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'data:text/html,<b>',
    '\u202e5.17\u202c',
    'a\u200bb\u0000c',
    '=HYPERLINK("http://evil.example")',
    '$1 $& {{x}} %s',
  ];

  it.each(hostile)('%j stays a text in every field', (text) => {
    const quoted = JSON.stringify(text);
    const { entries, findings } = parse(
      `- dataset: {id: ${quoted}, task_id: ${quoted}, revision: ${quoted}}\n  value: 1\n  date: ${quoted}\n  notes: ${quoted}\n  source: {url: ${quoted}, name: ${quoted}, user: ${quoted}, org: ${quoted}}\n`,
    );
    expect(findings).toEqual([]);
    expect(entries).toMatchObject([{ dataset: text, task: text, revision: text, date: text, notes: text }]);
    expect(Object.values(entries[0]?.source ?? {})).toEqual([text, text, text, text]);
  });
});

describe('reading items apart', () => {
  it('gives what reading the whole gives, in slices or not', async () => {
    const text = `# head\n${entry('1', '\n  source: {url: "https://a.example/#x"}')}\n${entry('2')}# tail\n- x\n${entry('3')}`;
    // The comment's asterisk makes the file be read as a whole: aliases reach from one item to another.
    const whole = parse(`${text}# *\n# [*a]\n`);
    expect(parse(text)).toEqual(whole);
    expect(await parseResultsFileInSlices(text, file)).toEqual(whole);
  });
});
