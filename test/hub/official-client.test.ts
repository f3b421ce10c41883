import {
  commit,
  countCommits,
  datasetInfo,
  downloadFile,
  fileDownloadInfo,
  fileExists,
  listCommits,
  listFiles,
  listModels,
  modelInfo,
  pathsInfo,
  whoAmI,
} from '@huggingface/hub';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { type LocalHub, startHub } from './start-hub.ts';

// The Hub's own client (huggingface.js, packages/hub) is the judge of what the local Hub's answers must look like.
const repo = 'openai/gpt-oss-20b';
const accessToken = 'hf_localMiraWrite';

describe('@huggingface/hub works against the local Hub', () => {
  let hub: LocalHub;
  let hubUrl: string;
  beforeAll(async () => {
    hub = await startHub();
    hubUrl = hub.url;
  });
  afterEach(() => hub.reset());
  afterAll(() => hub.close());

  it('listFiles, on main and on a pull request, expanded', async () => {
    const main = await Array.fromAsync(listFiles({ repo, recursive: true, hubUrl }));
    expect(main.map((file) => file.path).sort()).toEqual(['README.md', 'config.json']);
    const pull = await Array.fromAsync(
      listFiles({ repo, recursive: true, expand: true, revision: 'refs/pr/256', hubUrl }),
    );
    const file = pull.find(({ path }) => path === '.eval_results/mmlu_pro.yaml');
    expect(file?.lastCommit?.date).toBe('2026-06-30T12:49:00.000Z');
    expect(file?.oid).toMatch(/^[0-9a-f]{40}$/);
  });

  it('downloadFile, fileDownloadInfo, fileExists, pathsInfo', async () => {
    const path = '.eval_results/gpqa_diamond_high.yaml';
    const revision = 'refs/pr/233';
    const blob = await downloadFile({ repo, path, revision, hubUrl });
    expect(await blob?.text()).toContain('value: 71.5');
    const info = await fileDownloadInfo({ repo, path, revision, hubUrl });
    expect(info?.size).toBe(blob?.size);
    expect(await fileExists({ repo, path, revision, hubUrl })).toBe(true);
    expect(await fileExists({ repo, path, hubUrl })).toBe(false);
    expect(await downloadFile({ repo, path: 'nothing.txt', hubUrl })).toBeNull();
    const infos = await pathsInfo({ repo, paths: ['README.md', 'nothing.txt'], hubUrl });
    expect(infos.map((one) => one.path)).toEqual(['README.md']);
  });

  it('modelInfo, datasetInfo, listModels', async () => {
    const info = await modelInfo({ name: repo, hubUrl, additionalFields: ['sha', 'tags'] });
    expect(info).toMatchObject({ name: repo, likes: 5112, gated: false });
    expect(info.tags).toContain('eval-results');
    expect((await datasetInfo({ name: 'Idavidrein/gpqa', hubUrl })).gated).toBe('auto');
    const mine = await Array.fromAsync(listModels({ search: { owner: 'meta-llama' }, hubUrl }));
    expect(mine.map((model) => model.name).sort()).toEqual([
      'meta-llama/Llama-3.2-3B-Instruct',
      'meta-llama/Llama-3.3-70B-Instruct',
    ]);
    const three = await Array.fromAsync(listModels({ limit: 3, sort: 'likes', hubUrl }));
    expect(three).toHaveLength(3);
    expect(three[0]?.name).toBe('deepseek-ai/DeepSeek-R1');
  });

  it('listCommits, countCommits', async () => {
    const commits = await Array.fromAsync(listCommits({ repo, revision: 'refs/pr/256', hubUrl }));
    expect(commits.map((one) => one.title)).toEqual([
      'Add results from the EvalEval store',
      'Add results from the EvalEval store',
      'initial commit',
    ]);
    expect(await countCommits({ repo, revision: 'refs/pr/256', hubUrl })).toBe(3);
  });

  it('whoAmI', async () => {
    expect(await whoAmI({ accessToken, hubUrl })).toMatchObject({ type: 'user', name: 'mira' });
    await expect(whoAmI({ accessToken: 'hf_nobody', hubUrl })).rejects.toMatchObject({ statusCode: 401 });
  });

  it('commit as a pull request: a real commit on a real ref, and in the next answer', async () => {
    const content = new Blob([
      "- dataset:\n    id: cais/hle\n    task_id: hle\n  value: 12.50\n  date: '2026-10-01'\n",
    ]);
    const made = await commit({
      repo,
      accessToken,
      hubUrl,
      isPullRequest: true,
      title: 'Add HLE evaluation result',
      description: 'From a test.',
      operations: [{ operation: 'addOrUpdate', path: '.eval_results/hle.yaml', content }],
    });
    expect(made?.pullRequestUrl).toBe(`${hubUrl}/${repo}/discussions/265`);
    expect(await hub.model(repo)!.git.resolve('refs/pr/265')).toBe(made?.commit.oid);
    const answer = await (await fetch(`${hubUrl}/api/models/${repo}?expand[]=evalResults`)).json();
    const found = (answer as { evalResults: { pullRequest?: number }[] }).evalResults.filter(
      (one) => one.pullRequest === 265,
    );
    expect(found).toMatchObject([
      { filename: '.eval_results/hle.yaml', verified: false, data: { value: 12.5, date: '2026-10-01' } },
    ]);
    const details = await (await fetch(`${hubUrl}/api/models/${repo}/discussions/265?diff=1`)).json();
    expect(details).toMatchObject({ title: 'Add HLE evaluation result', status: 'open', author: { name: 'mira' } });
    expect((details as { diff: string }).diff).toContain('+  value: 12.50');
    await hub.reset();
    expect(hub.model(repo)!.discussions.has(265)).toBe(false);
  });

  it('a second commit goes to the same pull request, with the right parent only', async () => {
    const operations = (text: string) => [
      { operation: 'addOrUpdate' as const, path: 'a.txt', content: new Blob([text]) },
    ];
    const first = await commit({
      repo,
      accessToken,
      hubUrl,
      isPullRequest: true,
      title: 'One',
      operations: operations('1'),
    });
    const branch = 'refs/pr/265';
    const parentCommit = first!.commit.oid;
    await commit({ repo, accessToken, hubUrl, branch, parentCommit, title: 'Two', operations: operations('2') });
    expect(await hub.model(repo)!.git.log((await hub.model(repo)!.git.resolve(branch))!)).toHaveLength(3);
    const late = commit({
      repo,
      accessToken,
      hubUrl,
      branch,
      parentCommit,
      title: 'Three',
      operations: operations('3'),
    });
    await expect(late).rejects.toMatchObject({ statusCode: 412 });
  });

  it('refuses what the real Hub refuses', async () => {
    const operations = [{ operation: 'delete' as const, path: 'README.md' }];
    const direct = commit({ repo, accessToken, hubUrl, title: 'Straight to main', operations });
    await expect(direct).rejects.toThrow('pass create_pr=1');
    const reader = commit({
      repo,
      accessToken: 'hf_localMiraRead',
      hubUrl,
      isPullRequest: true,
      title: 'x',
      operations,
    });
    await expect(reader).rejects.toMatchObject({ statusCode: 403 });
    const gated = commit({
      repo: 'meta-llama/Llama-3.3-70B-Instruct',
      accessToken: 'hf_localTomasWrite',
      hubUrl,
      isPullRequest: true,
      title: 'x',
      operations,
    });
    await expect(gated).rejects.toMatchObject({ statusCode: 403 });
  });
});
