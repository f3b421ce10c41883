import { describe, expect, it } from 'vitest';
import { aScore } from '../../test/fixtures/scores.ts';
import { createHub } from '../hub/hub.ts';
import { checkSource } from './check-source.ts';

const base = 'https://huggingface.co';

/** Looks at a source on a Hub that has these files, and notes what it was asked. */
async function look(url: string | undefined, files: Record<string, string | number> = {}) {
  const asked: string[] = [];
  const hub = createHub({
    base,
    credentials: 'omit',
    now: () => 0,
    sleep: async () => undefined,
    fetch: async (input) => {
      const path = String(input).slice(base.length);
      asked.push(path);
      const file = files[path] ?? 404;
      return typeof file === 'string' ? new Response(file) : new Response('{}', { status: file });
    },
  });
  const { source: _, ...score } = aScore({ value: '79.9' });
  const answer = await checkSource(hub, {
    repo: 'openai/gpt-oss-120b',
    score: url === undefined ? score : { ...score, source: { url } },
    signal: new AbortController().signal,
  });
  return { answer, asked };
}

describe('looking at a source', () => {
  it.each<[string, string, 'README.md' | 'json' | 'csv']>([
    ['https://huggingface.co/org/other', '/org/other/resolve/main/README.md', 'README.md'],
    ['http://hf.co/org/other/?library=x#y', '/org/other/resolve/main/README.md', 'README.md'],
    [
      'https://huggingface.co/org/other/blob/refs%2Fpr%2F3/README.md',
      '/org/other/resolve/refs%2Fpr%2F3/README.md',
      'README.md',
    ],
    [
      'https://huggingface.co/datasets/org/runs/blob/main/a/gpqa.json',
      '/datasets/org/runs/resolve/main/a/gpqa.json',
      'json',
    ],
    [
      'https://huggingface.co/datasets/org/runs/resolve/abc/x%20y.csv',
      '/datasets/org/runs/resolve/abc/x%20y.csv',
      'csv',
    ],
    ['https://huggingface.co/datasets/org/runs', '/datasets/org/runs/resolve/main/README.md', 'README.md'],
  ])('%s is %s', async (url, path) => {
    const { answer, asked } = await look(url, { [path]: 'GPQA Diamond: 79.9' });
    expect(asked).toEqual([path]);
    expect(answer).toEqual({ kind: 'mentions', quote: 'GPQA Diamond: 79.9', line: 1 });
  });

  it.each([
    [undefined, 'panelNoSource'],
    ['not a link', 'sourceNoLink'],
    ['https://huggingface.co/%E0%A4%A', 'sourceNoLink'],
    ['javascript:alert(1)', 'sourceElsewhere'],
    ['https://arxiv.org/abs/2508.10925', 'sourceElsewhere'],
    ['https://huggingface.co.example.org/a/b', 'sourceElsewhere'],
    ['https://huggingface.co@example.org/a/b', 'sourceElsewhere'],
    ['https://huggingface.co/', 'sourceNoFile'],
    ['https://huggingface.co/papers/2508.10925', 'sourceNoFile'],
    ['https://huggingface.co/spaces/org/board', 'sourceNoFile'],
    ['https://huggingface.co/org/other/discussions/3', 'sourceNoFile'],
    ['https://huggingface.co/org/other/blob/main/model.safetensors', 'sourceNoText'],
    ['https://huggingface.co/datasets/org/runs/blob/main/a.parquet', 'sourceNoText'],
  ])('%s is not asked for: %s', async (url, key) => {
    const { answer, asked } = await look(url);
    expect(asked).toEqual([]);
    expect(answer).toMatchObject({ kind: 'unread', why: { key } });
  });

  it('says why a file could not be had', async () => {
    const url = 'https://huggingface.co/org/other';
    expect((await look(url)).answer).toMatchObject({ kind: 'unread', why: { key: expect.stringMatching(/^gap/) } });
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 79';
    const { answer } = await look(url, { '/org/other/resolve/main/README.md': pointer });
    expect(answer).toMatchObject({ kind: 'unread', why: { key: 'sourceNoText' } });
  });

  it('never leaves the repository, whatever the link says', async () => {
    const { asked } = await look('https://huggingface.co/org/other/blob/main/%2e%2e/%2e%2e/api/whoami-v2.json');
    expect(asked).toEqual([]);
  });
});
