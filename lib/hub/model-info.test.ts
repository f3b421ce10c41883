import { describe, expect, it } from 'vitest';
import { createHub } from './hub.ts';
import { readModelInfo } from './model-info.ts';

const signal = new AbortController().signal;

function answering(...answers: unknown[]) {
  const asked: string[] = [];
  const hub = createHub({
    base: 'https://huggingface.co',
    fetch: async (url) => {
      asked.push(String(url));
      const answer = answers[asked.length - 1];
      return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
    credentials: 'omit',
    now: Date.now,
  });
  return { hub, asked };
}

// The fields and their values: https://huggingface.co/api/models/Qwen/Qwen3.5-9B, recorded 2026-10-01.
const qwen = {
  _id: '69a194f2d29af86e5f085743',
  id: 'Qwen/Qwen3.5-9B',
  baseModels: { relation: 'finetune', models: [{ _id: '69a072ba6af161bf9190e6ef', id: 'Qwen/Qwen3.5-9B-Base' }] },
  gated: false,
  private: false,
  disabled: false,
  sha: 'c202236235762e1c871ad0ccb60c8ee5ba337b9a',
  tags: ['transformers', 'eval-results'],
  lastModified: '2026-09-01T00:00:00.000Z',
};

describe('readModelInfo', () => {
  it('reads the facts; no `evalResults` is an empty list', async () => {
    const info = await readModelInfo(answering(qwen).hub, 'Qwen/Qwen3.5-9B', { signal });
    expect(info).toEqual({
      facts: {
        id: 'Qwen/Qwen3.5-9B',
        gated: false,
        private: false,
        disabled: false,
        sha: 'c202236235762e1c871ad0ccb60c8ee5ba337b9a',
        tags: ['transformers', 'eval-results'],
        baseModels: ['Qwen/Qwen3.5-9B-Base'],
        lastModified: '2026-09-01T00:00:00.000Z',
      },
      evalResults: [],
    });
  });

  it('keeps the items as they are, whatever they are', async () => {
    const evalResults = [{ filename: '.eval_results/x.yaml', error: '✖ …' }, null, 7];
    const info = await readModelInfo(answering({ ...qwen, evalResults }).hub, 'Qwen/Qwen3.5-9B', { signal });
    expect(info.evalResults).toEqual(evalResults);
  });

  it('loses nothing to one odd field, and takes what it cannot read for private', async () => {
    const odd = {
      ...qwen,
      gated: 'perhaps',
      private: 'yes',
      tags: ['a', 1],
      sha: 7,
      baseModels: 'x',
      lastModified: null,
    };
    const { facts } = await readModelInfo(answering({ ...odd, unheardOf: {} }).hub, 'Qwen/Qwen3.5-9B', { signal });
    expect(facts).toEqual({
      id: 'Qwen/Qwen3.5-9B',
      gated: 'manual',
      private: true,
      disabled: false,
      tags: ['a'],
      baseModels: [],
    });
  });

  it('asks again once, whatever the Hub calls it then', async () => {
    const [a, b] = ['a/a', 'b/b'].map((name) => ({ id: name, siblings: [] }));
    const { hub, asked } = answering(a, b, a, b);
    expect((await readModelInfo(hub, 'c', { signal })).facts.id).toBe('b/b');
    expect(asked).toHaveLength(2);
  });

  it('does not take a text for a name that can be none', async () => {
    for (const name of ['a/b/c', '../settings', 'a/b"><img src=x>', '', 'x'.repeat(500)])
      await expect(readModelInfo(answering({ ...qwen, id: name }).hub, 'a/b', { signal })).rejects.toMatchObject({
        reason: 'unexpected',
      });
  });

  it('learns the real name of a legacy id, and asks again when the redirect has lost the question', async () => {
    const bare = { id: 'openai-community/gpt2', siblings: [{ rfilename: 'config.json' }] };
    const { hub, asked } = answering(bare, { ...qwen, id: 'openai-community/gpt2' });
    const info = await readModelInfo(hub, 'gpt2', { signal });
    expect(info.facts.id).toBe('openai-community/gpt2');
    expect(asked.map((url) => new URL(url).pathname)).toEqual([
      '/api/models/gpt2',
      '/api/models/openai-community/gpt2',
    ]);
  });

  it.each([
    ['no JSON', '<!doctype html>', /not JSON/],
    ['half of it', '{"id": "Qwen/Qw', /not JSON/],
    ['a list', '[]', /expected object/],
    ['no id', '{}', /id/],
    ['evalResults that are no list', { ...qwen, evalResults: {} }, /evalResults is not a list/],
  ])('is unexpected: %s', async (_, answer, detail) => {
    await expect(readModelInfo(answering(answer).hub, 'Qwen/Qwen3.5-9B', { signal })).rejects.toMatchObject({
      reason: 'unexpected',
      detail: expect.stringMatching(detail),
    });
  });
});
