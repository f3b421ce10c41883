import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHub } from '../hub/hub.ts';
import { createOfficialList } from '../store/official-list.ts';
import { createBoardHandlers } from './boards.ts';

const hubPage = (path: string) => {
  const url = `https://huggingface.co${path}`;
  return { id: 'x', url, tab: { id: 1, url } };
};
const popup = { id: 'x', url: 'chrome-extension://x/popup.html' };

let time: number;
let asked: string[];
let answers: (path: string) => Response;

beforeEach(() => {
  fakeBrowser.reset();
  time = 1_000_000;
  asked = [];
  answers = (path) =>
    path.includes('/leaderboard?')
      ? Response.json([{ modelId: 'a/b', value: 80, filename: 'x.yaml' }])
      : path.startsWith('/api/datasets?')
        ? Response.json([{ id: 'openai/gsm8k' }])
        : new Response('tasks:\n  - id: gsm8k\n');
});

function handlers() {
  const get = vi.fn(async (input: string | URL | Request) => {
    const { pathname, search } = new URL(String(input));
    asked.push(pathname + search);
    return answers(pathname + search);
  });
  return createBoardHandlers({
    hub: createHub({
      base: 'https://huggingface.co',
      fetch: get,
      credentials: 'omit',
      now: () => time,
      sleep: async () => undefined,
    }),
    official: createOfficialList(() => time),
    store: { all: async () => [] },
    now: () => time,
  });
}

const dataset = 'openai/gsm8k';

describe('who may ask', () => {
  it.each([
    ['the page of the dataset', hubPage('/datasets/openai/gsm8k'), true],
    ['its page in other spelling, with a task', hubPage('/datasets/OpenAI/GSM8K?leaderboard_task_id=x'), true],
    ['our own page', popup, true],
    ['the page of another dataset', hubPage('/datasets/cais/hle'), false],
    ['a model of the same name', hubPage('/openai/gsm8k'), false],
    ['a page that only names it', hubPage('/datasets/cais/hle?x=/datasets/openai/gsm8k'), false],
  ])('%s', async (_, sender, may) => {
    const { readBenchmark, readBoard } = handlers();
    for (const answer of [async () => readBenchmark(dataset, sender), async () => readBoard({ dataset }, sender)])
      if (may) await expect(answer()).resolves.toMatchObject({ dataset });
      else await expect(answer()).rejects.toMatchObject({ name: 'Refused' });
    if (!may) expect(asked).toEqual([]);
  });
});

describe('what is asked of the Hub', () => {
  it('is one request for a board, however often it is wanted within a minute', async () => {
    const { readBoard } = handlers();
    await Promise.all([readBoard({ dataset, task: 'gsm8k' }, popup), readBoard({ dataset, task: 'gsm8k' }, popup)]);
    time += 30_000;
    await readBoard({ dataset, task: 'gsm8k' }, popup);
    expect(asked).toHaveLength(1);
    time += 31_000;
    await readBoard({ dataset, task: 'gsm8k' }, popup);
    await readBoard({ dataset, task: 'gsm8k', refresh: true }, popup);
    expect(asked).toHaveLength(3);
  });

  it('is one more for derivatives, and no more than that', async () => {
    const { readBoard } = handlers();
    await readBoard({ dataset, task: 'gsm8k' }, popup);
    const board = await readBoard({ dataset, task: 'gsm8k', bases: true }, popup);
    expect(board.bases).toEqual(['a/b']);
    expect(asked.map((path) => path.split('base_model=')[1])).toEqual(['false', 'true']);
  });

  it('is one more for the list of models, the same for every task, and both anew when the board is asked for anew', async () => {
    const fine = answers;
    const evalResults = [
      {
        filename: 'x.yaml',
        verified: false,
        data: { dataset: { id: dataset, task_id: 'gsm8k' }, value: 80, date: '2026-05-01' },
      },
    ];
    answers = (path) => (path.startsWith('/api/models?') ? Response.json([{ id: 'a/b', evalResults }]) : fine(path));
    const { readBoard, readBoardTop } = handlers();
    const both = { dataset, task: 'gsm8k', bases: true, models: true };
    const board = await readBoard(both, popup);
    expect(board).toMatchObject({ bases: ['a/b'], listed: 1, rows: [{ memory: { date: '2026-05-01' } }] });
    await readBoard({ dataset, task: 'other', models: true }, popup);
    expect(asked.filter((path) => path.startsWith('/api/models?'))).toHaveLength(1);
    time += 1;
    await readBoardTop({ dataset, task: 'gsm8k', refresh: true }, hubPage('/datasets/openai/gsm8k'));
    await readBoard(both, popup);
    expect(asked.filter((path) => path.startsWith('/api/models?'))).toHaveLength(2);
    expect(asked.filter((path) => path.includes('base_model=true'))).toHaveLength(2);
  });

  it('is the list of benchmarks once a day, also by a worker that is started again', async () => {
    expect(await handlers().readOfficialBenchmarks(undefined, popup)).toEqual([{ dataset, name: 'GSM8K' }]);
    time += 23 * 3_600_000;
    await handlers().readOfficialBenchmarks(undefined, popup);
    expect(asked).toHaveLength(1);
    time += 2 * 3_600_000;
    answers = () => new Response('', { status: 503 });
    // Yesterday's list is better than none.
    expect(await handlers().readOfficialBenchmarks(undefined, popup)).toHaveLength(1);
  });
});

describe('the top of a board', () => {
  it('and the whole of it are one request, also when asked for anew', async () => {
    const { readBoard, readBoardTop } = handlers();
    const request = { dataset, task: 'gsm8k' };
    const page = hubPage('/datasets/openai/gsm8k');
    const [top, board] = await Promise.all([readBoardTop(request, page), readBoard(request, page)]);
    expect(top).toMatchObject({ counts: { all: 1 }, rows: [{ modelId: 'a/b' }], at: board.at });
    expect(asked.filter((path) => path.includes('/leaderboard?'))).toHaveLength(1);
    time += 1;
    const again = await readBoardTop({ ...request, refresh: true }, page);
    expect((await readBoard(request, page)).at).toBe(again.at);
    expect(asked.filter((path) => path.includes('/leaderboard?'))).toHaveLength(2);
  });

  it('is refused to another page', async () => {
    await expect(handlers().readBoardTop({ dataset }, hubPage('/datasets/cais/hle'))).rejects.toThrow('does not show');
  });
});

describe('what is missing', () => {
  it('is a gap with its words, and asked for anew the next time', async () => {
    const { readBoard } = handlers();
    const fine = answers;
    answers = () => new Response('', { status: 429, headers: { 'retry-after': '100' } });
    const board = await readBoard({ dataset, task: 'gsm8k' }, popup);
    expect(board).toMatchObject({ rows: [], gaps: [{ loader: 'leaderboard', reason: 'rate-limited' }] });
    answers = fine;
    time += 200_000;
    expect((await readBoard({ dataset, task: 'gsm8k' }, popup)).gaps).toEqual([]);
  });

  it('of the list leaves open whether a dataset is on it', async () => {
    const fine = answers;
    answers = (path) => (path.startsWith('/api/datasets?') ? new Response('', { status: 404 }) : fine(path));
    const spec = await handlers().readBenchmark(dataset, popup);
    expect(spec).toMatchObject({ official: 'unknown', file: 'read', shows: 'board' });
    expect(spec.gaps.map(({ loader }) => loader)).toEqual(['official-benchmarks']);
  });
});
