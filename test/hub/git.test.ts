import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { gitBlobId } from './model/hub-repository.ts';
import { type LocalHub, startHub } from './start-hub.ts';

describe('repositories are git repositories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-clone-'));
  const repo = 'MiniMaxAI/MiniMax-M2.5';
  let hub: LocalHub;
  let clone: string;
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  beforeAll(async () => {
    hub = await startHub();
    clone = folder;
    git('clone', '--quiet', hub.model(repo)!.git.path, 'clone');
    clone = join(folder, 'clone');
  });
  afterAll(async () => {
    await hub.close();
    rmSync(folder, { recursive: true });
  });

  it('git itself finds nothing wrong with any of them', () => {
    for (const id of [repo, 'openai/gpt-oss-20b', 'crosscheck-fixtures/many-pull-requests']) {
      execFileSync('git', ['--git-dir', hub.model(id)!.git.path, 'fsck', '--strict'], { stdio: 'pipe' });
    }
  });

  it('a clone holds what resolve and tree say', async () => {
    expect(git('rev-parse', 'HEAD').trim()).toBe(await hub.model(repo)!.head());
    const listed = (await (await fetch(`${hub.url}/api/models/${repo}/tree/main?recursive=true`)).json()) as {
      type: string;
      path: string;
      oid: string;
      size: number;
    }[];
    const files = listed.filter((item) => item.type === 'file');
    const cloned = readdirSync(clone, { recursive: true, withFileTypes: true }).filter(
      (item) => item.isFile() && !item.parentPath.includes('.git'),
    );
    expect(files.map((file) => file.path).sort()).toEqual(git('ls-files').split('\n').filter(Boolean).sort());
    expect(cloned).toHaveLength(files.length);
    for (const file of files) {
      const bytes = readFileSync(join(clone, file.path));
      expect([file.size, file.oid]).toEqual([bytes.length, gitBlobId(bytes)]);
      const served = await fetch(`${hub.url}/${repo}/resolve/main/${file.path}`);
      expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
    }
  });

  it('refs, commits and diffs are the ones that git tells', async () => {
    git('fetch', '--quiet', 'origin', 'refs/pr/2:refs/pr/2');
    const refs = (await (await fetch(`${hub.url}/api/models/${repo}/refs?include_prs=1`)).json()) as {
      pullRequests: { ref: string; targetCommit: string }[];
    };
    expect(refs.pullRequests).toEqual([
      { name: 'refs/pr/2', ref: 'refs/pr/2', targetCommit: git('rev-parse', 'refs/pr/2').trim() },
    ]);
    const commits = (await (await fetch(`${hub.url}/api/models/${repo}/commits/refs%2Fpr%2F2`)).json()) as {
      id: string;
    }[];
    expect(commits.map((commit) => commit.id)).toEqual(git('rev-list', 'refs/pr/2').split('\n').filter(Boolean));
    const diff = await (await fetch(`${hub.url}/${repo}/discussions/2/files.diff`)).text();
    expect(diff).toBe(git('diff', 'origin/main...refs/pr/2'));
  });

  it('closing a pull request takes its scores away, merging moves them to main', async () => {
    const owner = hub.users.find((user) => user.name === 'mira')!;
    owner.orgs.push('MiniMaxAI');
    const post = (what: string, body: unknown) =>
      fetch(`${hub.url}/api/models/${repo}/discussions/2/${what}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: 'Bearer hf_localMiraWrite', 'content-type': 'application/json' },
      });
    const numbers = async () => (await hub.model(repo)!.evalResults()).map((item) => item.pullRequest);
    expect(await numbers()).toEqual([undefined, undefined, undefined, 2, 2]);
    expect((await post('status', { status: 'closed', comment: 'Not now.' })).status).toBe(200);
    expect(await numbers()).toEqual([undefined, undefined, undefined]);
    await post('status', { status: 'open' });
    expect((await post('merge', {})).status).toBe(200);
    expect(await numbers()).toEqual(Array(5).fill(undefined));
    const details = await (await fetch(`${hub.url}/api/models/${repo}/discussions/2`)).json();
    expect(details).toMatchObject({ status: 'merged', changes: { mergeCommitId: await hub.model(repo)!.head() } });
    await hub.reset();
    expect(await numbers()).toHaveLength(5);
    expect(await numbers()).toContain(2);
  });
});
