import { describe, expect, it } from 'vitest';
import { gpqaFile } from '../../test/corpus/model-plan.ts';
import { parseResultsFile } from '../evals/parse.ts';
import { ownEntries } from './own-entries.ts';

const parse = (text: string) =>
  parseResultsFile(text, { path: '.eval_results/x.yaml', pullRequest: 1, loader: 'pull-requests' });
const own = (now: string, before: string) => {
  const { entries, findings } = ownEntries(parse(now), parse(before));
  return [entries.map(({ valueText }) => valueText), findings.length];
};

describe('ownEntries', () => {
  it.each([
    ['an entry above', gpqaFile('1', '2'), gpqaFile('2'), ['1']],
    ['an entry between', gpqaFile('1', '2', '3'), gpqaFile('1', '3'), ['2']],
    ['another order', gpqaFile('2', '1'), gpqaFile('1', '2'), []],
    ['a value', gpqaFile('1', '2.5'), gpqaFile('1', '2'), ['2.5']],
    ['a digit more', gpqaFile('75.80'), gpqaFile('75.8'), ['75.80']],
    ['notes added', gpqaFile({ value: '1', notes: 'With tools' }), gpqaFile('1'), ['1']],
    ['notes taken away', gpqaFile('1'), gpqaFile({ value: '1', notes: 'With tools' }), ['1']],
    ['an entry taken away', gpqaFile('1'), gpqaFile('1', '2'), []],
    ['a repeat', gpqaFile('1', '1'), gpqaFile('1'), ['1']],
  ])('sees %s', (_, now, before, values) => expect(own(now, before)).toEqual([values, 0]));

  it('leaves a complaint that main has too to main', () => {
    const bad = '- dataset:\n    id: a/b\n  value: 3\n';
    expect(own(bad + gpqaFile('1'), bad)).toEqual([['1'], 0]);
    expect(own(gpqaFile('1') + bad, gpqaFile('1'))[1]).toBeGreaterThan(0);
  });
});
