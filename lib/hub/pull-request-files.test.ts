import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan, type PullRequestSketch } from '../../test/corpus/model-plan.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import { readDiscussion } from './discussion.ts';
import { createHub } from './hub.ts';
import { readPullRequestFiles } from './pull-request-files.ts';

const signal = new AbortController().signal;
const id = 'someone/model';
const gpqa = '.eval_results/gpqa.yaml';
const main = {
  [gpqa]: gpqaFile('71.5', '66'),
  '.eval_results/old name.yaml': gpqaFile('1', '2', '3'),
  '.eval_results/gone.yaml': gpqaFile('9'),
};

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
});
afterEach(() => local.reset());
afterAll(() => local.close());

/** What the pull request changes, and what it cost to know. */
async function read(sketch: PullRequestSketch, facts = {}) {
  await local.addRepo(modelPlan({ id, main, facts, pullRequests: [sketch] }));
  const hub = createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now, sleep: async () => undefined });
  const details = await readDiscussion(hub, modelRepo(id), sketch.num, { signal });
  const found = await readPullRequestFiles(hub, modelRepo(id), details, { signal });
  const asked = local.requests.map(({ path }) => path).filter((path) => !path.startsWith('/api/resolve-cache'));
  return { details, ...found, asked };
}

describe('a pull request in one request', () => {
  it('takes new files whole out of the diff', async () => {
    const { details, files, asked } = await read({
      num: 7,
      files: { '.eval_results/hle.yaml': gpqaFile('75.80'), 'README.md': 'x' },
    });
    expect(files).toEqual([{ path: '.eval_results/hle.yaml', text: gpqaFile('75.80') }]);
    expect(details).toMatchObject({
      num: 7,
      author: 'reader',
      status: 'open',
      head: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(asked).toEqual(['/api/models/someone/model/discussions/7?diff=1']);
  });

  it('reads a changed file once more, and knows what it was', async () => {
    const { files, asked } = await read({ num: 8, files: { [gpqa]: gpqaFile('71.5', '66', '80') } });
    expect(files).toEqual([
      { path: gpqa, text: gpqaFile('71.5', '66', '80'), before: expect.stringContaining('value: 66') },
    ]);
    expect(files[0]?.before?.trim()).toBe(main[gpqa]?.trim());
    expect(asked).toHaveLength(2);
  });

  it('has nothing to say of files that are only moved, deleted, or no results', async () => {
    const { files, asked } = await read({
      num: 9,
      files: {
        '.eval_results/old name.yaml': null,
        '.eval_results/new name.yaml': main['.eval_results/old name.yaml'] ?? '',
        '.eval_results/gone.yaml': null,
        '.eval_results/notes.md': 'x',
        'config.json': '{}',
      },
    });
    expect(files).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('reads a file whole that becomes a results file by its new name, changed or not', async () => {
    const outside = { 'evals/a.yaml': gpqaFile('10', '20', '30'), '.eval_results/b.txt': gpqaFile('40', '50', '60') };
    Object.assign(main, outside);
    const { files } = await read({
      num: 9,
      files: {
        'evals/a.yaml': null,
        '.eval_results/a.yaml': outside['evals/a.yaml'],
        '.eval_results/b.txt': null,
        '.eval_results/.b.yml': outside['.eval_results/b.txt'].replace('60', '61'),
      },
    });
    for (const path of Object.keys(outside)) Reflect.deleteProperty(main, path);
    expect(files.map(({ path, before }) => [path, before]).sort()).toEqual([
      ['.eval_results/.b.yml', undefined],
      ['.eval_results/a.yaml', undefined],
    ]);
  });

  it('keeps a deleted author away and an empty draft empty', async () => {
    const plan = modelPlan({ id, main, pullRequests: [{ num: 3, status: 'draft' }] });
    for (const discussion of plan.discussions) delete discussion.author;
    await local.addRepo(plan);
    const hub = createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now });
    const details = await readDiscussion(hub, modelRepo(id), 3, { signal });
    expect(details).toMatchObject({ status: 'draft', diff: '' });
    expect(details).not.toHaveProperty('author');
    expect((await readPullRequestFiles(hub, modelRepo(id), details, { signal })).files).toEqual([]);
  });
});

describe('the ways round', () => {
  const files = { '.eval_results/hle.yaml': gpqaFile('75.80'), [gpqa]: gpqaFile('71.5', '80') };
  const expected = [
    { path: gpqa, text: gpqaFile('71.5', '80'), before: expect.stringContaining('value: 66') },
    { path: '.eval_results/hle.yaml', text: gpqaFile('75.80') },
  ];

  it('asks for the diff on its own when the details do not carry it', async () => {
    local.settings.inlineDiff = false;
    const { files: found, asked } = await read({ num: 5, files });
    expect(found).toEqual(expected);
    expect(asked[1]).toBe('/someone/model/discussions/5/files.diff');
  });

  it.each([
    ['is missing', { status: 404 }],
    ['is a web page', { body: '<!doctype html>', contentType: 'text/html' }],
    ['fails', { status: 500 }],
  ])('compares the trees when the diff %s', async (_, wish) => {
    local.settings.inlineDiff = false;
    local.misbehave({ path: 'files.diff', ...wish });
    const { files: found, asked } = await read({ num: 5, files });
    expect(found).toEqual(expected);
    expect(asked.filter((path) => path.includes('/tree/'))).toHaveLength(2);
  });

  it('compares the trees when the diff is too large to be read', async () => {
    const huge = { ...files, 'tokenizer.json': 'x\n'.repeat(2_500_000) };
    const { files: found } = await read({ num: 5, files: huge });
    expect(found).toEqual(expected);
  });

  it('reads a large file up to 256 KiB and says how large it is', async () => {
    const text = gpqaFile('1') + '# filler\n'.repeat(40_000);
    local.settings.inlineDiff = false;
    local.misbehave({ path: 'files.diff', status: 404 });
    const { files: found } = await read({ num: 5, files: { '.eval_results/big.yaml': text } });
    expect(found[0]).toMatchObject({ size: text.length });
    expect(found[0]?.text).toHaveLength(256 * 1024);
  });

  it('reads what it can when one file fails', async () => {
    local.misbehave({ path: '/resolve/', status: 404, code: 'EntryNotFound' });
    const { files: found, failures } = await read({ num: 5, files });
    expect(found).toEqual([expected[1]]);
    expect(failures).toEqual([{ path: gpqa, error: expect.objectContaining({ reason: 'entry-missing' }) }]);
  });

  it('says that a gate is in the way', async () => {
    local.settings.inlineDiff = false;
    await expect(read({ num: 5, files }, { gated: 'manual' })).rejects.toMatchObject({ reason: 'gated' });
  });

  it('opens 60 files at most', async () => {
    const many = Array.from({ length: 65 }, (_, at) => [`.eval_results/${at}.yaml`, gpqaFile(`${at}`)]);
    const { files: found, unopened } = await read({ num: 5, files: Object.fromEntries(many) });
    expect([found.length, unopened]).toEqual([60, 5]);
  });
});
