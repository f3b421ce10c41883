import { commit as officialCommit } from '@huggingface/hub';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import { addToPullRequest, commentAndClose, commitAsPullRequest, createDraftPullRequest } from './commit.ts';
import { findMark } from './find-mark.ts';
import { HubError } from './hub-error.ts';
import { createHubWriter, isInDoubt } from './hub-writer.ts';
import { readStanding } from './own-pull-requests.ts';
import { whoAmI } from './who-am-i.ts';

const repo = 'openai/gpt-oss-20b';
const model = modelRepo(repo);
const token = 'hf_localMiraWrite';
const { signal } = new AbortController();

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub();
});
afterEach(() => hub.reset());
afterAll(() => hub.close());

const writerOf = (given = token, fetched: typeof fetch = fetch, timeoutMs = 10_000) =>
  createHubWriter({ base: hub.url, fetch: fetched, now: () => 0, token: given, timeoutMs });

const request = async (more: object = {}) => ({
  ...model,
  title: 'Add HLE evaluation result (10.9)',
  description: 'As the card says: 10,9 – “HLE”.\n\n<!-- crosscheck:0123456789abcdef -->',
  files: [
    { path: '.eval_results/hle.yaml', text: '- dataset:\n    id: cais/hle\n    task_id: hle\n  value: 10.9\n' },
    { path: '.eval_results/ünïcode 表.yaml', text: `# ${'字🙂'.repeat(6000)}\n[]\n` },
  ],
  parentCommit: (await hub.model(repo)!.head())!,
  ...more,
});

const fileAt = async (num: number, path: string) => {
  const { git } = hub.model(repo)!;
  const entry = await git.entry((await git.resolve(`refs/pr/${num}`))!, path);
  return (await git.blob(entry!.oid)).toString('utf8');
};

async function failureOf(work: Promise<unknown>): Promise<HubError> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof HubError)) throw new Error('no HubError came');
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(token);
  return error;
}

describe('a commit as a pull request', () => {
  it('holds the very bytes, on the parent that was named, under title and text', async () => {
    const sent = await request();
    const { pullRequest, commit } = await commitAsPullRequest(writerOf(), sent);
    for (const { path, text } of sent.files) expect(await fileAt(pullRequest, path)).toBe(text);
    const { git, discussions } = hub.model(repo)!;
    expect((await git.log(commit))[1]?.oid).toBe(sent.parentCommit);
    expect(discussions.get(pullRequest)).toMatchObject({ title: sent.title, author: 'mira', status: 'open' });
    expect((await readStanding(writerOf().hub, model, pullRequest, { signal })).text).toBe(sent.description);
  });

  it('is the request that @huggingface/hub sends', async () => {
    const seen: { url: string; body: unknown; type: string | null; method: string | undefined }[] = [];
    const listening: typeof fetch = async (input, init) => {
      const url = String(input);
      if (url.includes('/commit/')) {
        const type = new Headers(init?.headers).get('content-type');
        const body = await new Response(init?.body ?? null).text();
        seen.push({
          url,
          body: body.split('\n').map((line) => JSON.parse(line) as unknown),
          type,
          method: init?.method,
        });
      }
      return fetch(input, init);
    };
    const sent = await request();
    await commitAsPullRequest(writerOf(token, listening), sent);
    await officialCommit({
      repo,
      title: sent.title,
      description: sent.description,
      operations: sent.files.map(({ path, text }) => ({ operation: 'addOrUpdate', path, content: new Blob([text]) })),
      parentCommit: sent.parentCommit,
      isPullRequest: true,
      accessToken: token,
      hubUrl: hub.url,
      fetch: listening,
    });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual(seen[1]);
  });

  it.each([
    ['hf_nobodys', 'sign-in'],
    ['hf_localMiraRead', 'forbidden'],
    ['hf_localMiraNone', 'forbidden'],
  ])('with the token %s is refused for sure: %s', async (given, reason) => {
    const error = await failureOf(commitAsPullRequest(writerOf(given), await request()));
    expect(error.reason).toBe(reason);
    expect(isInDoubt(error)).toBe(false);
  });

  it('is refused for sure where discussions are off, the repository is gated, missing, renamed, or the parent unknown', async () => {
    const reasonOf = async (more: object) => {
      const error = await failureOf(commitAsPullRequest(writerOf('hf_localTomasWrite'), await request(more)));
      expect(isInDoubt(error)).toBe(false);
      return error.reason;
    };
    expect(await reasonOf({ repo: 'nobody/nothing' })).toBe('repo-missing');
    expect(await reasonOf({ repo: 'gpt2' })).toBe('repo-missing');
    expect(await reasonOf({ parentCommit: '0'.repeat(40) })).toBe('revision-missing');
    await hub.addRepo({ ...hub.model('openai-community/gpt2')!.plan, id: 'off/off', discussionsDisabled: true });
    expect(await reasonOf({ repo: 'off/off', parentCommit: (await hub.model('off/off')!.head())! })).toBe('disabled');
    await hub.addRepo({ ...hub.model('openai-community/gpt2')!.plan, id: 'shut/shut', facts: { gated: 'manual' } });
    expect(await reasonOf({ repo: 'shut/shut', parentCommit: (await hub.model('shut/shut')!.head())! })).toBe(
      'no-access',
    );
  });

  it.each([
    ['the line is cut before', { cut: true }, 'offline', false],
    ['the line is cut after', { cut: 3 }, 'offline', true],
    ['the Hub fails', { status: 500 }, 'server', false],
    ['the answer is half a JSON', { malformedJson: true }, 'unexpected', true],
    ['no answer comes in time', { latency: 1_000 }, 'timeout', false],
  ] as const)('is in doubt when %s', async (_, wish, reason, happened) => {
    const before = hub.model(repo)!.discussions.size;
    hub.misbehave({ path: '/commit/main', ...wish, times: 1 });
    const error = await failureOf(commitAsPullRequest(writerOf(token, fetch, 500), await request()));
    expect(error.reason).toBe(reason);
    expect(isInDoubt(error)).toBe(true);
    expect(hub.requestsLike('/commit/main')).toHaveLength(1);
    expect(hub.model(repo)!.discussions.size - before).toBe(Number(happened));
  });

  it('says when to come again after a 429', async () => {
    hub.misbehave({ path: '/commit/main', status: 429, retryAfter: 90, times: 1 });
    const error = await failureOf(commitAsPullRequest(writerOf(), await request()));
    expect(error).toMatchObject({ reason: 'rate-limited', retryAt: 91_000 });
    expect(isInDoubt(error)).toBe(false);
  });
});

describe('an own pull request', () => {
  it('is added to once: the same commit on the same parent is refused the second time', async () => {
    const first = await commitAsPullRequest(writerOf(), await request());
    const { pullRequest } = first;
    const more = await request({
      files: [{ path: '.eval_results/gsm8k.yaml', text: '[]\n' }],
      description: 'crosscheck:fedcba9876543210',
      parentCommit: first.commit,
    });
    await addToPullRequest(writerOf(), { ...more, pullRequest });
    expect(await fileAt(pullRequest, '.eval_results/gsm8k.yaml')).toBe('[]\n');
    const error = await failureOf(addToPullRequest(writerOf(), { ...more, pullRequest }));
    expect(error.status).toBe(412);
    expect(isInDoubt(error)).toBe(false);
    const place = { ...model, author: 'mira', keys: ['crosscheck:fedcba9876543210'], pullRequest, asDraft: false };
    expect(await findMark(writerOf().hub, place, signal)).toEqual({ pullRequest, status: 'open', whole: true });
  });

  it('may be a draft: empty at first, then with its commit, then closed with a word', async () => {
    const sent = await request();
    const { pullRequest } = await createDraftPullRequest(writerOf(), sent);
    const place = { ...model, author: 'mira', keys: ['crosscheck:0123456789abcdef'], asDraft: true };
    const found = () => findMark(writerOf().hub, place, signal);
    expect(await found()).toEqual({ pullRequest, status: 'draft', whole: false });
    await addToPullRequest(writerOf(), { ...sent, pullRequest });
    expect(await found()).toEqual({ pullRequest, status: 'draft', whole: true });
    await commentAndClose(writerOf(), model, { pullRequest, comment: 'Not mine.' });
    expect(await readStanding(writerOf().hub, model, pullRequest, { signal })).toMatchObject({ status: 'closed' });
    expect(JSON.stringify(hub.model(repo)!.discussions.get(pullRequest)!.events)).toContain('Not mine.');
  });

  it('without the mark is not taken for ours', async () => {
    await commitAsPullRequest(writerOf(), await request());
    const place = { ...model, author: 'mira', keys: ['crosscheck:another-one-of-ours'], asDraft: false };
    expect(await findMark(writerOf().hub, place, signal)).toBeUndefined();
    expect(
      await findMark(writerOf().hub, { ...place, author: 'tomas', keys: ['crosscheck:'] }, signal),
    ).toBeUndefined();
  });

  it('is not "not there" when it could not be looked for', async () => {
    hub.misbehave({ path: '/discussions', status: 500 });
    const place = { ...model, author: 'mira', keys: ['crosscheck:0123456789abcdef'], asDraft: false };
    const quick = createHubWriter({ base: hub.url, fetch, now: () => 0, token, sleep: async () => undefined });
    expect((await failureOf(findMark(quick.hub, place, signal))).reason).toBe('server');
  });

  it('is not "not there" for a 404 that is not the Hub’s own', async () => {
    const sent = await request();
    const { pullRequest } = await createDraftPullRequest(writerOf(), sent);
    await addToPullRequest(writerOf(), { ...sent, pullRequest });
    hub.misbehave({ path: '*/commits/*', status: 404, message: '<p>404' });
    const place = { ...model, author: 'mira', keys: ['crosscheck:0123456789abcdef'], asDraft: true };
    expect((await failureOf(findMark(writerOf().hub, place, signal))).reason).toBe('entry-missing');
  });
});

describe('whose token it is', () => {
  it.each([
    [token, true],
    ['hf_localMiraRead', false],
    ['hf_localMiraFine', true],
    ['hf_localMiraNone', false],
  ])('%s may open pull requests: %s', async (given, canOpen) => {
    expect(await whoAmI(writerOf(given), signal)).toEqual({ name: 'mira', canOpen });
  });

  it('is told with the token alone: no cookie, no referrer, no redirect of a write', async () => {
    const seen: RequestInit[] = [];
    const writer = writerOf(token, async (input, init = {}) => {
      seen.push(init);
      return fetch(input, init);
    });
    await whoAmI(writer, signal);
    await commitAsPullRequest(writer, await request());
    for (const init of seen) expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(seen.at(-1)).toMatchObject({ method: 'POST', redirect: 'manual' });
  });

  it('never stands in what the Hub or the browser say back', async () => {
    const echoing = (answer: () => Response) => async () => answer();
    const said = async (answer: () => Response) =>
      (await failureOf(commitAsPullRequest(writerOf(token, echoing(answer)), await request()))).detail;
    expect(await said(() => new Response(`no ${token}`, { status: 403 }))).toContain('403');
    expect(await said(() => new Response(`{"error":"bad ${token}.tail"}`, { status: 400 }))).toContain('bad');
    expect(
      await said(() => {
        throw new TypeError(`cannot send Bearer ${token}`);
      }),
    ).toBe('cannot send Bearer …');
  });
});
