import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../../test/hub/start-hub.ts';
import { createHub } from '../../hub/hub.ts';
import { HubError } from '../../hub/hub-error.ts';
import { leaderboard } from './leaderboard.ts';

const signal = new AbortController().signal;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterAll(() => local.close());

const load = (dataset: string, task?: string, onlyBases = false) =>
  leaderboard.load({
    dataset,
    task,
    onlyBases,
    signal,
    hub: createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now, sleep: async () => undefined }),
  });

/** A Hub that answers this to everything. */
const answering = (body: unknown) =>
  leaderboard.load({
    dataset: 'cais/hle',
    task: 'hle',
    signal,
    hub: createHub({
      base: 'https://huggingface.co',
      fetch: async () => new Response(JSON.stringify(body)),
      credentials: 'omit',
      now: Date.now,
    }),
  });

describe('leaderboard', () => {
  it('reads one task in one request, the rows as the Hub ranks them', async () => {
    local.requests.length = 0;
    // openai/gpt-oss-20b has seven GPQA entries in open pull requests; its best is 74.2, of #234 (recorded 2026-10-01).
    const { rows, unreadable } = await load('Idavidrein/gpqa', 'diamond');
    expect(local.requests.map(({ path }) => path)).toEqual([
      '/api/datasets/Idavidrein/gpqa/leaderboard?task_id=diamond&base_model=false',
    ]);
    expect(unreadable).toBe(0);
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.find(({ modelId }) => modelId === 'openai/gpt-oss-20b')).toMatchObject({
      value: 74.2,
      valueText: '74.2',
      pullRequest: 234,
      filename: '.eval_results/gpqa_diamond_high_with_tools.yaml',
      verified: false,
    });
  });

  it('encodes a task id whatever is in it', async () => {
    local.requests.length = 0;
    await load('SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved');
    expect(local.requests[0]?.path).toContain('task_id=swe_bench_%25_resolved&');
  });

  it('with only the models that declare no base model, when asked', async () => {
    local.requests.length = 0;
    await load('Idavidrein/gpqa', 'diamond', true);
    expect(local.requests[0]?.path).toMatch(/base_model=true$/);
  });

  it('keeps the good rows of an odd answer, and reads one that is wrapped', async () => {
    // The row of zai-org/GLM-5.3 as a third party saw it (hub-contract 2.1).
    const row = {
      rank: 2,
      filename: '.eval_results/hle.yaml',
      value: 62.5,
      modelId: 'zai-org/GLM-5.3',
      notes: 'With tools.',
      verified: false,
    };
    const odd = [
      row,
      { ...row, modelId: 5 },
      { ...row, value: '62.5' },
      null,
      { modelId: 'a/b', value: 1, author: 'x', source: 7 },
    ];
    const { rows, unreadable } = await answering({ leaderboard: odd });
    expect(rows.map(({ modelId, rank }) => [modelId, rank])).toEqual([
      ['zai-org/GLM-5.3', 2],
      ['a/b', 5],
    ]);
    expect(unreadable).toBe(3);
  });

  it('gives the rows in the order of their ranks, and takes no number of parameters that no model has', async () => {
    const row = (rank: number, num_parameters: number) => ({
      modelId: `a/m${rank}`,
      value: 90 - rank,
      rank,
      num_parameters,
    });
    const { rows } = await answering([row(3, 1e300), row(1, 7e9), row(2, 0.001), row(4, -1)]);
    expect(rows.map(({ rank, parameters }) => [rank, parameters])).toEqual([
      [1, 7e9],
      [2, undefined],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it('knows the direction only when all rows that speak of it agree', async () => {
    const row = (lower_is_better?: boolean) => ({ modelId: 'a/b', value: 1, lower_is_better });
    expect((await answering([row(true), row(), row(true)])).lowerIsBetter).toBe(true);
    expect((await answering([row(true), row(false)])).lowerIsBetter).toBeUndefined();
    expect((await answering([row()])).lowerIsBetter).toBeUndefined();
  });

  it('complains of what is no list', async () => {
    await expect(answering({ error: 'x' })).rejects.toBeInstanceOf(HubError);
    await expect(answering('rows')).rejects.toMatchObject({ reason: 'unexpected' });
  });
});
