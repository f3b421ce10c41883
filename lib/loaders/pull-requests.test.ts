import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan, type PullRequestSketch } from '../../test/corpus/model-plan.ts';
import { readerOf, scoreLines } from '../../test/corpus/reader.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';

const id = 'someone/model';
const file = '.eval_results/gpqa.yaml';
const main = { [file]: gpqaFile('71.50', '66') };

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
});
afterEach(() => local.reset());
afterAll(() => local.close());

const add = (pullRequests: PullRequestSketch[], more = {}) =>
  local.addRepo(modelPlan({ id, main, pullRequests, ...more }));
const filled = (num: number, more = {}): PullRequestSketch => ({
  num,
  files: { [`.eval_results/${num}.yaml`]: gpqaFile(`${num}.50`) },
  ...more,
});
const detailsAsked = (paths: string[]) => paths.filter((path) => /discussions\/\d+/.test(path)).length;

describe('who and what', () => {
  it('knows title, author, age and head of a pull request', async () => {
    await add([
      filled(4, { title: 'Add GPQA evaluation result', author: 'burtenshaw', createdAt: '2026-04-16T13:53:00.000Z' }),
    ]);
    const { pullRequests } = await readerOf(local).read(id);
    expect(pullRequests).toEqual([
      {
        number: 4,
        title: 'Add GPQA evaluation result',
        author: 'burtenshaw',
        createdAt: '2026-04-16T13:53:00.000Z',
        status: 'open',
        head: expect.stringMatching(/^[0-9a-f]{40}$/),
        looked: 'read',
      },
    ]);
  });

  it('ascribes to a pull request only what it brings to a file of main', async () => {
    await add([{ num: 4, files: { [file]: gpqaFile('71.50', '80.10', '66') } }]);
    const { groups } = await readerOf(local).read(id, { off: ['eval-results'] });
    const scores = groups.flatMap((group) => group.scores);
    const origins = (value: number) =>
      scores
        .filter((score) => score.value === value)
        .flatMap((score) => score.origins.map(({ pullRequest }) => pullRequest));
    expect(origins(80.1)).toEqual([4]);
    expect(scores).toHaveLength(3);
  });

  it('reads the good entries of a file that the Hub rejects', async () => {
    await add([{ num: 4, files: { '.eval_results/x.yaml': `${gpqaFile('75.80')}- value: 3\n` } }]);
    const report = await readerOf(local).read(id, { off: ['main-files'] });
    expect(scoreLines(report)).toContain('75.80 @ #4:1');
    expect(report.findings).toContainEqual(
      expect.objectContaining({ pullRequest: 4, path: '.eval_results/x.yaml', line: 5 }),
    );
  });

  it('shows a draft as a draft', async () => {
    await add([filled(4, { status: 'draft' })]);
    expect((await readerOf(local).read(id)).pullRequests).toMatchObject([
      { number: 4, status: 'draft', looked: 'read' },
    ]);
  });

  it('asks nothing about a pull request that speaks of something else', async () => {
    await add([{ num: 4, title: 'Fix chat template', files: { 'chat_template.jinja': 'x' } }, filled(5)]);
    const { read, asked } = readerOf(local);
    const { pullRequests } = await read(id);
    expect(pullRequests.map(({ number, looked }) => [number, looked])).toEqual([
      [4, 'unread'],
      [5, 'read'],
    ]);
    expect(detailsAsked(asked())).toBe(1);
  });

  it('looks into one whose title does not tell but which the API names', async () => {
    await add([filled(4, { title: 'Upload 4.yaml' })]);
    expect(scoreLines(await readerOf(local).read(id))).toContain('4.50 @ #4:1');
  });

  it('looks into those that the API names even when the page says that none is open', async () => {
    await add([filled(4)]);
    const { read, asked } = readerOf(local);
    expect(scoreLines(await read(id, { openDiscussions: 0 }))).toContain('4.50 @ #4:1');
    expect(asked().some((path) => path.includes('discussions?'))).toBe(false);
  });
});

describe('between two answers', () => {
  it('leaves the scores of a pull request that was closed a moment ago to the API', async () => {
    await add([filled(4)]);
    const { read, asked } = readerOf(local);
    await read(id);
    const details = await (await fetch(`${local.url}/api/models/${id}/discussions/4?diff=1`)).json();
    local.misbehave({ path: 'discussions/4', body: JSON.stringify({ ...details, status: 'closed' }) });
    asked();
    const fresh = await readerOf(local).read(id);
    expect(fresh.pullRequests).toMatchObject([{ number: 4, status: 'closed' }]);
    expect(scoreLines(fresh)).toContain('4.5 @ #4:?');
  });

  it('forgets a kept pull request that is closed by now', async () => {
    await add([filled(4), filled(5)]);
    const { read } = readerOf(local);
    expect(scoreLines(await read(id))).toContain('4.50 @ #4:1');
    await add([filled(4, { status: 'closed' }), filled(5)]);
    const report = await read(id);
    expect(scoreLines(report).join()).not.toContain('#4');
    expect(report.pullRequests.map(({ number }) => number)).toEqual([5]);
  });

  it('reads again only the one whose head moved', async () => {
    await add([filled(4), filled(5)]);
    const { read, asked } = readerOf(local);
    await read(id);
    asked();
    await add([filled(4, { files: { '.eval_results/4.yaml': gpqaFile('44.40') } }), filled(5)]);
    const report = await read(id);
    expect(scoreLines(report)).toEqual(expect.arrayContaining(['44.40 @ #4:1', '5.50 @ #5:1']));
    expect(detailsAsked(asked())).toBe(1);
  });

  it('takes the newer title from the list', async () => {
    await add([filled(4)]);
    const { read } = readerOf(local);
    await read(id);
    await add([filled(4, { title: 'Evaluation results, corrected' })]);
    expect((await read(id)).pullRequests).toMatchObject([{ title: 'Evaluation results, corrected', looked: 'read' }]);
  });
});

describe('many', { timeout: 60_000 }, () => {
  const numbers = Array.from({ length: 60 }, (_, at) => at + 1);

  it('looks into 30 of 60 by themselves, and into all when asked', async () => {
    await add(numbers.map((num) => filled(num)));
    const { read, asked } = readerOf(local);
    const report = await read(id);
    expect(asked()).toHaveLength(2 + 30 + 1 + 1);
    expect(scoreLines(report)).toHaveLength(62);
    expect(report.pullRequests.filter(({ looked }) => looked === 'read')).toHaveLength(30);
    expect(report.pullRequests.filter(({ looked }) => looked === 'named')).toHaveLength(30);
    expect(report.unlistedPullRequests).toBe(10);

    const all = await read(id, { everyPullRequest: true });
    expect(all.pullRequests.filter(({ looked }) => looked === 'read')).toHaveLength(60);
    expect(all).not.toHaveProperty('unlistedPullRequests');
    // Two pages of the list, the refs, the API, and the 30 that were not looked into before.
    expect(asked()).toHaveLength(2 + 1 + 1 + 30);
  });

  it('takes those that the API names before those whose title only sounds like it', async () => {
    const sounding = numbers
      .slice(0, 40)
      .map((num) => ({ num, title: 'Add evaluation results', files: { 'README.md': `${num}` } }));
    await add([...sounding, filled(41, { title: 'x', createdAt: '2025-01-01T00:00:00.000Z' })]);
    const { pullRequests } = await readerOf(local).read(id);
    expect(pullRequests.find(({ number }) => number === 41)?.looked).toBe('read');
    expect(pullRequests.filter(({ looked }) => looked === 'read')).toHaveLength(30);
    expect(pullRequests.filter(({ looked }) => looked === 'unread')).toHaveLength(11);
  });

  it('counts hundreds without listing them', async () => {
    const others = Array.from({ length: 230 }, (_, at) => ({ num: at + 1, title: 'Fix typo' }));
    await add(others);
    const { read, asked } = readerOf(local);
    const report = await read(id);
    expect([report.pullRequests.length, report.unlistedPullRequests]).toEqual([50, 180]);
    expect(asked()).toHaveLength(4);
    const all = await read(id, { everyPullRequest: true });
    expect(all.pullRequests).toHaveLength(230);
    expect(detailsAsked(asked())).toBe(230);
  });

  it('stops in the middle when the quota is used up, and says it once', async () => {
    await add(numbers.map((num) => filled(num)));
    local.misbehave({ path: 'discussions/', after: 10, status: 429, retryAfter: 200 });
    const { read, asked } = readerOf(local);
    const report = await read(id);
    expect(report.gaps).toMatchObject([{ loader: 'pull-requests', reason: 'rate-limited' }]);
    expect(report.gaps[0]).not.toHaveProperty('pullRequest');
    expect(report.pullRequests.filter(({ looked }) => looked === 'read')).toHaveLength(10);
    expect(scoreLines(report)).toHaveLength(62);
    expect(detailsAsked(asked())).toBeLessThanOrEqual(16);
  });
});
