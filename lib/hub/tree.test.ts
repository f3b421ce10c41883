import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan } from '../../test/corpus/model-plan.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import { createHub } from './hub.ts';
import { listRefs } from './refs.ts';
import { readRepoFile } from './repo-file.ts';
import { listTree } from './tree.ts';
import { pullRequestRef } from './urls.ts';

const options = { signal: new AbortController().signal };
const id = 'someone/model';
const hubAt = (base: string, get = fetch) => createHub({ base, fetch: get, credentials: 'omit', now: Date.now });

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
  const many = Array.from({ length: 1005 }, (_, at) => [
    `.eval_results/${String(at).padStart(4, '0')}.yaml`,
    gpqaFile(`${at}`),
  ]);
  await local.addRepo(
    modelPlan({
      id,
      main: { ...Object.fromEntries(many), '.eval_results/deep/a %2F?#é.yaml': gpqaFile('20.90') },
      pullRequests: [{ num: 12, files: { '.eval_results/new.yaml': gpqaFile('1') } }],
    }),
  );
});
afterAll(() => local.close());

describe('listTree', () => {
  it('follows the pages, and takes nothing but the cursor from the link', async () => {
    const urls: string[] = [];
    const hub = hubAt(local.url, (url, init) => {
      urls.push(String(url));
      return fetch(url, init);
    });
    const files = await listTree(hub, modelRepo(id), 'main', '.eval_results', options);
    expect(files).toHaveLength(1006);
    expect(files.map(({ path }) => path)).toContain('.eval_results/deep/a %2F?#é.yaml');
    expect(files[0]).toEqual({
      path: expect.any(String),
      oid: expect.stringMatching(/^[0-9a-f]{40}$/),
      size: expect.any(Number),
    });
    expect(urls.length).toBe(2);
  });

  it('ends where the Hub names the same page again and again', async () => {
    let times = 0;
    const headers = { link: '<https://evil.example/?cursor=x>; rel="next"' };
    const hub = hubAt('https://huggingface.co', async () => {
      times++;
      return new Response('[]', { headers });
    });
    expect(await listTree(hub, modelRepo(id), 'main', '.eval_results', options)).toEqual([]);
    expect(times).toBe(2);
  });

  it('is empty where there is no such folder, and an error where there is no such revision', async () => {
    expect(await listTree(hubAt(local.url), modelRepo(id), 'main', 'nowhere', options)).toEqual([]);
    await expect(listTree(hubAt(local.url), modelRepo(id), 'nowhere', 'x', options)).rejects.toMatchObject({
      reason: 'revision-missing',
    });
    // huggingface_hub tells a missing folder by this code (test_list_unknown_tree); a 404 of a proxy says nothing of it.
    const answer = (headers: Record<string, string>) =>
      hubAt('https://huggingface.co', async () => new Response('<p>404', { status: 404, headers }));
    const list = (headers: Record<string, string>) => listTree(answer(headers), modelRepo(id), 'main', 'x', options);
    expect(await list({ 'x-error-code': 'EntryNotFound' })).toEqual([]);
    await expect(list({})).rejects.toMatchObject({ reason: 'entry-missing' });
  });
});

describe('refs and files', () => {
  it('says where main and the pull requests stand', async () => {
    const refs = await listRefs(hubAt(local.url), modelRepo(id), options);
    expect(refs.main).toMatch(/^[0-9a-f]{40}$/);
    expect([...refs.pullRequests]).toEqual([[12, expect.stringMatching(/^[0-9a-f]{40}$/)]]);
  });

  it('reads a file with an awkward name, following the redirect', async () => {
    expect(
      await readRepoFile(hubAt(local.url), modelRepo(id), 'main', '.eval_results/deep/a %2F?#é.yaml', options),
    ).toEqual({
      text: gpqaFile('20.90'),
    });
  });

  it("reads a file of a pull request's ref", async () => {
    expect(
      (await readRepoFile(hubAt(local.url), modelRepo(id), pullRequestRef(12), '.eval_results/new.yaml', options)).text,
    ).toBe(gpqaFile('1'));
  });
});
