import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan } from '../../test/corpus/model-plan.ts';
import { fetchAs, readerOf, scoreLines } from '../../test/corpus/reader.ts';
import type { Misbehaviour } from '../../test/hub/http/misbehaviour.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import type { GapReason, Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import { loaders } from './index.ts';

const id = 'someone/model';
const main = { '.eval_results/a.yaml': gpqaFile('71.50'), '.eval_results/b.yaml': gpqaFile('60.10') };
const pullRequests = [
  { num: 4, files: { '.eval_results/c.yaml': gpqaFile('75.80') } },
  { num: 5, files: { '.eval_results/d.yaml': gpqaFile('76.20') } },
];

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
  await local.addRepo(modelPlan({ id, main, pullRequests }));
  await local.addRepo(modelPlan({ id: 'someone/gated', main, pullRequests, facts: { gated: 'manual' } }));
  await local.addRepo(modelPlan({ id: 'someone/private', main, facts: { private: true } }));
  await local.addRepo(modelPlan({ id: 'someone/disabled', main, facts: { disabled: true } }));
});
afterEach(() => local.reset());
afterAll(() => local.close());

const gapLines = ({ gaps }: Report) =>
  gaps.map(({ loader, reason, pullRequest, path }) =>
    [loader, reason, pullRequest && `#${pullRequest}`, path].filter(Boolean).join(' '),
  );
const everywhere = (reason: GapReason) => loaders.map(({ name }) => `${name} ${reason}`);

/** Every failure of hub-contract.md section 4, when it meets every request. */
const all: [GapReason, Misbehaviour][] = [
  ['offline', { path: '*', cut: true }],
  ['timeout', { path: '*', latency: 20_000 }],
  ['rate-limited', { path: '*', status: 429, retryAfter: 168 }],
  ['sign-in', { path: '*', status: 401, message: 'Invalid username or password.' }],
  ['gated', { path: '*', status: 401, code: 'GatedRepo' }],
  ['no-access', { path: '*', status: 403, code: 'GatedRepo' }],
  ['forbidden', { path: '*', status: 403, message: 'You have read access but not the required permissions' }],
  ['disabled', { path: '*', status: 403, message: 'Access to this resource is disabled.' }],
  ['repo-missing', { path: '*', status: 404, code: 'RepoNotFound' }],
  ['server', { path: '*', status: 500 }],
  ['unexpected', { path: '*', malformedJson: true }],
];

describe('when every request fails', () => {
  it.each(all)('%s: each loader says so, and nothing else', async (reason, wish) => {
    local.misbehave(wish);
    const report = await readerOf(local).read(id, reason === 'timeout' ? { timeoutMs: 200 } : {});
    // A card is no JSON: cut short it is still a card.
    const silent = everywhere(reason).filter((line) => reason !== 'unexpected' || !line.startsWith('model-'));
    expect(gapLines(report)).toEqual(silent);
    expect(report.groups).toEqual([]);
    for (const gap of report.gaps) {
      if (reason === 'rate-limited') expect(gap.retryAt).toBeGreaterThan(Date.now() + 160_000);
      else expect(gap).not.toHaveProperty('retryAt');
    }
  });

  it('holds its requests after a 429', async () => {
    local.misbehave({ path: '*', status: 429, retryAfter: 168 });
    await readerOf(local).read(id);
    expect(local.requests.length).toBeLessThanOrEqual(2);
  });
});

describe('who reads', () => {
  it.each([
    ['someone/nowhere', 'nobody', 'sign-in'],
    ['someone/private', 'nobody', 'sign-in'],
    ['someone/nowhere', 'session-tomas', 'repo-missing'],
    ['someone/private', 'session-tomas', 'repo-missing'],
    ['someone/disabled', 'nobody', 'disabled'],
  ] as [string, string, GapReason][])('%s as %s: %s', async (repo, session, reason) => {
    const report = await readerOf(local).read(repo, { fetch: fetchAs(session) });
    expect(gapLines(report)).toEqual(everywhere(reason));
  });

  it('lists the results of a gated model and says once that its files are closed', async () => {
    const { read, asked } = readerOf(local);
    const report = await read('someone/gated');
    expect(scoreLines(report).sort()).toEqual(['60.1 @ main:?', '71.5 @ main:?', '75.80 @ #4:1', '76.20 @ #5:1']);
    expect(gapLines(report)).toEqual(['main-files gated']);
    // The API, the list, two pull requests, the file that is closed, and the card, which is never closed.
    expect(asked()).toHaveLength(2 + 2 + 1 + 1);
  });

  it('does not try every pull request of a gated model whose diffs are closed too', async () => {
    local.settings.inlineDiff = false;
    const { read, asked } = readerOf(local);
    const report = await read('someone/gated');
    expect(gapLines(report)).toEqual(['main-files gated', 'pull-requests gated']);
    expect(scoreLines(report)).toHaveLength(4);
    expect(report.pullRequests).toMatchObject([
      { number: 4, author: 'reader', looked: 'named' },
      { number: 5, author: 'reader', looked: 'named' },
    ]);
    expect(asked().filter((path) => path.includes('files.diff'))).toHaveLength(1);
  });

  it('knows an account without access from nobody at all', async () => {
    const report = await readerOf(local).read('someone/gated', { fetch: fetchAs('session-tomas') });
    expect(gapLines(report)).toEqual(['main-files no-access']);
  });

  it.each(['someone/gated', 'someone/private'])('keeps what it read of %s in memory only', async (repo) => {
    for (const user of local.users) user.access.add(repo);
    const { read, cache } = readerOf(local);
    const report = await read(repo, { fetch: fetchAs('session-mira') });
    expect(report.gaps).toEqual([]);
    expect(scoreLines(report)).toContain('71.50 @ main:1');
    expect([...cache.kept.values()].length).toBeGreaterThan(0);
    for (const { privacy } of cache.kept.values()) expect(privacy).toBe('secret');
  });

  it('may keep what it read of a public one', async () => {
    const { read, cache } = readerOf(local);
    await read(id);
    expect([...cache.kept].map(([key, { privacy }]) => [key, privacy]).sort()).toEqual([
      ['main-files:someone/model', 'public'],
      ['model-card:someone/model', 'public'],
      ['pull-requests:someone/model', 'public'],
    ]);
  });
});

/** One thing fails: who says so, and what is still there. */
const some: [string, Misbehaviour, string[], string[]][] = [
  [
    'the API: files and pull requests are found without it',
    { path: 'expand', status: 500 },
    ['eval-results server'],
    ['71.50 @ main:1', '60.10 @ main:1', '75.80 @ #4:1', '76.20 @ #5:1'],
  ],
  [
    'the API, cut in half',
    { path: 'expand', malformedJson: true },
    ['eval-results unexpected'],
    ['71.50 @ main:1', '60.10 @ main:1', '75.80 @ #4:1', '76.20 @ #5:1'],
  ],
  [
    'the list: the API names the pull requests',
    { path: 'discussions?', status: 503 },
    ['pull-requests server'],
    ['71.50 @ main:1', '60.10 @ main:1', '75.80 @ #4:1', '76.20 @ #5:1'],
  ],
  [
    'one file on main: its score stays as the API has it',
    { path: 'a.yaml', status: 404, code: 'EntryNotFound' },
    ['main-files entry-missing .eval_results/a.yaml'],
    ['71.5 @ main:?', '60.10 @ main:1', '75.80 @ #4:1', '76.20 @ #5:1'],
  ],
  [
    'the revision of main',
    { path: '/resolve/', status: 404, code: 'RevisionNotFound' },
    [
      'main-files revision-missing .eval_results/a.yaml',
      'main-files revision-missing .eval_results/b.yaml',
      'model-card revision-missing',
      'model-index revision-missing',
    ],
    ['71.5 @ main:?', '60.1 @ main:?', '75.80 @ #4:1', '76.20 @ #5:1'],
  ],
  [
    'one pull request: its scores stay as the API has them',
    { path: 'discussions/4', status: 500 },
    ['pull-requests server #4'],
    ['71.50 @ main:1', '60.10 @ main:1', '75.8 @ #4:?', '76.20 @ #5:1'],
  ],
  [
    'one pull request, gone',
    { path: 'discussions/4', status: 404, message: 'No discussion found matching num #4' },
    ['pull-requests entry-missing #4'],
    ['71.50 @ main:1', '60.10 @ main:1', '75.8 @ #4:?', '76.20 @ #5:1'],
  ],
  [
    'the line, once the API has answered: said once a loader, not once a file',
    { path: { source: 'resolve|discussions/' }, cut: true },
    ['main-files offline', 'model-card offline', 'model-index offline', 'pull-requests offline'],
    ['71.5 @ main:?', '60.1 @ main:?', '75.8 @ #4:?', '76.2 @ #5:?'],
  ],
  [
    'the quota, once the API has answered',
    { path: { source: 'resolve|discussions/' }, status: 429, retryAfter: 90 },
    ['main-files rate-limited', 'model-card rate-limited', 'model-index rate-limited', 'pull-requests rate-limited'],
    ['71.5 @ main:?', '60.1 @ main:?', '75.8 @ #4:?', '76.2 @ #5:?'],
  ],
];

describe('when one thing fails', () => {
  it.each(some)('%s', async (_, wish, gaps, scores) => {
    local.misbehave(wish);
    const report = await readerOf(local).read(id);
    expect(gapLines(report).sort()).toEqual(gaps);
    expect(scoreLines(report).sort()).toEqual(scores.sort());
    for (const name of Object.keys(report.loaders) as LoaderName[]) {
      expect(report.loaders[name]).toBe(gaps.some((gap) => gap.startsWith(name)) ? 'gap' : 'ok');
    }
  });

  it('takes discussions that are switched off for none at all', async () => {
    local.misbehave({ path: 'discussions?', status: 403, message: 'Discussions are disabled for this repo' });
    expect((await readerOf(local).read(id)).gaps).toEqual([]);
  });

  it('tries again what failed, and keeps nothing of a half reading', async () => {
    const { read } = readerOf(local);
    local.misbehave({ path: { source: 'a.yaml|discussions/4' }, status: 500 });
    await read(id);
    await local.reset();
    expect(scoreLines(await read(id))).toContain('75.80 @ #4:1');
  });

  it('waits out a short 429 without a word', async () => {
    local.misbehave({ path: 'expand', status: 429, retryAfter: 1, times: 1 });
    expect((await readerOf(local).read(id)).gaps).toEqual([]);
  });

  it('gets over a line that breaks once', async () => {
    local.misbehave({ path: '*', cut: 10, times: 2 });
    expect((await readerOf(local).read(id)).gaps).toEqual([]);
  });
});

describe('too much', () => {
  it('of an API answer: the files are read all the same', async () => {
    local.misbehave({ path: 'expand', body: JSON.stringify({ id, evalResults: [], x: 'x'.repeat(9_000_000) }) });
    const report = await readerOf(local).read(id);
    expect(gapLines(report)).toEqual(['eval-results too-large']);
    expect(scoreLines(report)).toContain('71.50 @ main:1');
  });

  it('of a file: its beginning is read, and a finding says how large it is', async () => {
    const path = '.eval_results/big.yaml';
    await local.addRepo(modelPlan({ id: 'someone/big', main: { [path]: gpqaFile('71.50', '60.10') } }));
    local.misbehave({ path: 'resolve-cache*big.yaml', hugeBytes: 10_000_000 });
    const report = await readerOf(local).read('someone/big');
    expect(report.gaps).toEqual([]);
    // The last entry might be cut: it stays as the API has it.
    expect(scoreLines(report).sort()).toEqual(['60.1 @ main:?', '71.50 @ main:1']);
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'file/too-large', path }));
  });
});
