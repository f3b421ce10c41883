import { describe, expect, it } from 'vitest';
import { type FileVersion, historySteps } from './history.ts';

const row = { dataset: 'Idavidrein/gpqa', task: 'diamond' };
const entry = (value: string) => `- dataset:\n    id: Idavidrein/gpqa\n    task_id: diamond\n  value: ${value}\n`;
const version = (id: string, text: string | null): FileVersion => ({ commit: { id, title: id }, text });
const told = (...versions: FileVersion[]) =>
  historySteps(versions, '.eval_results/gpqa.yaml', row).map(({ commit, values, file }) => [
    commit.id,
    values.map(({ valueText }) => valueText),
    file,
  ]);

describe('a row over time', () => {
  it('has a step for each commit that changed what it says, the youngest first', () => {
    expect(
      told(
        version('e', entry('71.50')),
        version('d', entry('71.50')),
        version('c', entry('66.0')),
        version('b', null),
        version('a', null),
      ),
    ).toEqual([
      ['d', ['71.50'], 'read'],
      ['c', ['66.0'], 'read'],
    ]);
  });

  it('tells when it was taken away, and when the file could not be read', () => {
    expect(
      told(
        version('d', null),
        version('c', '- dataset: {id: x\n'),
        version('b', entry('66.0')),
        version('a', 'other: 1\n'),
      ),
    ).toMatchObject([
      ['d', [], 'absent'],
      ['c', [], 'unreadable'],
      ['b', ['66.0'], 'read'],
      ['a', [], 'unreadable'],
    ]);
  });

  it('does not say of the oldest commit that was looked at that it began, where there are older ones', () => {
    const versions = [version('c', entry('71.5')), version('b', entry('66')), version('a', entry('66'))];
    const older = (more: boolean) =>
      historySteps(versions, '.eval_results/gpqa.yaml', row, more).map(({ commit, isOlder }) => [commit.id, isOlder]);
    expect(older(true)).toEqual([
      ['c', undefined],
      ['a', true],
    ]);
    expect(older(false)).toEqual([
      ['c', undefined],
      ['a', undefined],
    ]);
  });

  it('knows nothing of other benchmarks in the file', () => {
    expect(told(version('a', entry('50').replace('diamond', 'main')))).toEqual([]);
  });
});
