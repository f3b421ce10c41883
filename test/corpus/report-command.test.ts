import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loaders } from '../../lib/loaders/index.ts';
import { type LocalHub, startHub } from '../hub/start-hub.ts';
import { gpqaFile, modelPlan } from './model-plan.ts';

const script = join(import.meta.dirname, '..', '..', 'lib', 'cli', 'report.ts');

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

const run = (...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
  await local.addRepo(
    modelPlan({
      id: 'someone/fine',
      main: { '.eval_results/gpqa.yaml': gpqaFile('71.50') },
      pullRequests: [
        {
          num: 3,
          files: {
            '.eval_results/gpqa.yaml': gpqaFile('71.50', { value: '75.80', notes: '"\\u202Etricky\\u001B[31m"' }),
          },
        },
        { num: 4, title: 'Fix typo', files: { 'README.md': 'x' } },
      ],
    }),
  );
});
afterEach(() => local.reset());
afterAll(() => local.close());

describe('npm run report', { timeout: 30_000 }, () => {
  it('ends with 0 and shows a readable table, with nothing hidden in it', async () => {
    const { code, stdout, stderr } = await run('--', 'someone/fine', '--hub', `${local.url}/`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('someone/fine  2 scores');
    expect(stdout).toContain('Idavidrein/gpqa · diamond');
    expect(stdout).toMatch(/75\.80 {2}.*pull request #3, \.eval_results\/gpqa\.yaml:5/);
    expect(stdout).toContain('[U+202E]tricky[U+001B]');
    expect(stdout).toContain('1 open pull request was not looked into');
  });

  it('looks into everything, and leaves loaders out, when asked', async () => {
    await run('someone/fine', '--hub', local.url, '--every-pull-request', '--off', 'main-files');
    expect(local.requestsLike('discussions/4')).toHaveLength(1);
    expect(local.requestsLike('/resolve/main')).toHaveLength(0);
    expect(local.requests.every(({ authorization, cookie }) => !authorization && !cookie)).toBe(true);
  });

  it('ends with 1 when there are findings; JSON alone on stdout, in the promised shape', async () => {
    const { code, stdout, stderr } = await run(
      'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16',
      '--hub',
      local.url,
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const json = JSON.parse(stdout);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(['repo', 'loaders', 'groups', 'findings', 'gaps']));
    expect(Object.values(json.loaders)).toEqual(loaders.map(() => 'ok'));
    expect(json.findings.length).toBeGreaterThanOrEqual(3);
    for (const finding of json.findings) {
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['path', 'pullRequest', 'line', 'code', 'message']));
    }
    for (const group of json.groups) {
      expect(Object.keys(group)).toEqual(expect.arrayContaining(['dataset', 'task', 'scores', 'verdicts']));
      for (const score of group.scores) {
        const keys = ['value', 'valueText', 'date', 'notes', 'verified', 'source', 'variant', 'origins'];
        expect(Object.keys(score)).toEqual(expect.arrayContaining(keys));
        for (const origin of score.origins) {
          expect(Object.keys(origin)).toEqual(expect.arrayContaining(['kind', 'pullRequest', 'path', 'line', 'quote']));
        }
      }
    }
  });

  it('says "no results yet" of a model without any', async () => {
    const { code, stdout } = await run('meta-llama/Llama-3.2-3B-Instruct', '--hub', local.url);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'meta-llama/Llama-3.2-3B-Instruct  no results yet\n' });
  });

  it.each([
    ['the model is missing', ['someone/nowhere'], /does not exist, or it is private/],
    [
      'the Hub is unreachable',
      ['someone/fine', '--hub', 'http://127.0.0.1:9'],
      /cannot be reached.*\n.*127\.0\.0\.1:9/,
    ],
    ['no model is named', [], /Name one model.*\n\nusage:/],
    ['two are named', ['a/b', 'c/d'], /Name one model/],
    ['it is no model id', ['../etc/passwd'], /is no model id/],
    ['the Hub is no URL', ['a/b', '--hub', 'ftp:x'], /--hub wants a URL/],
    ['a loader is unknown', ['a/b', '--off', 'cards'], /does not know "cards"/],
    ['an option is unknown', ['a/b', '--fast'], /--fast/],
  ])('ends with 2 and says why when %s', async (_, args, why) => {
    const { code, stdout, stderr } = await run(...(args.includes('--hub') ? args : [...args, '--hub', local.url]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(why);
  });

  it('gives its JSON even then, with the gaps in it', async () => {
    const { code, stdout } = await run('someone/nowhere', '--hub', local.url, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).gaps).toMatchObject(loaders.map(({ name }) => ({ loader: name, reason: 'sign-in' })));
  });
});
