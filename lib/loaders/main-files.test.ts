import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan } from '../../test/corpus/model-plan.ts';
import { memoryCache, readerOf, scoreLines } from '../../test/corpus/reader.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';

const id = 'someone/model';

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterEach(() => local.reset());
afterAll(() => local.close());

const only = { off: ['pull-requests', 'model-card', 'model-index'] as const };

describe('main-files', () => {
  // Three files that lack `task_id`, on main (https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16, 2026-09-24).
  it('shows the line of what the Hub cannot read, and keeps what the Hub says', async () => {
    const { findings } = await readerOf(local).read('nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', only);
    const unreadable = findings.filter(
      ({ path, pullRequest }) => pullRequest === undefined && path.startsWith('.eval_results/'),
    );
    expect(new Set(unreadable.map(({ path }) => path)).size).toBe(3);
    for (const finding of unreadable)
      expect(finding).toMatchObject({ line: expect.any(Number), hubSays: expect.stringContaining('task_id') });
  });

  it('keeps the good entries of a file that the Hub drops whole', async () => {
    const file = `${gpqaFile('71.50')}- dataset:\n    id: cais/hle\n  value: 20\n${gpqaFile('60.10')}`;
    await local.addRepo(modelPlan({ id, main: { '.eval_results/x.yaml': file } }));
    const report = await readerOf(local).read(id, only);
    expect(scoreLines(report).sort()).toEqual(['60.10 @ main:8', '71.50 @ main:1']);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'schema/required', line: expect.any(Number) }),
    );
  });

  it('reads a value as it is written', async () => {
    const values = ['75.80', '20.90', '86', '0.4120', '58.5858585859'];
    await local.addRepo(modelPlan({ id, main: { '.eval_results/x.yaml': gpqaFile(...values) } }));
    const { groups } = await readerOf(local).read(id, only);
    expect(groups.flatMap(({ scores }) => scores.map(({ valueText }) => valueText)).sort()).toEqual([...values].sort());
    expect(groups.flatMap(({ scores }) => scores.map(({ asWritten }) => asWritten))).toEqual(values.map(() => true));
  });

  it('reads only what moved when main moves', async () => {
    const cache = memoryCache();
    const { read, asked } = readerOf(local, cache);
    await local.addRepo(modelPlan({ id, main: { '.eval_results/x.yaml': gpqaFile('1') } }));
    await read(id, only);
    asked();
    await read(id, only);
    expect(asked()).toHaveLength(1);
    await local.addRepo(modelPlan({ id, main: { '.eval_results/x.yaml': gpqaFile('2') } }));
    expect(scoreLines(await read(id, only))).toEqual(['2 @ main:1']);
    expect(asked()).toHaveLength(2);
  });

  it('does not ask for a path that would leave the repository', async () => {
    await local.addRepo(modelPlan({ id }));
    const evil = {
      filename: '.eval_results/../../../settings/x.yaml',
      verified: false,
      data: { dataset: { id: 'a/b', task_id: 'c' }, value: 1, date: '2026-01-01' },
    };
    local.misbehave({
      path: 'expand',
      body: JSON.stringify({ id, gated: false, private: false, sha: 'a'.repeat(40), evalResults: [evil] }),
    });
    const { read, asked } = readerOf(local);
    const report = await read(id, only);
    expect(report.gaps).toMatchObject([{ loader: 'main-files', reason: 'unexpected' }]);
    expect(asked()).toHaveLength(1);
  });

  it('opens 60 files at most, and says how many more there are', async () => {
    const many = Array.from({ length: 70 }, (_, at) => [`.eval_results/${at}.yaml`, gpqaFile(`${at}`)]);
    await local.addRepo(modelPlan({ id, main: Object.fromEntries(many) }));
    const { read, asked } = readerOf(local);
    const report = await read(id, only);
    expect(asked()).toHaveLength(1 + 60);
    expect(report.gaps).toMatchObject([{ reason: 'too-large', message: { key: 'gapMoreFiles', args: [10] } }]);
    expect(scoreLines(report)).toHaveLength(70);
  });
});
