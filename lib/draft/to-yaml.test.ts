import { spawnSync } from 'node:child_process';
// @ts-expect-error The package brings no types.
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseResultsFile } from '../evals/parse.ts';
import { seeded } from '../evals/stats/random.ts';
import { type EntryFields, fieldsOf } from './fields.ts';
import { appendEntries, readsAs, replaceEntry } from './into-file.ts';
import { toYaml } from './to-yaml.ts';
import { isYamlNumber } from './yaml-number.ts';

/** HLE of openai/gpt-oss-20b, shaped as the entries of its open pull requests are. */
const hle: EntryFields = {
  dataset: 'cais/hle',
  task: 'hle',
  valueText: '20.90',
  date: '2026-02-10',
  source: { url: 'https://huggingface.co/openai/gpt-oss-20b', name: 'Model Card', user: 'burtenshaw' },
  notes: 'With tools',
};

const plainOf = ({ dataset, task, revision, valueText, date, source, notes }: EntryFields) => ({
  dataset: { id: dataset, task_id: task, ...(revision === undefined ? {} : { revision }) },
  value: Number(valueText),
  ...(date === undefined ? {} : { date }),
  ...(source ? { source } : {}),
  ...(notes === undefined ? {} : { notes }),
});

const hostile = [
  ...['2026-10-01', '2026-10-01T12:00:00Z', 'yes', 'No', 'on', 'y', 'null', '~', 'true', '1e3', '0x1f', '012', '0o14'],
  ...['1_000', '1:30', '.5', '.inf', '-.INF', '.NaN', '=', '<<', '-', '- a', '? a', 'a: b', 'a:', ': a', 'a #b', '# a'],
  ...['*a', '&a', '!a', '!!str a', '%TAG', '@a', '`a', '|', '>', "'", '"', '\\', '\\n', '{a: 1}', '[a]', '---', '...'],
  ...['line\nbreak', 'tab\there', '\r\n', ' lead', 'trail ', 'a\u0000b', 'a\u007fb', 'a\u0085b', 'a\u2028b', '\ufeffa'],
  ...['\u202egnp.exe', 'zero\u200bwidth', '中文说明', 'émoji 🧪', 'a\u{e0041}b', '$x', '<script>', 'x'.repeat(200)],
  ...['Reasoning: high, With tools', 'Text-only, no tools.', 'family=time; n=12', 'a\u00a0b', '\uffff', '\ue000'],
];

const pick = <T>(items: readonly T[], next: () => number): T => items[Math.floor(next() * items.length)] as T;

function hostileFields(next: () => number): EntryFields {
  const text = () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(hostile, next)).join(pick(['', ' ', ', '], next));
  const numbers = [
    '0',
    '50',
    '22.1',
    '20.90',
    '58.5858585859',
    '0.41666666666666669',
    '-3.5',
    '100.0',
    '999999999999999',
  ];
  const entry = {
    id: 'a',
    dataset: text(),
    task: text(),
    valueText: pick(numbers, next),
    evidence: { kind: 'typed' } as const,
    ...(next() < 0.5 ? { revision: text() } : {}),
    ...(next() < 0.7 ? { date: pick(['2026-10-01', '2024-02-29', text()], next) } : {}),
    ...(next() < 0.7 ? { source: { url: text(), name: text(), ...(next() < 0.5 ? { user: text() } : {}) } } : {}),
    ...(next() < 0.7 ? { notes: text() } : {}),
  };
  const fields = fieldsOf(entry);
  return { ...fields, dataset: fields.dataset || 'a/b', task: fields.task || 'c' };
}

const python = spawnSync('python3', ['-c', 'import yaml; print(yaml.__version__)'], { encoding: 'utf8' });

/** What PyYAML reads in each text; whatever is no JSON (a day, a set) comes as its name, and so differs. */
function byPython(texts: readonly string[]): unknown[] {
  const script =
    'import json,sys,yaml; print(json.dumps([yaml.safe_load(t) for t in json.load(sys.stdin)], default=repr))';
  const run = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as unknown[];
}

describe('a results file that we write', () => {
  it('has one fixed form, with the value as written and the date as a text', () => {
    expect(toYaml([hle])).toBe(
      [
        '- dataset:',
        '    id: cais/hle',
        '    task_id: hle',
        '  value: 20.90',
        '  date: "2026-02-10"',
        '  source:',
        '    url: https://huggingface.co/openai/gpt-oss-20b',
        '    name: Model Card',
        '    user: burtenshaw',
        '  notes: With tools',
        '',
      ].join('\n'),
    );
  });

  it('shows marks of direction and other hidden characters as escapes', () => {
    const text = toYaml([{ ...hle, notes: 'safe\u202egpj.\u200b' }]);
    expect(text).toContain('notes: "safe\\u202egpj.\\u200b"');
  });

  it('never writes half of a surrogate pair, which no file can hold', () => {
    expect(toYaml([{ ...hle, notes: 'a\ud800b' }])).toContain('notes: "a\\ufffdb"');
  });

  it('takes for a number only what every reader takes for the same one', () => {
    expect(['22.1', '20.90', '0.412', '50', '-1.5', '0'].filter(isYamlNumber)).toHaveLength(6);
    const others = [
      '1e3',
      '012',
      '1_000',
      '1:30',
      '.5',
      '5.',
      '+5',
      '',
      '22,1',
      '22.1%',
      '-0',
      'NaN',
      '9999999999999999',
    ];
    expect(others.filter(isYamlNumber)).toEqual([]);
  });

  const cases = Array.from({ length: 1500 }, (_, seed) => {
    const next = seeded(seed + 1);
    return Array.from({ length: 1 + Math.floor(next() * 3) }, () => hostileFields(next));
  });
  const texts = cases.map(toYaml);

  it('reads back through our own strict reader and the YAML library (1,500 seeded files of hostile words)', () => {
    for (const [index, text] of texts.entries()) {
      const wanted = cases[index] ?? [];
      expect(readsAs(text, wanted), text).toBe(true);
      expect(parse(text)).toEqual(wanted.map(plainOf));
      expect(parse(text, { version: '1.1' })).toEqual(wanted.map(plainOf));
    }
  });

  it('reads back the same through js-yaml', () => {
    for (const [index, text] of texts.entries()) expect(load(text), text).toEqual((cases[index] ?? []).map(plainOf));
  });

  it.skipIf(python.status !== 0)(
    `reads back the same through PyYAML ${python.stdout?.trim() || '(skipped: no python3 with yaml here)'}`,
    () => expect(byPython(texts)).toEqual(cases.map((fields) => fields.map(plainOf))),
  );
});

describe('an existing file', () => {
  const existing = [
    '# Scores of the card, by hand',
    '- dataset: { id: cais/hle, task_id: hle }   # no tools',
    '  value: 20.90 # two digits',
    "  date: '2026-01-02'",
    '',
    '# below: to be checked',
    '- dataset:',
    '      id: Idavidrein/gpqa',
    '      task_id: diamond',
    '  value:   71.5',
    '# end',
  ].join('\n');

  it('keeps every byte, comments and digits included, when an entry is added', () => {
    const made = appendEntries(existing, [hle]);
    expect(made).toBe(`${existing}\n${toYaml([hle])}`);
    expect(
      parseResultsFile(made ?? '', { path: '', loader: 'main-files' }).entries.map((entry) => entry.valueText),
    ).toEqual(['20.90', '71.5', '20.90']);
  });

  it('is added to with its own indentation and line ends', () => {
    const text = '  - dataset:\r\n      id: cais/hle\r\n      task_id: hle\r\n    value: 1\r\n';
    const made = appendEntries(text, [hle]) ?? '';
    expect(made.startsWith(text)).toBe(true);
    expect(made.slice(text.length)).toBe(
      toYaml([hle])
        .replace(/^/gm, '  ')
        .replace(/\n {2}$|\n/g, '\r\n'),
    );
  });

  it.each([
    ['a mapping, which the Hub rejects', 'dataset:\n  id: cais/hle\n  task_id: hle\nvalue: 1\n'],
    ['a syntax error', '- dataset: {id: cais/hle\n  value: 1\n'],
    ['an entry that the Hub rejects', '- dataset:\n    id: cais/hle\n  value: 1\n'],
    [
      'two documents',
      '---\n- dataset: {id: a/b, task_id: c}\n  value: 1\n---\n- dataset: {id: a/b, task_id: c}\n  value: 1\n',
    ],
    ['a list in brackets', '[{dataset: {id: a/b, task_id: c}, value: 1}]\n'],
    ['an end mark', '- dataset: {id: a/b, task_id: c}\n  value: 1\n...\n'],
    ['a date that is no text', '- dataset: {id: a/b, task_id: c}\n  value: x\n'],
  ])('is left alone when it holds %s', (_, text) => expect(appendEntries(text, [hle])).toBeUndefined());

  it('of comments alone is begun below them', () => {
    expect(appendEntries('# nothing yet\n', [hle])).toBe(`# nothing yet\n${toYaml([hle])}`);
  });

  it('has one entry written anew, and nothing else', () => {
    const made = replaceEntry(existing, 0, { ...hle, valueText: '21.0' });
    expect(made).toContain(
      '# Scores of the card, by hand\n- dataset:\n    id: cais/hle\n    task_id: hle\n  value: 21.0\n',
    );
    expect(made?.endsWith(existing.slice(existing.indexOf('\n\n# below')))).toBe(true);
  });

  it('is never changed but at its end (500 seeded files of hostile words)', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = seeded(seed);
      const before = `# ${seed}\n${toYaml([hostileFields(next), hostileFields(next)])}${next() < 0.5 ? '# end' : ''}`;
      const added = hostileFields(next);
      const after = appendEntries(before, [added]);
      expect(after?.startsWith(before), before).toBe(true);
    }
  });
});
