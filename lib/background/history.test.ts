import { describe, expect, it } from 'vitest';
import { createHistoryHandlers } from './history.ts';

const row = { repo: 'a/model', path: '.eval_results/x.yaml', dataset: 'b/bench', task: 'all' };
const fetchNothing: typeof fetch = async () => new Response('{}', { status: 404 });
const { readHistory } = createHistoryHandlers({ fetch: fetchNothing, now: () => 0 });
const from = (path: string) => ({ url: `https://huggingface.co${path}`, tab: { id: 1 } });

describe('a history', () => {
  it.each(['/a/model', '/datasets/b/bench', '/datasets/B/Bench/viewer'])('is answered to %s', async (path) => {
    expect((await readHistory(row, from(path))).steps).toEqual([]);
  });

  it.each(['/', '/other/model', '/datasets/b/other', '/b/bench', '/datasets/a/model'])('is refused to %s', (path) => {
    expect(() => readHistory(row, from(path))).toThrow('this tab shows neither');
  });
});
