import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../../test/hub/start-hub.ts';
import { createHub } from '../../hub/hub.ts';
import { listedModels } from './listed-models.ts';
import { readBoard, readListedModels, withAsides } from './read-benchmark.ts';

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterAll(() => local.close());

const world = () => ({
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 9, 1),
  hub: createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now, sleep: async () => undefined }),
});

describe('listed-models', () => {
  it('are the models that have results, with all their entries, in one request', async () => {
    local.requests.length = 0;
    const models = await listedModels.load({ dataset: '', ...world() });
    expect(local.requests.map(({ path }) => path)).toEqual([
      '/api/models?filter=eval-results&sort=downloads&limit=1000&expand%5B%5D=evalResults',
    ]);
    expect(models.map(({ id }) => id)).toContain('openai/gpt-oss-20b');
    expect(models.map(({ id }) => id)).not.toContain('openai-community/gpt2');
  });

  // openai/gpt-oss-20b has seven GPQA entries in open pull requests; the board shows 74.2, of #234 (recorded 2026-10-01).
  it('tell a board the dates, conflicts and hidden entries of its models', async () => {
    const board = await readBoard({ dataset: 'Idavidrein/gpqa', task: 'diamond' }, [], world());
    expect(board.rows.every(({ memory }) => memory === undefined)).toBe(true);
    const known = await withAsides(board, undefined, await readListedModels(world()), []);
    const row = known.rows.find(({ modelId }) => modelId === 'openai/gpt-oss-20b');
    expect(row?.memory).toMatchObject({ standing: 'not-comparable', date: '2025-08-05' });
    expect(row?.memory?.hidden).toHaveLength(6);
    expect(known.rows.filter(({ memory }) => memory?.date !== undefined)).toHaveLength(board.rows.length);
    expect(known.listed).toBeGreaterThanOrEqual(board.rows.length);
    // The board itself is as it was.
    expect(board.rows.every(({ memory }) => memory === undefined)).toBe(true);
  });

  it('are a gap where the Hub does not answer, and take nothing from the board', async () => {
    local.misbehave({ path: '/api/models?', status: 403 });
    const models = await readListedModels(world());
    await local.reset();
    expect(models.gaps).toMatchObject([{ loader: 'listed-models', reason: 'forbidden' }]);
    const board = await readBoard({ dataset: 'Idavidrein/gpqa', task: 'diamond' }, [], world());
    expect(await withAsides(board, undefined, models, [])).toEqual({ ...board, gaps: models.gaps });
  });
});
