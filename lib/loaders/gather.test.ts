import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan } from '../../test/corpus/model-plan.ts';
import { readerOf, scoreLines } from '../../test/corpus/reader.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import type { Report } from '../evals/report.ts';
import { loaders } from './index.ts';

const id = 'someone/model';
const main = { '.eval_results/gpqa.yaml': gpqaFile('71.50') };
const pullRequests = [
  { num: 4, files: { '.eval_results/a.yaml': gpqaFile('75.80') } },
  { num: 5, files: { '.eval_results/b.yaml': gpqaFile('76') } },
  { num: 6, title: 'Fix a typo', files: { 'README.md': 'x' } },
];

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
  await local.addRepo(modelPlan({ id, main, pullRequests, aliases: ['model'] }));
  await local.addRepo(modelPlan({ id: 'someone/quiet' }));
});
afterEach(() => local.reset());
afterAll(() => local.close());

describe('what is asked of the Hub', () => {
  it('cold: the API, the list, one for each pull request that matters, one for each file on main', async () => {
    const { read, asked } = readerOf(local);
    const report = await read(id);
    expect(scoreLines(report).sort()).toEqual(['71.50 @ main:1', '75.80 @ #4:1', '76 @ #5:1']);
    expect(Object.values(report.loaders)).toEqual(loaders.map(() => 'ok'));
    expect(asked().sort()).toEqual([
      `/api/models/${id}/discussions/4?diff=1`,
      `/api/models/${id}/discussions/5?diff=1`,
      `/api/models/${id}/discussions?type=pull_request&status=open&p=0`,
      expect.stringContaining(`/api/models/${id}?expand[]=evalResults`),
      `/${id}/resolve/${report.facts?.sha}/.eval_results/gpqa.yaml`,
      `/${id}/resolve/${report.facts?.sha}/README.md`,
    ]);
  });

  it('warm: the API, the list, and which heads moved; nothing else', async () => {
    const { read, asked } = readerOf(local);
    const cold = await read(id);
    asked();
    const warm = await read(id);
    expect(asked().sort()).toEqual([
      `/api/models/${id}/discussions?type=pull_request&status=open&p=0`,
      `/api/models/${id}/refs?include_prs=1`,
      expect.stringContaining(`/api/models/${id}?expand[]=evalResults`),
    ]);
    expect({ ...warm, at: cold.at }).toEqual(cold);
  });

  it('three for a repository without anything, two when its page says that no discussion is open; the card once a commit', async () => {
    const { read, asked } = readerOf(local);
    expect((await read('someone/quiet')).groups).toEqual([]);
    expect(asked()).toHaveLength(3);
    const silent = readerOf(local);
    expect((await silent.read('someone/quiet', { openDiscussions: 0 })).loaders['pull-requests']).toBe('ok');
    expect(silent.asked()).toEqual([
      expect.stringContaining('/api/models/someone/quiet?expand'),
      expect.stringMatching(/^\/someone\/quiet\/resolve\/[0-9a-f]{40}\/README\.md$/),
    ]);
    await silent.read('someone/quiet', { openDiscussions: 0 });
    expect(silent.asked()).toEqual([expect.stringContaining('/api/models/someone/quiet?expand')]);
  });

  it('nothing for a loader that is off', async () => {
    const { read, asked } = readerOf(local);
    const names = loaders.map(({ name }) => name);
    const report = await read(id, { off: names.filter((name) => name !== 'eval-results') });
    expect(asked()).toHaveLength(1);
    expect(Object.values(report.loaders)).toEqual(['ok', 'off', 'off', 'off', 'off']);
    expect(report.groups).not.toEqual([]);
    await read(id, { off: names });
    expect(asked()).toEqual([]);
  });

  it('the real name of a legacy id before the list', async () => {
    const { read, asked } = readerOf(local);
    const report = await read('model');
    expect(report.facts?.id).toBe(id);
    expect(scoreLines(report)).toHaveLength(3);
    expect(asked()).toContain(`/api/models/${id}/discussions?type=pull_request&status=open&p=0`);
  });

  it('the same of a repository whatever the case of its id', async () => {
    const { read } = readerOf(local);
    expect(scoreLines(await read('Someone/MODEL'))).toHaveLength(3);
  });
});

describe('the growing report', () => {
  it('gives complete snapshots, the first one as soon as the API has answered, and keeps every row in its place', async () => {
    local.misbehave({ path: '/discussions/5', latency: 250 });
    local.misbehave({ path: '/resolve/', latency: 120 });
    const snapshots: Report[] = [];
    const last = await readerOf(local).read(id, { onSnapshot: (report) => snapshots.push(structuredClone(report)) });
    expect(snapshots.length).toBeGreaterThan(1);
    expect(Object.values(snapshots[0]?.loaders ?? {})).toEqual(['ok', 'pending', 'pending', 'pending', 'pending']);
    const rows = ({ groups }: Report) => groups.flatMap(({ scores }) => scores.map(({ id }) => id));
    for (const snapshot of snapshots) expect(rows(snapshot)).toEqual(rows(last));
    expect(scoreLines(snapshots[0] as Report)).toContain('75.8 @ #4:?');
    expect(scoreLines(last)).toContain('75.80 @ #4:1');
  });

  it('makes few snapshots of many pull requests', async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      num: at + 1,
      files: { [`.eval_results/${at}.yaml`]: gpqaFile(`${at}`) },
    }));
    await local.addRepo(modelPlan({ id: 'someone/many', pullRequests: many }));
    let snapshots = 0;
    const begun = performance.now();
    const report = await readerOf(local).read('someone/many', { onSnapshot: () => snapshots++ });
    expect(scoreLines(report)).toHaveLength(25);
    expect(snapshots).toBeLessThanOrEqual(2 + (performance.now() - begun) / 100);
  });

  it('says nothing before the API has answered', async () => {
    local.misbehave({ path: 'expand', latency: 150 });
    const snapshots: Report[] = [];
    await readerOf(local).read(id, { onSnapshot: (report) => snapshots.push(report) });
    for (const { loaders } of snapshots) expect(loaders['eval-results']).not.toBe('pending');
  });

  it('shows what was kept of files and pull requests in its first snapshot already', async () => {
    const { read } = readerOf(local);
    const stored = await read(id);
    local.misbehave({ path: 'expand', latency: 200 });
    local.misbehave({ path: '/refs', latency: 600 });
    const snapshots: Report[] = [];
    await read(id, { stored, onSnapshot: (report) => snapshots.push(structuredClone(report)) });
    expect(scoreLines(snapshots[0] as Report)).toEqual(scoreLines(stored));
  });

  it('keeps the order of the stored report', async () => {
    const { read } = readerOf(local);
    const stored = await read(id);
    for (const group of stored.groups) group.scores.reverse();
    expect(scoreLines(await read(id, { stored }))).toEqual(scoreLines(stored));
  });

  it('keeps the stored report when nothing answers, and says why', async () => {
    const { read } = readerOf(local);
    const stored = await read(id);
    local.misbehave({ path: '*', cut: true });
    const report = await read(id, { stored });
    expect(report).toMatchObject({ stored: true, at: stored.at, groups: stored.groups });
    expect(report.gaps.map(({ reason }) => reason)).toEqual(loaders.map(() => 'offline'));
    expect(Object.values(report.loaders)).toEqual(loaders.map(() => 'gap'));
  });
});

describe('an end from outside', () => {
  it('stops all requests when the reader goes away', async () => {
    local.misbehave({ path: '/discussions/', latency: 20_000 });
    local.misbehave({ path: '/resolve/', latency: 20_000 });
    const abort = new AbortController();
    const { read, cache } = readerOf(local);
    const begun = performance.now();
    setTimeout(() => abort.abort(), 100);
    await expect(read(id, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(cache.kept.size).toBe(0);
  });

  it('asks nothing when it has ended before it began', async () => {
    const { read, asked } = readerOf(local);
    await expect(read(id, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked()).toEqual([]);
  });

  it('is not hurt by a cache that is broken', async () => {
    const cache = { get: () => Promise.reject(new Error('full')), set: () => Promise.reject(new Error('full')) };
    expect(scoreLines(await readerOf(local).read(id, { cache }))).toHaveLength(3);
  });

  it.each(['{"sha":1}', [], { sha: 'x', files: [{ path: 3 }] }, 'nonsense'])(
    'takes nothing from a cache that holds %j',
    async (value) => {
      const cache = { get: async () => value, set: async () => undefined };
      expect(scoreLines(await readerOf(local).read(id, { cache }))).toHaveLength(3);
    },
  );
});
