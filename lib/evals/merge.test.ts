import { describe, expect, it } from 'vitest';
import { readApiEntries } from './api-entries.ts';
import { run } from './in-slices.ts';
import { mergeEvidence as merging } from './merge.ts';
import { parseResultsFile } from './parse.ts';
import type { Evidence } from './report.ts';
import type { LoaderName } from './score.ts';

const mergeEvidence = (...given: Parameters<typeof merging>) => run(merging(...given));

const evidence = (part: Partial<Evidence>): Evidence => ({
  entries: [],
  findings: [],
  gaps: [],
  pullRequests: [],
  ...part,
});

const api = (...items: object[]) => evidence(readApiEntries(items));
const item = (value: number, more: { pullRequest?: number; filename?: string; error?: string; data?: object } = {}) => {
  const { data, ...rest } = more;
  const dataset = { id: 'cais/hle', task_id: 'hle' };
  return {
    filename: '.eval_results/hle.yaml',
    verified: false,
    data: { dataset, value, date: commitTime, ...data },
    ...rest,
  };
};
const commitTime = '2026-04-16T13:53:00.000Z';

const parsed = (loader: LoaderName, text: string, pullRequest?: number, path = '.eval_results/hle.yaml') =>
  evidence(parseResultsFile(text, { path, loader, ...(pullRequest === undefined ? {} : { pullRequest }) }));
const yaml = (value: string, more = '') =>
  `- dataset: {id: cais/hle, task_id: hle}\n  value: ${value}\n${more ? `  ${more}\n` : ''}`;

const scores = (parts: Parameters<typeof mergeEvidence>[0], earlier?: Parameters<typeof mergeEvidence>[1]) =>
  mergeEvidence(parts, earlier).groups.flatMap((group) => group.scores);

describe('the API and the file at one place', () => {
  it('are one entry: the file knows the number as written, the API what is verified', () => {
    const [score, ...others] = scores({
      'eval-results': api({ ...item(20.9), verified: true }),
      'main-files': parsed('main-files', yaml('20.90', 'verifyToken: x.y')),
    });
    expect(others).toEqual([]);
    expect(score).toMatchObject({
      valueText: '20.90',
      asWritten: true,
      verified: true,
      hasToken: true,
      date: commitTime,
      dateIsDefault: true,
      origins: [{ kind: 'main', line: 1, lastLine: 3, seenBy: ['eval-results', 'main-files'] }],
    });
  });

  it('let the file settle whether a date is the author’s', () => {
    const [score] = scores({
      'eval-results': api(item(20.9)),
      'main-files': parsed('main-files', yaml('20.90', `date: "${commitTime}"`)),
    });
    expect(score?.date).toBe(commitTime);
    expect(score?.dateIsDefault).toBeUndefined();
  });

  it('stay apart where notes, source or revision differ in a letter', () => {
    const parts = {
      'eval-results': api(item(20.9, { data: { notes: 'No tools' } })),
      'main-files': parsed('main-files', yaml('20.90', 'notes: No tools.')),
    };
    expect(scores(parts)).toHaveLength(2);
  });

  it('pair repeats one by one, those of the same date first', () => {
    const [first, second] = [item(5, { data: { date: '2026-01-01' } }), item(5, { data: { date: '2026-02-02' } })];
    const text = yaml('5.0', 'date: 2026-02-02') + yaml('5.00', 'date: 2026-01-01');
    const merged = scores({ 'eval-results': api(first, second), 'main-files': parsed('main-files', text) });
    expect(merged.map(({ date, valueText }) => [date, valueText])).toEqual([
      ['2026-01-01', '5.00'],
      ['2026-02-02', '5.0'],
    ]);
  });
});

describe('the same entry at several places', () => {
  it('is one score with several origins, main first', () => {
    const [score, ...others] = scores({
      'eval-results': api(item(8.8, { pullRequest: 75 }), item(8.8, { pullRequest: 3 }), item(8.8)),
    });
    expect(others).toEqual([]);
    expect(score?.origins.map(({ pullRequest }) => pullRequest)).toEqual([undefined, 3, 75]);
  });

  it('is joined although the Hub filled in each commit’s own date', () => {
    const later = '2026-05-01T08:00:00.000Z';
    expect(
      scores({ 'eval-results': api(item(8.8), item(8.8, { pullRequest: 3, data: { date: later } })) }),
    ).toHaveLength(1);
  });

  it('is not joined when the authors state different dates, or the Hub verified only one', () => {
    const dated = (date: string, pullRequest: number) => item(8.8, { pullRequest, data: { date } });
    expect(scores({ 'eval-results': api(dated('2026-01-01', 1), dated('2026-01-02', 2)) })).toHaveLength(2);
    const merged = scores({ 'eval-results': api({ ...item(8.8), verified: true }, item(8.8, { pullRequest: 2 })) });
    expect(merged.map(({ verified }) => verified)).toEqual([true, false]);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(2);
  });

  it('written twice in one file is one score with both lines', () => {
    const merged = scores({ 'main-files': parsed('main-files', yaml('8.8') + yaml('8.8')) });
    expect(merged.map(({ origins }) => origins.map(({ line }) => line))).toEqual([[1, 3]]);
  });

  it('in a pull request’s ref is main’s alone while the file is unchanged', () => {
    const main = parsed('main-files', yaml('8.8') + yaml('9.9'));
    const unchanged = scores({
      'main-files': main,
      'pull-requests': parsed('pull-requests', yaml('8.8') + yaml('9.9'), 4),
    });
    expect(unchanged.flatMap(({ origins }) => origins.map(({ kind }) => kind))).toEqual(['main', 'main']);
    const changed = scores({
      'main-files': main,
      'pull-requests': parsed('pull-requests', yaml('8.8') + yaml('9.5'), 4),
    });
    expect(changed.map(({ valueText, origins }) => [valueText, origins.length])).toEqual([
      ['8.8', 2],
      ['9.9', 1],
      ['9.5', 1],
    ]);
  });
});

describe('findings', () => {
  const error = '✖ Invalid input: expected string, received undefined\n  → at [1].dataset.task_id';
  const broken = '- dataset: {id: a/b}\n  value: "x"\n';

  it('of the Hub and of the file are one, with the line and the Hub’s words', () => {
    const { findings, groups } = mergeEvidence({
      'eval-results': api({ filename: '.eval_results/hle.yaml', error, pullRequest: 9 }),
      'pull-requests': parsed('pull-requests', yaml('1') + broken, 9),
    });
    expect(findings.map(({ rule, line, hubSays }) => [rule, line, hubSays])).toEqual([
      ['schema/required', 3, error],
      ['schema/type', 4, undefined],
    ]);
    expect(groups.flatMap((group) => group.scores)).toHaveLength(1);
  });

  it('of the Hub stay when the file was not read or shows no fault', () => {
    const malformed = { filename: '.eval_results/hle.yaml', error };
    expect(mergeEvidence({ 'eval-results': api(malformed) }).findings).toMatchObject([{ hubSays: error, line: null }]);
    const parts = { 'eval-results': api(malformed), 'main-files': parsed('main-files', yaml('1')) };
    expect(mergeEvidence(parts).findings).toMatchObject([{ hubSays: error, line: null }]);
  });

  it('of a file that a pull request did not change are main’s alone', () => {
    const parts = { 'main-files': parsed('main-files', broken), 'pull-requests': parsed('pull-requests', broken, 4) };
    expect(mergeEvidence(parts).findings.map(({ pullRequest }) => pullRequest)).toEqual([undefined, undefined]);
  });

  it('name tasks and bounds that the benchmark does not have, with the line', () => {
    const text =
      '- dataset: {id: Idavidrein/gpqa, task_id: gpqa_diamond}\n  value: 63.3\n- dataset: {id: cais/hle, task_id: hle}\n  value: 2500\n';
    expect(mergeEvidence({ 'main-files': parsed('main-files', text) }).findings).toMatchObject([
      {
        code: 'S2',
        line: 1,
        message: { key: 'findingTaskAlias', args: ['Idavidrein/gpqa', 'gpqa_diamond', 'diamond'] },
      },
      { code: 'S3', line: 4, message: { key: 'findingOutOfBounds', args: ['2500', '0', '100'] } },
    ]);
  });
});

describe('pull requests', () => {
  it('are told once, by the loader that looked closest', () => {
    const { pullRequests } = mergeEvidence({
      'eval-results': evidence({
        ...api(item(1, { pullRequest: 5 })),
        pullRequests: [{ number: 2, status: 'unknown', looked: 'named' }],
      }),
      'pull-requests': evidence({
        pullRequests: [{ number: 2, title: 'Add HLE', author: 'ada', status: 'open', looked: 'read' }],
      }),
    });
    expect(pullRequests).toEqual([
      { number: 2, title: 'Add HLE', author: 'ada', status: 'open', looked: 'read' },
      { number: 5, status: 'unknown', looked: 'named' },
    ]);
  });
});
