import { expect, it } from 'vitest';
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { makeFinding } from '../finding.ts';
import { reportCounts } from './counts.ts';

it('counts scores, benchmarks, standings and files that could not be read', () => {
  const entries = [
    anEntry({ value: '71.5' }),
    anEntry({ value: '71.2', pullRequest: 2 }),
    anEntry({ value: '17.3', dataset: 'cais/hle', task: 'hle' }),
    anEntry({ value: '6.3', dataset: 'cais/hle', task: 'hle', pullRequest: 3 }),
    anEntry({ value: '5', task: 'main', pullRequest: 3 }),
  ];
  const bad = (path: string, severity: 'error' | 'notice', pullRequest?: number) =>
    makeFinding(
      { path, loader: 'main-files', ...(pullRequest === undefined ? {} : { pullRequest }) },
      { rule: 'schema/required', message: { key: 'findingMissing' }, severity },
    );
  const findings = [bad('a.yaml', 'error'), bad('a.yaml', 'error'), bad('a.yaml', 'error', 9), bad('b.yaml', 'notice')];
  expect(reportCounts(aReport({ entries, findings }))).toEqual({
    scores: 5,
    benchmarks: 2,
    groups: { agree: 1, differs: 1, single: 1, 'not-comparable': 0, scale: 0, dismissed: 0 },
    conflicts: 1,
    pullRequests: 2,
    onMain: 2,
    onCard: 0,
    reported: 5,
    unreadableFiles: 2,
  });
});
