import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ListQuery } from '../evals/list/list.ts';
import type { Sender } from '../messaging/senders.ts';
import { DEFAULTS } from '../store/preferences.ts';
import { createListHandlers } from './lists.ts';

const tab = (path: string, id = 1): Sender => ({
  id: fakeBrowser.runtime.id,
  url: `https://huggingface.co${path}`,
  frameId: 0,
  tab: { id, url: `https://huggingface.co${path}` },
});
const page: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/options.html') };
const query: ListQuery = { search: 'gpt & co', filters: ['en', 'license:mit'], sort: 'downloads', page: 1 };
const entry = {
  filename: '.eval_results/gpqa.yaml',
  verified: false,
  data: { dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond' }, value: 71.5, date: '2026-01-01' },
};
const answer = [{ _id: '1', id: 'openai/gpt-oss-20b', evalResults: [entry] }, { id: 'a/none' }, { odd: true }];

function desk(body: unknown = answer) {
  let preferences = DEFAULTS;
  const fetch = vi.fn(async (_url: unknown) => new Response(JSON.stringify(body)));
  const world = { time: 1_000_000 };
  const handlers = createListHandlers({
    fetch: fetch as unknown as typeof globalThis.fetch,
    now: () => world.time,
    preferences: {
      read: async () => preferences,
      write: async (change) => {
        preferences = { ...preferences, ...change };
        return preferences;
      },
    },
  });
  return { handlers, fetch, world };
}

beforeEach(() => fakeBrowser.reset());

describe('the list of a page', () => {
  it('is asked for once, with the page’s own filters and nothing else', async () => {
    const { handlers, fetch, world } = desk();
    const first = await handlers.readList(query, tab('/models'));
    expect(first.models.map(({ repo }) => repo)).toEqual(['openai/gpt-oss-20b']);
    await handlers.readList(query, tab('/models'));
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'https://huggingface.co/api/models?search=gpt+%26+co&filter=en&filter=license%3Amit&sort=downloads&limit=60&expand%5B%5D=evalResults',
    ]);
    world.time += 3 * 60_000;
    await handlers.readList(query, tab('/models'));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('is not asked for where the reader wants no chips, nor far down a list', async () => {
    const { handlers, fetch } = desk();
    expect((await handlers.readList({ ...query, page: 40 }, tab('/models'))).models).toEqual([]);
    await handlers.hideChips(undefined, tab('/models'));
    expect(await handlers.readList(query, tab('/models'))).toEqual({ models: [], pins: [] });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('that could not be read is asked for again', async () => {
    const { handlers, fetch } = desk();
    fetch.mockImplementationOnce(async () => new Response('{}', { status: 404 }));
    await expect(handlers.readList(query, tab('/models'))).rejects.toThrow();
    expect((await handlers.readList(query, tab('/models'))).models).toHaveLength(1);
  });
});

describe('pins', () => {
  it('are those of models that the tab shows, or lists', async () => {
    const { handlers } = desk();
    await expect(handlers.pin({ repo: 'openai/gpt-oss-20b', pinned: true }, tab('/models'))).rejects.toThrow(
      /does not show/,
    );
    await handlers.readList(query, tab('/models'));
    expect(await handlers.pin({ repo: 'openai/gpt-oss-20b', pinned: true }, tab('/models'))).toEqual([
      'openai/gpt-oss-20b',
    ]);
    expect(
      await handlers.pin({ repo: 'zai-org/GLM-5.3-Flash', pinned: true }, tab('/zai-org/GLM-5.3-Flash', 2)),
    ).toHaveLength(2);
    await expect(handlers.pin({ repo: 'a/other', pinned: true }, tab('/zai-org/GLM-5.3-Flash', 2))).rejects.toThrow();
    expect(await handlers.pin({ repo: 'a/other', pinned: true }, page)).toHaveLength(3);
  });

  it('may be those of a board, on the page of its dataset only', async () => {
    const { handlers } = desk();
    const change = { repo: 'a/one', pinned: true, dataset: 'cais/hle' };
    expect(await handlers.pin(change, tab('/datasets/cais/hle?leaderboard_task_id=hle'))).toEqual(['a/one']);
    await expect(handlers.pin(change, tab('/datasets/openai/gsm8k'))).rejects.toThrow(/does not show/);
    await expect(handlers.pin(change, tab('/cais/hle'))).rejects.toThrow(/does not show/);
  });

  it('are opened side by side, the model of the page first', async () => {
    const { handlers } = desk();
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await handlers.writePins(['a/one', 'b/two'], page);
    await handlers.openCompare({ repo: 'c/three' }, tab('/c/three'));
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/compare\.html\?models=c%2Fthree%2Ca%2Fone%2Cb%2Ftwo$/);
  });
});
