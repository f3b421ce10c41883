import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { aGroup, aScore } from '../../../test/fixtures/reports.ts';
import type { Group, Verdict } from '../report.ts';
import { catalogueLookup, createSay } from '../say.ts';
import type { CardCell, Origin } from '../score.ts';
import { cellMarks } from './cell-status.ts';

const say = createSay(catalogueLookup(en), 'en');

/** A cell of the table on gpt-oss-20b's card: GPQA Diamond, no tools, by effort of reasoning. */
function inCard(columnIndex: number, rowIndex = 1): Origin {
  const cell: CardCell = {
    section: ['Evaluation'],
    table: 1,
    row: 'GPQA Diamond (no tools)',
    column: ['low', 'medium', 'high'][columnIndex - 1] ?? '',
    header: ['low', 'medium', 'high'],
    footnotes: [],
    rowIndex,
    columnIndex,
    unit: 'percent',
    beside: [],
  };
  return { kind: 'model-card', cell, quote: 'GPQA Diamond (no tools) | 56.8 | 66.0 | 71.5', seenBy: ['model-card'] };
}

const stated = (value: string, columnIndex = 3) =>
  aScore({ value, id: `card-${value}`, origins: [inCard(columnIndex)] });
const onMain = (value: string) => aScore({ value, id: `main-${value}`, path: '.eval_results/gpqa.yaml' });
const pulled = (value: string, pullRequest: number) => aScore({ value, id: `pull-${value}`, pullRequest });

function verdict(a: string, b: string, given: Partial<Verdict>): Verdict {
  const numbers = { deltaPoints: null, deltaItems: null, n: null, z: null, p: null };
  const message = { key: 'groupSingle' } as const;
  return { a, b, code: 'N2', severity: 'warning', comparable: true, ...numbers, secondary: [], message, ...given };
}

/** What the marks of a group say, in English. */
const said = (scores: Group['scores'], verdicts: Verdict[] = []) =>
  cellMarks({ groups: [aGroup(scores, 'single', { key: 'groupSingle' }, verdicts)] }).map(
    ({ status, name }) => `${status} · ${say(name)}`,
  );

describe('what a cell of the card is marked with', () => {
  it('is "not reported yet" where no file and no pull request states anything', () => {
    expect(said([stated('71.5')])).toEqual(['new · 71.5: not reported yet; start a draft']);
    expect(said([stated('71.5'), stated('66.0', 2)])).toEqual([
      'new · 66.0: not reported yet; start a draft',
      'new · 71.5: not reported yet; start a draft',
    ]);
  });

  it('agrees where the same entry stands on main, in a pull request or on the leaderboard', () => {
    const both = (origin: Origin) => said([aScore({ value: '71.5', origins: [origin, inCard(3)] })]);
    expect(both({ kind: 'main', seenBy: ['main-files'] })).toEqual(['agrees · 71.5: agrees with main']);
    expect(both({ kind: 'pull-request', pullRequest: 178, seenBy: ['pull-requests'] })).toEqual([
      'agrees · 71.5: agrees with pull request #178',
    ]);
    expect(both({ kind: 'leaderboard', seenBy: ['eval-results'] })).toEqual([
      'agrees · 71.5: agrees with the leaderboard',
    ]);
  });

  it('agrees with an equal score that nothing is said of, and where what is said finds no difference', () => {
    expect(said([stated('71.5'), onMain('71.5')])).toEqual(['agrees · 71.5: agrees with main']);
    const rounded = verdict('card-71.5', 'main-71.48', { code: 'R1', severity: 'notice' });
    expect(said([stated('71.5'), onMain('71.48')], [rounded])).toEqual(['agrees · 71.5: agrees with main']);
    const noise = verdict('main-71.0', 'card-71.5', { code: 'N0', severity: 'info' });
    expect(said([stated('71.5'), onMain('71.0')], [noise])).toEqual(['agrees · 71.5: agrees with main']);
  });

  it('names the loudest difference, before any agreement', () => {
    const scores = [stated('71.5'), onMain('71.5'), pulled('60.1', 12), pulled('50.1', 14)];
    const verdicts = [
      verdict('card-71.5', 'pull-60.1', { severity: 'notice' }),
      verdict('card-71.5', 'pull-50.1', {}),
      verdict('main-71.5', 'pull-60.1', { severity: 'error' }),
    ];
    const both = 'differs · 71.5: agrees with main, differs from pull request #14';
    expect(said(scores, verdicts)).toEqual([both]);
    const merged = aScore({
      value: '71.5',
      id: 'card-71.5',
      origins: [{ kind: 'main', seenBy: ['main-files'] }, inCard(3)],
    });
    expect(said([merged, pulled('50.1', 14)], [verdict('card-71.5', 'pull-50.1', {})])).toEqual([both]);
    expect(said([stated('71.5'), pulled('50.1', 14)], [verdict('card-71.5', 'pull-50.1', {})])).toEqual([
      'differs · 71.5: differs from pull request #14',
    ]);
  });

  it('agrees where it is reported as it stands, whatever is reported of a setup that may be another', () => {
    const [other, same] = [pulled('58.58', 256), pulled('71.5', 233)];
    const maybe = verdict('card-71.5', 'pull-58.58', { code: 'V1', severity: 'notice' });
    const rounded = verdict('card-71.5', 'pull-71.5', { code: 'R1', severity: 'none' });
    expect(said([stated('71.5'), other, same], [maybe, rounded])).toEqual([
      'agrees · 71.5: agrees with pull request #233',
    ]);
    expect(said([stated('71.5'), other], [maybe])).toEqual(['differs · 71.5: differs from pull request #256']);
  });

  it('is "not comparable" only where there is nothing else to say', () => {
    const apart = verdict('card-71.5', 'main-56.8', { code: 'V1', severity: 'notice', comparable: false });
    expect(said([stated('71.5'), onMain('56.8')], [apart])).toEqual(['apart · 71.5: not comparable with main']);
    expect(said([stated('71.5'), onMain('56.8'), pulled('71.5', 9)], [apart])).toEqual([
      'agrees · 71.5: agrees with pull request #9',
    ]);
  });

  it('does not repeat what the reader has put away', () => {
    const scores = [stated('71.5'), onMain('60.1')];
    expect(said(scores, [verdict('card-71.5', 'main-60.1', { dismissed: true })])).toEqual([]);
  });
});

describe('which cells are marked', () => {
  it('is every cell of a table that a score was read from, in order, and no field of model-index', () => {
    const index: Origin = { ...inCard(1), kind: 'model-index' };
    if (index.cell) index.cell = { ...index.cell, table: null, rowIndex: null, columnIndex: null };
    const scores = [
      aScore({ value: '71.5', id: 'a', origins: [inCard(3, 2), inCard(2, 1)] }),
      aScore({ value: '56.8', id: 'b', origins: [index] }),
      onMain('71.5'),
    ];
    expect(cellMarks({ groups: [aGroup(scores, 'agree', { key: 'groupSingle' })] })).toMatchObject([
      { score: 'a', table: 1, rowIndex: 1, columnIndex: 2, row: 'GPQA Diamond (no tools)', column: 'medium' },
      { score: 'a', table: 1, rowIndex: 2, columnIndex: 3, quote: 'GPQA Diamond (no tools) | 56.8 | 66.0 | 71.5' },
    ]);
  });
});
