import { describe, expect, it } from 'vitest';
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { buildReport } from '../build.ts';
import type { BoardAnswerRow } from './board.ts';
import { type BoardParts, buildBoard } from './build-board.ts';
import { whatToShow } from './what-to-show.ts';

const row = (modelId: string, value: number, more: Partial<BoardAnswerRow> = {}): BoardAnswerRow => ({
  rank: 1,
  modelId,
  value,
  valueText: String(value),
  verified: false,
  filename: '.eval_results/gpqa.yaml',
  ...more,
});

const build = (rows: BoardAnswerRow[], more: Partial<BoardParts> = {}) =>
  buildBoard({
    dataset: 'Idavidrein/gpqa',
    task: 'diamond',
    at: 1,
    unreadable: 0,
    reports: [],
    rows: rows.map((one, index) => ({ ...one, rank: index + 1 })),
    ...more,
  });

describe('a row', () => {
  it('has the interval of its own number of items, and its setup', () => {
    const [one] = build([row('a/b', 80, { notes: 'With tools, high effort' })]).rows;
    // discrepancies 3.5: GPQA diamond at 80 % is 73.9–85.0.
    expect([one?.low?.toFixed(1), one?.high?.toFixed(1), one?.n]).toEqual(['73.9', '85.0', 198]);
    expect(one?.variant.tags.map(({ kind, value }) => [kind, value])).toEqual([
      ['tools', 'with'],
      ['effort', 'high'],
    ]);
  });

  it('has its own setup, however its texts run together with those of another', () => {
    const told = (filename: string, name: string, notes: string) =>
      row('a/b', 80, { filename, notes, source: { url: 'https://example.org', name } });
    const both = [told('x.yaml', 'Card', 'with tools'), told('x.yaml', '', 'Cardwith tools')];
    const [one, other] = build(both).rows.map(({ variant }) => variant);
    expect([one, other]).toEqual(both.map((alone) => build([alone]).rows[0]?.variant));
    expect(one).not.toEqual(other);
  });

  it('keeps its value and has no interval where its scale is in doubt', () => {
    const { rows } = build([row('a/b', 88.9), row('c/d', 0.889), row('e/f', 101)]);
    expect(rows.map(({ value, doubt, low }) => [value, doubt, low === undefined])).toEqual([
      [88.9, undefined, false],
      [0.889, 'fraction', true],
      [101, 'outside', true],
    ]);
  });

  // GPQA diamond has 198 questions; notes such as `family=time; n=12` are recorded of another benchmark.
  it.each([
    ['n=16', 16],
    ['first 50 questions', 50],
    ['n=0', 198],
    ['n=100000', 198],
    [`n=${'9'.repeat(400)}`, 198],
  ])('has no more questions than there are, and some, whatever the notes say: %s', (notes, n) => {
    const [made] = build([{ ...row('a/b', 70), notes }]).rows;
    expect(made?.n).toBe(n);
    expect([made?.error, made?.low, made?.high].every(Number.isFinite)).toBe(true);
  });

  it('is in doubt on an unknown board only when nearly all others are above it', () => {
    const unknown = { dataset: 'somebody/else', task: 'x' };
    const doubts = (values: number[]) =>
      build(
        values.map((value, index) => row(`a/b${index}`, value)),
        unknown,
      ).rows.map(({ doubt }) => doubt);
    expect(doubts([70, 60, 50, 40, 0.7])).toEqual([undefined, undefined, undefined, undefined, 'fraction']);
    expect(doubts([0.9, 0.7, 0.5])).toEqual([undefined, undefined, undefined]);
    expect(doubts([0.7])).toEqual([undefined]);
  });
});

describe('the direction', () => {
  const unknown = { dataset: 'somebody/else', task: 'x' };
  it('is what the Hub says, else what our table knows, else how the Hub ranks', () => {
    expect(build([row('a/b', 1)], { lowerIsBetter: true })).toMatchObject({ direction: 'lower', directionFrom: 'hub' });
    expect(build([row('a/b', 80)])).toMatchObject({ direction: 'higher', directionFrom: 'table' });
    expect(build([row('a/b', 3), row('c/d', 5)], unknown)).toMatchObject({
      direction: 'lower',
      directionFrom: 'order',
    });
    expect(build([row('a/b', 5), row('c/d', 3)], unknown)).toMatchObject({
      direction: 'higher',
      directionFrom: 'order',
    });
  });

  it('is unknown where the ranks follow no order, or there is one row', () => {
    expect(build([row('a/b', 5), row('c/d', 7), row('e/f', 6)], unknown).direction).toBe('unknown');
    expect(build([row('a/b', 5)], unknown).direction).toBe('unknown');
  });
});

describe('stored reports', () => {
  const loaders = aReport().loaders;
  const report = (repo: string, ...values: string[]) =>
    buildReport(
      repo,
      {
        'eval-results': {
          entries: values.map((value, index) => anEntry({ value, pullRequest: index + 1, date: '2026-09-01' })),
          findings: [],
          gaps: [],
          pullRequests: [],
        },
      },
      loaders,
      77,
    );

  it('give the entries that the board does not show, the date and the conflict', () => {
    const shown = { pullRequest: 1, filename: '.eval_results/results.yaml' };
    const board = build([row('Org/Model', 80, shown)], { reports: [report('org/model', '80', '60')] });
    expect(board.remembered).toBe(1);
    expect(board.rows[0]?.memory).toMatchObject({ at: 77, date: '2026-09-01', standing: 'differs' });
    expect(board.rows[0]?.memory?.hidden.map(({ valueText, pullRequest }) => [valueText, pullRequest])).toEqual([
      ['60', 2],
    ]);
  });

  it('of models that the board leaves out are listed apart, and other benchmarks are not', () => {
    const board = build([row('a/b', 80)], { reports: [report('c/d', '70')] });
    expect(board.rows[0]?.memory).toBeUndefined();
    expect(board.absent.map(({ modelId, value }) => [modelId, value])).toEqual([['c/d', 70]]);
    expect(build([row('a/b', 80)], { task: 'main', reports: [report('c/d', '70')] }).absent).toEqual([]);
  });
});

describe('what a dataset’s page gets', () => {
  const none = { file: 'none', official: false, reportedBy: 0 } as const;
  it.each([
    ['a benchmark', { dataset: 'a/b', ...none, file: 'read' as const }, 'board'],
    ['a gated benchmark of the list', { dataset: 'a/b', ...none, file: 'closed' as const, official: true }, 'board'],
    ['a gated dataset', { dataset: 'a/b', ...none, file: 'closed' as const }, 'nothing'],
    ['a dataset that models report scores for', { dataset: 'a/b', ...none, reportedBy: 1 }, 'line'],
    ['a dataset called a benchmark', { dataset: 'a/LongBench', ...none }, 'line'],
    ['a dataset called an eval', { dataset: 'a/my-eval', ...none }, 'line'],
    ['an ordinary dataset', { dataset: 'a/medieval-texts', ...none }, 'nothing'],
  ])('%s', (_, spec, shows) => expect(whatToShow(spec)).toBe(shows));
});
