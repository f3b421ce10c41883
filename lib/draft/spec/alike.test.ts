import { describe, expect, it } from 'vitest';
import { aSpecDraft } from '../../../test/fixtures/drafts.ts';
import { blocking } from '../problem.ts';
import { checkSpec } from './checks.ts';

const told = (text: string) =>
  checkSpec(aSpecDraft('s', 'someone/bench', { text }), {})
    .filter(({ check }) => check === 'alike' || check === 'schema')
    .map(({ level, message, line }) => [level, message.key, line]);

const withId = (id: string) => told(`tasks:\n  - id: ${id}\n`);

// What js-yaml 4.3.2 (YAML 1.2, with the dates of 1.1) and PyYAML 6.0.3 (YAML 1.1) made of each was tried on 2026-11-21.
describe('a drafted eval.yaml that two readers read differently', () => {
  it.each([
    ['no', 'false for PyYAML'],
    ['On', 'true for PyYAML'],
    ['2026-01-02', 'a date for both'],
    ['2001-12-14t21:59:43.10-05:00', 'a time for both'],
    ['12:30', '750 for PyYAML'],
    ['1:20.5', '80.5 for PyYAML'],
    ['1_000', '1000 for PyYAML'],
    ['0b11', '3 for both'],
    ['=', 'refused by PyYAML'],
    ['<<', 'refused by PyYAML'],
  ])('an id %s, %s, is an error with its line; in quotes it is fine', (id) => {
    expect(withId(id)).toEqual([['error', 'specProblemAmbiguous', 2]]);
    expect(withId(`"${id}"`)).toEqual([]);
    expect(withId(`'${id}'`)).toEqual([]);
  });

  it.each(['1e3', '012', '0o17', '0x1F', '.5', '.inf', '~', 'True'])('an id %s is no text for anybody', (id) => {
    expect(withId(id)).toEqual([['error', 'findingEvalField', 2]]);
  });

  it.each(['no-tools', 'swe_bench_%_resolved', 'MathArena/aime_2026', '1.2.3', 'v2', '😀', 'a:b', 'n'])(
    'an id %s is one for all',
    (id) => expect(withId(id)).toEqual([]),
  );

  it('speaks of config, split, name and framework, and asks about other fields', () => {
    expect(told('name: on\ntasks:\n  - id: a\n    config: 1_0\n    split: off\n')).toEqual([
      ['error', 'specProblemAmbiguous', 1],
      ['error', 'specProblemAmbiguous', 4],
      ['error', 'specProblemAmbiguous', 5],
    ]);
    for (const [field, line] of [
      ['epochs: 010', 3],
      ['epochs: 1e1', 3],
      ['field_spec: {input: no}', 3],
      ['off: 1', 3],
    ] as const)
      expect(told(`tasks:\n  - id: a\n    ${field}\n`)).toEqual([['warning', 'specProblemAmbiguous', line]]);
    for (const field of ['epochs: 10', 'epochs: +3', 'shuffle_choices: true', 'field_spec: {n: 1.5e+3}', 'n: 0x1e'])
      expect(told(`tasks:\n  - id: a\n    ${field}\n`)).toEqual([]);
  });

  it.each([
    'tasks:\n  - id:\tx\n',
    'tasks:\n  - id: x\t# c\n',
    'tasks: # c\n  - id: x\t\n',
    'tasks:\n\t\n  - id: x\n',
    'tasks:\n  - id: a\tb\n',
  ])('a tab between the parts is refused by PyYAML: %j', (text) => {
    const line = text.split('\n').findIndex((one) => one.includes('\t')) + 1;
    expect(told(text)).toEqual([['error', 'specProblemTab', line]]);
  });

  it('a tab in quotes, in a comment or in a block of text is text', () => {
    for (const text of ['tasks:\n  - id: "a\tb" # \tc\n', 'description: |\n  a\tb\n\n  \tc\ntasks:\n  - id: a\n'])
      expect(told(text)).toEqual([]);
  });

  it('a character that nobody reads, or nobody sees, is named', () => {
    const odd = (character: string) => withId(`"a${character}b"`);
    for (const character of ['\x07', '\x7f', '\x85', '\u2028', '\uffff', '\ud800'])
      expect(odd(character)).toEqual([['error', 'specProblemCharacter', 2]]);
    for (const character of ['\u202e', '\u200b', '\ufeff', '\u00ad'])
      expect(odd(character)).toEqual([['warning', 'specProblemHidden', 2]]);
    // The mark of UTF-8 at the start, line ends of Windows, and the joiners of scripts and emoji.
    expect(told('\ufefftasks:\r\n  - id: "👩\u200d🔬"\r\n')).toEqual([]);
  });

  it('keys that are no text, and merge keys, are said', () => {
    expect(told(': x\ntasks:\n  - id: a\n')).toEqual([['error', 'specProblemKey', 1]]);
    expect(told('? [a]\n: b\ntasks:\n  - id: a\n')).toEqual([['error', 'specProblemKey', 1]]);
    expect(told('x: &x {config: c}\ntasks:\n  - <<: *x\n    id: a\n')).toEqual([['warning', 'specProblemMerge', 3]]);
    expect(told('x: &x foo\ntasks:\n  - id: *x\n')).toEqual([]);
  });

  it('what PyYAML does not take in braces and brackets is said, and fine elsewhere', () => {
    for (const [text, key] of [
      ['tasks: [{id: c?x}]\n', 'specProblemAmbiguous'],
      ['tasks: [{id: a, ?xconfig: b}]\n', 'specProblemAmbiguous'],
      ['tasks: [{id: ::x}]\n', 'specProblemAmbiguous'],
      ['tasks: [{id\n  : a}]\n', 'specProblemKey'],
      ['tasks: [{id: a, con\n  fig: b}]\n', 'specProblemKey'],
    ] as const)
      expect(told(text)).toEqual([['error', key, 1]]);
    for (const text of [
      'tasks:\n  - id: c?x\n',
      'tasks: [{id: "c?x",\n  config:\n  b}]\n',
      'tasks:\n  - ? id\n    : a\n',
    ])
      expect(told(text)).toEqual([]);
  });

  it('an id with blanks around it is asked about', () => {
    for (const id of ['" a"', "'a '", '|\n      a']) expect(withId(id)).toEqual([['warning', 'specProblemIdSpace', 2]]);
  });

  it('says the same of one line once', () => {
    expect(told('tasks:\n  - {id: no, config: no, split:\tx, name:\ty}\n')).toEqual([
      ['error', 'specProblemTab', 2],
      ['error', 'specProblemAmbiguous', 2],
    ]);
  });

  it('names twenty lines and counts the others, which forbid sending all the same', () => {
    const text = `tasks:\n${Array.from({ length: 50 }, (_, index) => `  - id: 1_${index}\n`).join('')}`;
    const said = told(text);
    expect(said).toHaveLength(21);
    expect(said[20]).toEqual(['error', 'findingMore', undefined]);
  });

  it('longer than it can be kept is an error, and is not read', () => {
    const text = `tasks:\n  - id: a\n#${'x'.repeat(64 * 1024)}`;
    expect(told(text)).toEqual([['error', 'specProblemLong', undefined]]);
    expect(told(text.slice(0, 64 * 1024))).toEqual([]);
    const problems = checkSpec(aSpecDraft('s', 'someone/bench', { text }), {});
    expect(blocking(problems, { answers: { accepted: problems.map(({ id }) => id) } })).not.toEqual([]);
  });
});
