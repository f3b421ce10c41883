import { describe, expect, it } from 'vitest';
import { aSpecDraft, aSpecGround } from '../../../test/fixtures/drafts.ts';
import type { SpecGround } from '../ground.ts';
import { checkSpec, specTasks } from './checks.ts';
import { specFile } from './ground-checks.ts';

const repo = 'someone/bench';
const groundOf = (more?: Partial<SpecGround>) => aSpecGround(repo, more);
const problems = (text: string | undefined, ground: SpecGround | undefined, account = 'mira') =>
  checkSpec(aSpecDraft('s', repo, text === undefined ? {} : { text }), { ground, account }).map(
    ({ check, level, line, message }) => [check, level, message.key, ...(line === undefined ? [] : [line])],
  );
const pull = (more: object) => ({
  number: 4,
  title: 'Add eval.yaml',
  author: 'tomas',
  status: 'open' as const,
  paths: ['eval.yaml'],
  ...more,
});

describe('a drafted eval.yaml', () => {
  it('of a free place is in order', () => {
    expect(problems(undefined, groundOf())).toEqual([]);
    expect(problems(undefined, groundOf({ repo: 'Someone/Bench' }))).toEqual([]);
    const others = [pull({ number: 1, paths: [] }), pull({ number: 2, paths: ['README.md'], status: 'draft' })];
    expect(problems(undefined, groundOf({ pullRequests: others }))).toEqual([]);
  });

  it('is not sent without its ground, on ground of another dataset, or on one that was not read in full', () => {
    expect(problems(undefined, undefined)).toEqual([['unchecked', 'error', 'problemUnread']]);
    expect(problems(undefined, groundOf({ repo: 'someone/else' }))).toEqual([['unchecked', 'error', 'problemUnread']]);
    expect(problems(undefined, groundOf({ complete: false, missing: [{ key: 'gapOffline' }] }))).toEqual([
      ['unchecked', 'error', 'problemUnchecked'],
      ['unchecked', 'error', 'gapOffline'],
    ]);
    const { head: _, ...headless } = groundOf();
    expect(problems(undefined, headless)).toEqual([['unchecked', 'error', 'problemHeadUnknown']]);
  });

  it('is not sent where one stands, or anybody proposes one, drafts too', () => {
    expect(problems(undefined, groundOf({ stands: true }))).toEqual([['duplicates', 'error', 'specProblemStands']]);
    for (const status of ['open', 'draft'] as const) {
      const found = checkSpec(aSpecDraft('s', repo), { ground: groundOf({ pullRequests: [pull({ status })] }) });
      expect(found).toMatchObject([
        { check: 'duplicates', level: 'error', message: { args: ['#4', 'tomas'] }, links: [{ number: 4 }] },
      ]);
    }
  });

  it('that was declined is not sent again by the same account; others are asked', () => {
    const closed = [
      { number: 3, title: 'Add eval.yaml', author: 'tomas', closedBy: 'someone', closedAt: '2026-09-02' },
    ];
    const told = (account: string, change: object = {}) =>
      problems(undefined, groundOf({ closed: closed.map((one) => ({ ...one, ...change })) }), account);
    expect(told('mira')).toEqual([['declined', 'warning', 'specProblemDeclined']]);
    expect(told('tomas')).toEqual([['declined', 'error', 'specProblemDeclinedOwn']]);
    expect(told('tomas', { closedBy: 'tomas' })).toEqual([['declined', 'notice', 'specProblemWithdrawn']]);
    const { closed: _, ...unread } = groundOf();
    expect(problems(undefined, unread)).toEqual([['declined', 'notice', 'specProblemClosedUnread']]);
  });

  it('says what is wrong with the file by its line', () => {
    expect(problems('name: x\ntasks:\n  - config: a\n', groundOf())).toEqual([
      ['schema', 'error', 'findingMissing', 3],
    ]);
    expect(problems('name: x\nevaluation_framework: my-own\ntasks:\n  - id: a\n', groundOf())).toEqual([
      ['schema', 'warning', 'findingEvalFramework', 2],
    ]);
    for (const text of ['', ' \n', 'tasks: [', '- a\n', '12', 'x'.repeat(10_000), '\0'])
      expect(problems(text, groundOf()).some(([check, level]) => check === 'schema' && level === 'error')).toBe(true);
  });

  it('asks about configs and splits that the dataset’s card does not name', () => {
    const card =
      'configs:\n- config_name: main\n  data_files:\n  - split: train\n    path: a.csv\n- config_name: extra\n';
    const told = (text: string, given = card) => problems(text, groundOf({ card: given }));
    expect(told('tasks:\n  - id: a\n    config: main\n    split: train\n  - id: b\n    config: extra\n')).toEqual([]);
    expect(told('tasks:\n  - id: a\n    config: main\n    split: test\n')).toEqual([
      ['configs', 'warning', 'specProblemSplit', 4],
    ]);
    // What is left out is the default, which this card does not have.
    expect(told('tasks:\n  - id: a\n')).toEqual([['configs', 'warning', 'specProblemConfig', 2]]);
    expect(told('tasks:\n  - id: a\n', 'license: mit')).toEqual([]);
    expect(problems('tasks:\n  - id: a\n', groundOf())).toEqual([]);
    expect(told('tasks: [')[0]?.[0]).toBe('schema');
    // Names of a card are somebody else's words: a part of them is enough.
    const endless = `configs:\n${Array.from({ length: 30 }, (_, index) => `- config_name: ${'x'.repeat(9_000)}${index}\n`).join('')}`;
    const [asked] = checkSpec(aSpecDraft('s', repo), { ground: groundOf({ card: endless }), account: 'mira' });
    expect(JSON.stringify(asked).length).toBeLessThan(2_000);
    // What many tasks have alike is asked once, where it stands first.
    const many = Array.from({ length: 40 }, (_, index) => `  - id: t${index}\n`).join('');
    expect(told(`tasks:\n${many}  - id: b\n    config: other\n`)).toEqual([
      ['configs', 'warning', 'specProblemConfig', 2],
      ['configs', 'warning', 'specProblemConfig', 43],
    ]);
  });

  it('accepts a warning of one line, and not the same one of another', () => {
    const idOf = (text: string) => checkSpec(aSpecDraft('s', repo, { text }), { ground: groundOf() })[0]?.id;
    const text = 'evaluation_framework: my-own\ntasks:\n  - id: a\n';
    expect(idOf(text)).toBe(idOf(`${text}  - id: b\n`));
    expect(idOf(text)).not.toBe(idOf(`name: x\n${text}`));
  });

  it('is for a dataset with an owner and a name', () => {
    for (const odd of ['', 'bench', 'a/b/c', 'a b/c', '../x'])
      expect(checkSpec(aSpecDraft('s', odd), { ground: groundOf({ repo: odd }) })[0]).toMatchObject({
        message: { key: 'specProblemRepo' },
      });
  });

  it('ends with the end of a line, and is else as typed', () => {
    expect(specFile('a: 1')).toBe('a: 1\n');
    expect(specFile('a: 1\n\n')).toBe('a: 1\n\n');
    expect(specFile('  ')).toBe('  ');
    expect(specTasks('tasks:\n  - id: a\n  - id: b')).toEqual(['a', 'b']);
    expect(specTasks('tasks: [')).toEqual([]);
  });
});
