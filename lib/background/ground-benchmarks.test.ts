import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { createHub } from '../hub/hub.ts';
import { readBoard, readSpec } from '../loaders/board/read-benchmark.ts';
import { groundBenchmarks } from './ground-benchmarks.ts';

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: true });
});
afterAll(() => local.close());

/** What the ground knows of a dataset, read by somebody who is not signed in. */
async function known(dataset: string) {
  const now = () => 0;
  const hub = createHub({ base: local.url, fetch, credentials: 'omit', now, sleep: async () => undefined });
  const world = { hub, signal: new AbortController().signal, now };
  const official = async () => ['Idavidrein/gpqa', 'openai/gsm8k'];
  const { benchmarks } = await groundBenchmarks(
    {
      readBenchmark: (id) => readSpec(id, official, [], world),
      readBoard: (which) => readBoard(which, [], world),
    },
    [{ dataset, task: '' }],
  );
  return benchmarks;
}

describe('what a draft is told of its benchmark', () => {
  it('the tasks of its eval.yaml', async () => {
    expect(await known('openai/gsm8k')).toEqual([{ dataset: 'openai/gsm8k', official: true, tasks: ['gsm8k'] }]);
  });

  it('that it is closed to this reader, where the dataset is gated', async () => {
    const dataset = 'Idavidrein/gpqa';
    expect(await known(dataset)).toEqual([{ dataset, official: true, unread: 'closed' }]);
  });

  it('that it could not be read, where the Hub failed', async () => {
    const dataset = 'openai/gsm8k';
    local.misbehave({ path: '/datasets/openai/gsm8k/resolve/main/eval.yaml', status: 500 });
    expect(await known(dataset)).toEqual([{ dataset, official: true, unread: 'failed' }]);
    await local.reset();
  });

  it('that there is none', async () => {
    const dataset = 'crosscheck-fixtures/plain-dataset';
    expect(await known(dataset)).toEqual([{ dataset, official: false }]);
  });
});
