import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDraft, aSpecDraft } from '../../test/fixtures/drafts.ts';
import { aRepository } from '../../test/fixtures/repositories.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { Simulation } from '../../test/simulate/submission.ts';
import type { Draft, SubmissionPlan, SubmissionState } from '../draft/draft.ts';
import type { RepoType } from '../evals/repo-ref.ts';
import { createSubmissions } from '../store/submissions.ts';

let hub: LocalHub;
let count = 0;
let repo: string;
let simulation: Simulation;

const repository = (type: RepoType, aliases: string[] = []) => hub.addRepo(aRepository(type, repo, { aliases }));

beforeAll(async () => {
  hub = await startHub({ fixtures: false });
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.reset();
  repo = `calm/kept-${++count}`;
  await Promise.all([repository('model'), repository('dataset')]);
  simulation = new Simulation(hub);
});

const KEY = 'crosscheck:an-older-confirm-0000';
const posts = () => hub.requests.filter(({ method }) => method === 'POST');
const read = async (id = 'a') => (await simulation.drafts().read(id)) as Draft;

const planned = async () => (await simulation.plan(aDraft('a', repo), KEY))!;

/** A draft of scores as version 1 kept it: no kind, and a plan that does not say that it is for a model. */
async function leave(whole: SubmissionPlan, submission: SubmissionState, more: object = {}) {
  const { kind: _, ...draft } = aDraft('a', repo);
  const { repoType: __, ...plan } = whole;
  await simulation.area.set({ 'draft:a': { ...draft, version: 1, plan, submission, ...more } });
}

describe('a draft that version 1 left under way', () => {
  const since = () => simulation.clock.now;

  it('goes on to the model where nothing was sent yet', async () => {
    await leave(await planned(), { step: 'checking-duplicates', attempt: 1, since: since() });
    await simulation.runner().resume();
    expect(await read()).toMatchObject({
      version: 2,
      kind: 'scores',
      plan: { repoType: 'model', key: KEY },
      marks: [KEY],
      submission: { step: 'opened', pullRequest: 1 },
    });
    expect([hub.model(repo)!.discussions.size, hub.dataset(repo)!.discussions.size]).toEqual([1, 0]);
    expect(await createSubmissions(simulation.area).read()).toMatchObject([{ repoType: 'model', repo, key: KEY }]);
  });

  it.each([
    ['opening', (at: number) => ({ step: 'opening', attempt: 1, since: at }) as const],
    ['looking for it', (at: number) => ({ step: 'looking-for-it', attempt: 1, since: at }) as const],
    ['in doubt', (at: number) => ({ step: 'in-doubt', since: at }) as const],
  ])('is found on the model where it was sent, and not sent again: %s', async (_, state) => {
    const plan = await planned();
    await leave(plan, { step: 'checking-duplicates', attempt: 1, since: since() });
    await simulation.runner().resume();
    const sent = posts().length;
    // What the worker of version 1 had not kept before it died.
    await leave(plan, state(since()), { marks: [KEY] });
    await simulation.runner().resume();
    expect((await read()).submission).toMatchObject({ step: 'opened', pullRequest: 1 });
    expect(posts()).toHaveLength(sent);
    expect(hub.model(repo)!.discussions.size).toBe(1);
  });

  it('and had opened is asked about as the model’s, in its old log too', async () => {
    const log = {
      key: KEY,
      draft: 'a',
      repo,
      pullRequest: 1,
      added: false,
      title: 'Add HLE evaluation result (22.1)',
      account: 'mira',
      at: since(),
      status: 'open',
      statusAt: since(),
      claims: [{ dataset: 'cais/hle', task: 'hle', valueText: '22.1' }],
    };
    await simulation.area.set({ submissions: { version: 1, records: [log] } });
    await leave(await planned(), { step: 'opened', pullRequest: 1, at: since(), status: 'open', statusAt: since() });
    const kept = await simulation
      .runner()
      .keep('a', { ...(await read()).submission, status: 'closed' } as SubmissionState);
    expect(kept).toMatchObject({ kind: 'scores', submission: { status: 'closed' } });
    expect(await createSubmissions(simulation.area).read()).toEqual([{ ...log, repoType: 'model', status: 'closed' }]);
  });
});

describe('a draft of a later version', () => {
  it('is neither sent, nor changed, nor lost', async () => {
    const later = { ...aSpecDraft('a', repo), version: 3, submission: { step: 'opening', attempt: 1, since: 1 } };
    await simulation.area.set({ 'draft:a': later });
    await simulation.runner().resume();
    await expect(simulation.runner().goOn('a')).rejects.toThrow('not there any more');
    await expect(simulation.drafts().change('a', () => aSpecDraft('a', repo))).rejects.toThrow('cannot be read');
    expect((await simulation.area.get('draft:a'))['draft:a']).toEqual(later);
    expect(await simulation.drafts().lost()).toHaveLength(1);
    expect(posts()).toEqual([]);
  });
});

describe('a dataset that has another name by now', () => {
  it('gets nothing under its old one: the write is not carried along by the redirect', async () => {
    const old = `calm/before-${count}`;
    await repository('dataset', [old]);
    const draft = aSpecDraft('a', old);
    await simulation.drafts().change('a', () => draft);
    const plan = (await simulation.plan(draft, KEY))!;
    expect(plan.repo).toBe(old);
    const { submission } = await simulation.runner().send({ id: 'a', plan });
    expect(submission).toMatchObject({ step: 'stopped', reason: 'repo-missing' });
    expect(hub.dataset(repo)!.discussions.size).toBe(0);
    expect((await read()).submission.step).toBe('stopped');
  });
});

describe('an account that is another by now', () => {
  it.each([
    ['switched', 'hf_localTomasWrite', 'other-account'],
    ['revoked', 'hf_nobodys', 'token-refused'],
    ['signed out', undefined, 'signed-out'],
  ])('sends nothing: %s', async (_, token, reason) => {
    const draft = aSpecDraft('a', repo);
    await simulation.drafts().change('a', () => draft);
    const plan = (await simulation.plan(draft, KEY))!;
    simulation.token = token;
    expect((await simulation.runner().send({ id: 'a', plan })).submission).toMatchObject({ step: 'stopped', reason });
    expect(posts()).toEqual([]);
  });
});
