import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDraft } from '../../test/fixtures/drafts.ts';
import { aRepository } from '../../test/fixtures/repositories.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { Simulation } from '../../test/simulate/submission.ts';
import type { Draft, ScoresDraft, SubmissionPlan } from '../draft/draft.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import { commitAsPullRequest, createDraftPullRequest } from '../hub/commit.ts';
import { createHubWriter } from '../hub/hub-writer.ts';

let hub: LocalHub;
let count = 0;
let repo: string;
let simulation: Simulation;

beforeAll(async () => {
  hub = await startHub({ fixtures: false });
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.reset();
  repo = `calm/model-${++count}`;
  await hub.addRepo(aRepository('model', repo));
  simulation = new Simulation(hub);
});

const draftOf = (id: string, more?: Partial<ScoresDraft>) => aDraft(id, repo, more);

let confirms = 0;
const planOf = async (draft: Draft) =>
  (await simulation.plan(draft, `crosscheck:confirm-number-${++confirms}-0000`)) as SubmissionPlan;

/** Keeps the draft and confirms it; what may happen meanwhile happens after the preview. */
async function confirm(draft: Draft, meanwhile?: () => Promise<unknown>, change: Partial<SubmissionPlan> = {}) {
  await simulation.drafts().change(draft.id, () => draft);
  const plan = { ...(await planOf(draft)), ...change };
  await meanwhile?.();
  return (await simulation.runner().send({ id: draft.id, plan })).submission;
}

const writerOf = (token: string) => createHubWriter({ base: hub.url, fetch, now: () => 0, token });

/** Somebody else opens a pull request; the owner may merge it. */
async function opens(path: string, text: string, merges = false) {
  const parentCommit = (await hub.model(repo)!.head())!;
  const request = { ...modelRepo(repo), title: `Add ${path}`, description: '', files: [{ path, text }], parentCommit };
  const { pullRequest } = await commitAsPullRequest(writerOf('hf_localTomasWrite'), request);
  if (!merges) return pullRequest;
  hub.users.find(({ name }) => name === 'tomas')?.orgs.push('calm');
  const url = `${hub.url}/api/models/${repo}/discussions/${pullRequest}/merge`;
  const merged = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer hf_localTomasWrite' },
    body: '{}',
  });
  expect(merged.status).toBe(200);
  return pullRequest;
}

const hle = (value: string) => `- dataset:\n    id: cais/hle\n    task_id: hle\n  value: ${value}\n`;
const gsm = '- dataset:\n    id: openai/gsm8k\n    task_id: gsm8k\n  value: 90.1\n';
const byMira = () => [...hub.model(repo)!.discussions.values()].filter(({ author }) => author === 'mira');

describe('a confirm', () => {
  it('opens one pull request, and its line stands in the log', async () => {
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'opened', pullRequest: 1, status: 'open' });
    expect(byMira()).toHaveLength(1);
  });

  it.each([
    ['nobody is signed in', undefined, 'signed-out'],
    ['the token was revoked', 'hf_revoked', 'token-refused'],
    ['the token may not', 'hf_localMiraNone', 'forbidden'],
    ['somebody else is signed in than was shown', 'hf_localTomasWrite', 'other-account'],
  ])('stops when %s', async (_, token, reason) => {
    simulation.token = token;
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'stopped', reason });
    expect(hub.requestsLike('/commit/')).toEqual([]);
  });

  it('is sent as the account that it was confirmed for, also when another one signs in meanwhile', async () => {
    let asked = 0;
    Object.defineProperty(simulation, 'token', {
      get: () => (asked++ < 2 ? 'hf_localMiraWrite' : 'hf_localTomasWrite'),
    });
    expect(await confirm(draftOf('a'))).toMatchObject({ step: 'opened' });
    expect(asked).toBeGreaterThan(2);
    expect([...hub.model(repo)!.discussions.values()].map(({ author }) => author)).toEqual(['mira']);
  });

  it('is not sent by the next worker when another account has signed in', async () => {
    const draft = draftOf('a', { asDraft: true });
    await simulation.drafts().change('a', () => draft);
    const plan = await planOf(draft);
    await createDraftPullRequest(writerOf('hf_localMiraWrite'), { ...plan, description: plan.body });
    const submission = { step: 'looking-for-it', attempt: 1, since: simulation.clock.now } as const;
    await simulation.drafts().change('a', () => ({ ...draft, plan, submission, marks: [plan.key] }));
    simulation.token = 'hf_localTomasWrite';
    await simulation.runner().resume();
    expect((await simulation.drafts().read('a'))?.submission).toMatchObject({ step: 'in-doubt' });
    expect(hub.requestsLike('/commit/')).toEqual([]);
    simulation.token = 'hf_localMiraWrite';
    await simulation.runner().goOn('a');
    expect((await simulation.drafts().read('a'))?.submission).toMatchObject({ step: 'opened', status: 'draft' });
  });

  it('stops when the same score was opened by somebody meanwhile, or merged', async () => {
    const first = await confirm(draftOf('a'), () => opens('.eval_results/other-name.yaml', hle('22.1')));
    expect(first).toMatchObject({ step: 'stopped', reason: 'duplicate' });
    expect(byMira()).toEqual([]);
  });

  it('stops when the score stands on main meanwhile', async () => {
    const second = await confirm(draftOf('b'), () => opens('.eval_results/hle.yaml', hle('22.10'), true));
    expect(second).toMatchObject({ step: 'stopped', reason: 'duplicate' });
  });

  it('stops when the ground could not be read in full', async () => {
    const stopped = await confirm(draftOf('a'), async () => {
      await opens('.eval_results/gsm8k.yaml', gsm);
      hub.misbehave({ path: /discussions\/1(\?|$)/, status: 500 });
    });
    expect(stopped).toMatchObject({ step: 'stopped', reason: 'unchecked' });
    expect(byMira()).toEqual([]);
  });

  it('stops when an open pull request has a file that is too large to be read in full', async () => {
    const filler = `# ${'x'.repeat(98)}\n`.repeat(2_700);
    const stopped = await confirm(draftOf('a'), () => opens('.eval_results/big.yaml', gsm + filler + hle('22.1')));
    expect(stopped).toMatchObject({ step: 'stopped', reason: 'unchecked', detail: 'findingTooLarge' });
  });

  it('stops when other results came to main, and goes on when something else did', async () => {
    const moved = await confirm(draftOf('a'), () => opens('.eval_results/gsm8k.yaml', gsm, true));
    expect(moved).toMatchObject({ step: 'stopped', reason: 'main-moved' });
    const same = await confirm(draftOf('b'), () => opens('notes.md', 'Nothing of ours.', true));
    expect(same).toMatchObject({ step: 'opened' });
  });

  it('stops when an open pull request took the file’s name meanwhile', async () => {
    const taken = await confirm(draftOf('a'), () => opens('.eval_results/hle.yaml', gsm));
    expect(taken).toMatchObject({ step: 'stopped', reason: 'main-moved' });
  });

  it('stops when the draft says something else than what was previewed', async () => {
    const other = draftOf('a');
    await simulation.drafts().change('a', () => other);
    const plan = await planOf(other);
    const changed = { ...other, entries: other.entries.map((entry) => ({ ...entry, valueText: '23.9' })) };
    await simulation.drafts().change('a', () => changed);
    const { submission } = await simulation.runner().send({ id: 'a', plan });
    expect(submission).toMatchObject({ step: 'stopped', reason: 'main-moved' });
    expect(byMira()).toEqual([]);
  });

  it('stops at a brake, whatever the page has shown: one open pull request for a model and benchmark', async () => {
    await confirm(draftOf('a'));
    const other = draftOf('b');
    const entries = other.entries.map((entry) => ({ ...entry, valueText: '31.5', notes: 'With tools' }));
    const next = { ...other, entries };
    await simulation.drafts().change('b', () => next);
    const files = [{ path: '.eval_results/hle_with_tools.yaml', text: `${hle('31.5')}  notes: With tools\n` }];
    const first = (await simulation.drafts().read('a'))!.plan!;
    const key = 'crosscheck:made-by-hand-0000';
    const { submission } = await simulation.runner().send({ id: 'b', plan: { ...first, files, key, body: key } });
    expect(submission).toMatchObject({ step: 'stopped', reason: 'brake', detail: 'brakeBenchmark' });
    expect(byMira()).toHaveLength(1);
  });

  it('adds to the reader’s own open pull request', async () => {
    await confirm(draftOf('a'));
    const other = draftOf('b', { updates: 1 });
    const entries = other.entries.map((entry) => ({ ...entry, valueText: '31.5', notes: 'With tools' }));
    expect(await confirm({ ...other, entries })).toMatchObject({ step: 'opened', pullRequest: 1 });
    const { git } = hub.model(repo)!;
    const paths = (await git.files((await git.resolve('refs/pr/1'))!)).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('.eval_results/'))).toHaveLength(2);
    expect(byMira()).toHaveLength(1);
  });

  it('adds nothing to a pull request of somebody else, nor to one that was closed meanwhile', async () => {
    await opens('.eval_results/gsm8k.yaml', gsm);
    const others = draftOf('b', { updates: 1 });
    await simulation.drafts().change('b', () => others);
    expect(await planOf(others)).toBeUndefined();
    const own = await confirm(draftOf('a'));
    expect(own).toMatchObject({ step: 'opened', pullRequest: 2 });
    const entries = others.entries.map((entry) => ({ ...entry, valueText: '31.5', notes: 'With tools' }));
    const closed = await confirm({ ...draftOf('c', { updates: 2 }), entries }, () =>
      fetch(`${hub.url}/api/models/${repo}/discussions/2/status`, {
        method: 'POST',
        headers: { authorization: 'Bearer hf_localMiraWrite', 'content-type': 'application/json' },
        body: '{"status":"closed"}',
      }),
    );
    expect(closed).toMatchObject({ step: 'stopped', reason: 'unchecked' });
  });

  it('opens a draft pull request with its commit, where that was asked for', async () => {
    const opened = await confirm(draftOf('a', { asDraft: true }));
    expect(opened).toMatchObject({ step: 'opened', status: 'draft' });
  });
});

describe('two drafts of the same score, confirmed at the same moment', () => {
  it('open one pull request; the other is told of it', async () => {
    const [a, b] = [draftOf('a'), draftOf('b')];
    await Promise.all([a, b].map((draft) => simulation.drafts().change(draft.id, () => draft)));
    const plans = [await planOf(a), await planOf(b)];
    const runner = simulation.runner();
    const ended = await Promise.all(plans.map((plan, index) => runner.send({ id: index ? 'b' : 'a', plan })));
    expect(ended.map(({ submission }) => submission)).toMatchObject([
      { step: 'opened', pullRequest: 1 },
      { step: 'stopped', reason: 'duplicate' },
    ]);
    expect(byMira()).toHaveLength(1);
  });
});

describe('what the Hub refuses', () => {
  it.each([
    [{ status: 403, message: 'Discussions are disabled for this repo' }, 'discussions-disabled'],
    [{ status: 403, message: 'You have read access but not the required permissions' }, 'forbidden'],
    [{ status: 403, code: 'GatedRepo', message: 'Access to model x is restricted' }, 'gated'],
    [{ status: 400, message: 'Invalid input' }, 'refused'],
    [{ status: 429, retryAfter: 600 }, 'rate-limited'],
  ] as const)('%o is said as it is, and nothing was opened', async (wish, reason) => {
    const stopped = await confirm(draftOf('a'), async () => void hub.misbehave({ path: '/commit/main', ...wish }));
    expect(stopped).toMatchObject({ step: 'stopped', reason });
    expect(byMira()).toEqual([]);
  });

  it('a short wait that it asks for is waited out', async () => {
    const opened = await confirm(
      draftOf('a'),
      async () => void hub.misbehave({ path: '/commit/main', status: 429, retryAfter: 4, times: 1 }),
    );
    expect(opened).toMatchObject({ step: 'opened' });
    expect(hub.requestsLike('/commit/main')).toHaveLength(2);
  });

  it('a draft pull request that was refused and closed again is not taken for what is confirmed after it', async () => {
    const refused = await confirm(
      draftOf('a', { asDraft: true }),
      async () => void hub.misbehave({ path: '/commit/refs', status: 400, message: 'Invalid input', times: 1 }),
    );
    expect(refused).toMatchObject({ step: 'stopped', reason: 'refused' });
    const before = (await simulation.drafts().read('a'))!;
    const again = { ...before, asDraft: false };
    await simulation.drafts().change('a', () => again);
    const { submission } = await simulation.runner().send({ id: 'a', plan: await planOf(again) });
    expect(submission).toMatchObject({ step: 'opened', status: 'open', pullRequest: 2 });
    expect(byMira().map(({ status }) => status)).toEqual(['closed', 'open']);
  });

  it('an old confirm that never left is not acted on by itself', async () => {
    const draft = draftOf('a');
    const plan = await planOf(draft);
    const submission = { step: 'checking-account', attempt: 1, since: simulation.clock.now } as const;
    await simulation.drafts().change('a', () => ({ ...draft, plan, submission }));
    simulation.clock.now += 3_600_000;
    await simulation.runner().resume();
    expect((await simulation.drafts().read('a'))?.submission).toMatchObject({ step: 'stopped', reason: 'unexpected' });
    expect(byMira()).toEqual([]);
  });
});
