import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSpecDraft } from '../../test/fixtures/drafts.ts';
import { aRepository } from '../../test/fixtures/repositories.ts';
import type { DiscussionPlan } from '../../test/hub/load/plan.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { Simulation } from '../../test/simulate/submission.ts';
import type { SpecDraft, SubmissionPlan } from '../draft/draft.ts';
import { datasetRepo, type RepoType } from '../evals/repo-ref.ts';
import { commitAsPullRequest } from '../hub/commit.ts';
import { createHub } from '../hub/hub.ts';
import { createHubWriter } from '../hub/hub-writer.ts';
import { createSubmissions } from '../store/submissions.ts';
import { readSpecGround } from './spec-ground.ts';

let hub: LocalHub;
let count = 0;
let repo: string;
let simulation: Simulation;

const at = '2026-09-01T10:00:00Z';

const repository = (type: RepoType, facts: Record<string, unknown> = {}, discussions: DiscussionPlan[] = []) =>
  hub.addRepo(aRepository(type, repo, { facts, discussions }));

beforeAll(async () => {
  hub = await startHub({ fixtures: false });
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.reset();
  repo = `calm/bench-${++count}`;
  // A model of the same name: nothing is ever asked of it.
  await Promise.all([repository('model'), repository('dataset')]);
  simulation = new Simulation(hub);
});

const draftOf = (id: string, more?: Partial<SpecDraft>) => aSpecDraft(id, repo, more);
let confirms = 0;
const planOf = (draft: SpecDraft) => simulation.plan(draft, `crosscheck:confirm-number-${++confirms}-0000`);

/** Keeps the draft and confirms it; what may happen meanwhile happens after the preview. */
async function confirm(draft: SpecDraft, meanwhile?: () => Promise<unknown>, change: Partial<SubmissionPlan> = {}) {
  await simulation.drafts().change(draft.id, () => draft);
  const plan = { ...(await planOf(draft))!, ...change };
  await meanwhile?.();
  return (await simulation.runner().send({ id: draft.id, plan })).submission;
}

const groundOf = () => {
  const reader = createHub({ base: hub.url, fetch, now: () => 0, credentials: 'omit' });
  return readSpecGround({ hub: reader, now: () => 0 }, repo, new AbortController().signal);
};

const discussions = () => [...hub.dataset(repo)!.discussions.values()];
const byMira = () => discussions().filter(({ author }) => author === 'mira');

/** Tomas opens a pull request with one file; the owner may merge or close it. */
async function opens(path: string, then?: 'merge' | 'close') {
  const parentCommit = (await hub.dataset(repo)!.head())!;
  const writer = createHubWriter({ base: hub.url, fetch, now: () => 0, token: 'hf_localTomasWrite' });
  const files = [{ path, text: 'tasks:\n  - id: theirs\n' }];
  const request = { ...datasetRepo(repo), title: `Add ${path}`, description: '', files, parentCommit };
  const { pullRequest } = await commitAsPullRequest(writer, request);
  if (!then) return;
  const tokens = { hf_localOwner: 'write' } as const;
  hub.users.push({ name: 'olga', fullname: 'Olga', tokens, session: 'olga', access: new Set(), orgs: ['calm'] });
  const url = `${hub.url}/api/datasets/${repo}/discussions/${pullRequest}/${then === 'merge' ? 'merge' : 'status'}`;
  const done = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer hf_localOwner', 'content-type': 'application/json' },
    body: then === 'merge' ? '{}' : '{"status":"closed"}',
  });
  expect(done.ok).toBe(true);
}

describe('a drafted eval.yaml', () => {
  it('becomes a pull request of the dataset with exactly the previewed file; a model of its name is not asked', async () => {
    const draft = draftOf('a');
    expect(await confirm(draft)).toMatchObject({ step: 'opened', pullRequest: 1, status: 'open' });
    const { git } = hub.dataset(repo)!;
    const files = await git.files((await git.resolve('refs/pr/1'))!);
    expect(files.map(({ path }) => path).sort()).toEqual(['README.md', 'eval.yaml']);
    const { oid } = files.find(({ path }) => path === 'eval.yaml')!;
    expect((await git.blob(oid)).toString('utf8')).toBe(draft.text);
    expect(discussions()).toMatchObject([{ title: 'Add eval.yaml', author: 'mira' }]);
    expect(hub.model(repo)!.discussions.size).toBe(0);
    expect(hub.requests.filter(({ path }) => path.startsWith('/api/models/'))).toEqual([]);
    expect(await createSubmissions(simulation.area).read()).toMatchObject([
      { repoType: 'dataset', repo, pullRequest: 1, claims: [] },
    ]);
  });

  it('may be opened as a draft pull request', async () => {
    expect(await confirm(draftOf('a', { asDraft: true }))).toMatchObject({ step: 'opened', status: 'draft' });
  });

  it.each([
    ['in an open pull request', () => opens('eval.yaml')],
    ['on main', () => opens('eval.yaml', 'merge')],
  ])('is not sent where one came to stand meanwhile, %s', async (_, meanwhile) => {
    expect(await confirm(draftOf('a'), meanwhile)).toMatchObject({ step: 'stopped', reason: 'duplicate' });
    expect(byMira()).toEqual([]);
  });

  it('is not sent when one was declined meanwhile: the reader is asked first', async () => {
    const draft = draftOf('a');
    expect(await confirm(draft, () => opens('eval.yaml', 'close'))).toMatchObject({
      step: 'stopped',
      reason: 'duplicate',
      detail: 'specProblemDeclined',
    });
    expect(await planOf(draft)).toBeUndefined();
  });

  it('does not mind what else moves on main or is proposed', async () => {
    const opened = await confirm(draftOf('a'), async () => {
      await opens('data/train.csv', 'merge');
      await opens('data/eval.yaml');
    });
    expect(opened).toMatchObject({ step: 'opened' });
  });

  it('stops when the draft says something else than what was previewed', async () => {
    const draft = draftOf('a');
    const change = () => simulation.drafts().change('a', () => ({ ...draft, text: 'tasks:\n  - id: other\n' }));
    expect(await confirm(draft, change)).toMatchObject({ step: 'stopped', reason: 'main-moved' });
    expect(byMira()).toEqual([]);
  });

  it('is never sent to a model, nor anywhere else than it says', async () => {
    for (const change of [{ repoType: 'model' }, { repo: 'calm/another' }] as const)
      await expect(confirm(draftOf('a'), undefined, change)).rejects.toThrow();
    expect(hub.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it.each([
    ['the list of pull requests', { path: '/discussions?', status: 500 }],
    ['one pull request', { path: '*refs%2Fpr%2F1/eval.yaml', status: 500 }],
    ['main', { path: '*/refs?', status: 500 }],
    [
      'one pull request, whose 404 is not the Hub’s own',
      { path: '*refs%2Fpr%2F1/eval.yaml', status: 404, message: '<p>No' },
    ],
    [
      'one pull request, whose ref is gone',
      { path: '*refs%2Fpr%2F1/eval.yaml', status: 404, code: 'RevisionNotFound' },
    ],
    ['main, behind a gate', { path: '*resolve/*/eval.yaml', status: 403, code: 'GatedRepo' }],
  ])('is not sent when %s could not be read', async (_, wish) => {
    await opens('data/train.csv');
    expect(await confirm(draftOf('a'), async () => void hub.misbehave(wish))).toMatchObject({
      step: 'stopped',
      reason: 'unchecked',
    });
    expect(byMira()).toEqual([]);
  });

  it('is not sent where more is open than can be looked into', async () => {
    const many = Array.from({ length: 501 }, (__, index) => ({
      num: index + 1,
      title: `Fix row ${index}`,
      author: 'tomas',
      createdAt: at,
      status: 'open' as const,
      commits: [],
    }));
    await repository('dataset', {}, many);
    await simulation.drafts().change('a', () => draftOf('a'));
    expect(await planOf(draftOf('a'))).toBeUndefined();
    expect(await groundOf()).toMatchObject({ complete: false, missing: [{ key: 'specProblemMany', args: [1] }] });
    // No more than are looked into are asked for.
    expect(hub.requests.filter(({ path }) => path.includes('refs%2Fpr')).length).toBeLessThanOrEqual(1000);
  });

  it('is not sent from a gate, and says so of the dataset', async () => {
    await repository('dataset', { gated: 'manual' }, [
      { num: 1, title: 'Fix a row', author: 'tomas', createdAt: at, status: 'open', commits: [] },
    ]);
    const { complete, missing } = await groundOf();
    expect(complete).toBe(false);
    expect([...new Set(missing.map(({ key }) => key))]).toEqual(['specProblemGated']);
    await simulation.drafts().change('a', () => draftOf('a'));
    expect(await planOf(draftOf('a'))).toBeUndefined();
  });

  it('stops in words where the owner has switched discussions off: no list is no doubt', async () => {
    hub.misbehave({ path: '/discussions?', status: 403, message: 'Discussions are disabled for this repo' });
    hub.misbehave({ path: '/commit/main', status: 403, message: 'Discussions are disabled for this repo' });
    expect(await groundOf()).toMatchObject({ complete: true, pullRequests: [] });
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'stopped', reason: 'discussions-disabled' });
  });

  it('counts as any other pull request: five in a day are enough', async () => {
    const log = createSubmissions(simulation.area);
    const earlier = (number: number) => ({
      key: `crosscheck:earlier-number-${number}-0000`,
      draft: `d${number}`,
      repoType: 'model' as const,
      repo: `org-${number}/model`,
      pullRequest: number,
      added: false,
      title: 'Add HLE evaluation result (22.1)',
      account: 'mira',
      at: simulation.clock.now - 3_600_000,
      status: 'open' as const,
      statusAt: 1,
      claims: [],
    });
    for (let number = 1; number <= 5; number++) await log.put(earlier(number));
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'stopped', reason: 'brake', detail: 'brakeDay' });
    expect(byMira()).toEqual([]);
  });
});

describe('a log whose drafts were deleted', () => {
  const lines = (numbers: number[]) =>
    numbers.map((pullRequest) => ({
      key: `crosscheck:earlier-number-${pullRequest}-0000`,
      draft: `gone-${pullRequest}`,
      repoType: 'dataset' as const,
      repo,
      pullRequest,
      added: false,
      title: 'Add eval.yaml',
      account: 'mira',
      at: simulation.clock.now - 20 * 86_400_000,
      status: 'open' as const,
      statusAt: 1,
      claims: [],
    }));

  it('does not hold anybody back for what was merged long ago', async () => {
    for (let times = 0; times < 3; times++) await opens(`data/${times}.csv`, 'merge');
    const log = createSubmissions(simulation.area);
    for (const line of lines([1, 2, 3])) await log.put(line);
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'opened' });
    expect((await log.read()).slice(0, 3).map(({ status }) => status)).toEqual(['merged', 'merged', 'merged']);
  });

  it('holds where they are open still, and where the Hub does not say', async () => {
    for (let times = 0; times < 3; times++) await opens(`data/${times}.csv`);
    const log = createSubmissions(simulation.area);
    for (const line of lines([1, 2, 3])) await log.put(line);
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'stopped', detail: 'brakeOrganization' });
    hub.misbehave({ path: '*/discussions/2', status: 500 });
    const again = draftOf('b');
    expect(await confirm(again)).toMatchObject({ step: 'stopped', detail: 'brakeOrganization' });
  });
});

describe('two drafts for one dataset, confirmed at the same moment', () => {
  it('open one pull request; the other is told of it', async () => {
    const [a, b] = [draftOf('a'), draftOf('b', { text: 'tasks:\n  - id: mine\n' })];
    await Promise.all([a, b].map((draft) => simulation.drafts().change(draft.id, () => draft)));
    const plans = [(await planOf(a))!, (await planOf(b))!];
    const runner = simulation.runner();
    const ended = await Promise.all(plans.map((plan, index) => runner.send({ id: index ? 'b' : 'a', plan })));
    expect(ended.map(({ submission }) => submission)).toMatchObject([
      { step: 'opened', pullRequest: 1 },
      { step: 'stopped', reason: 'duplicate' },
    ]);
    expect(byMira()).toHaveLength(1);
  });
});
