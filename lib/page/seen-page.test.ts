import { describe, expect, it } from 'vitest';
import { seenPage } from './seen-page.ts';

const hub = 'https://huggingface.co';
const gpt2 = { repo: 'openai-community/gpt2', openDiscussions: 7 };

describe('seenPage', () => {
  it('is the address alone without facts', () => {
    expect(seenPage(`${hub}/openai/gpt-oss-20b`)).toEqual({ kind: 'model', repo: 'openai/gpt-oss-20b', tab: 'card' });
    expect(seenPage(`${hub}/gpt2`)).toEqual({ kind: 'organization' });
  });

  it("takes a legacy id's page for a model when its header says so", () => {
    expect(seenPage(`${hub}/gpt2`, gpt2)).toEqual({ kind: 'model', repo: gpt2.repo, tab: 'card', facts: gpt2 });
    expect(seenPage(`${hub}/gpt2`, gpt2, true).repo).toBe(gpt2.repo);
    expect(seenPage(`${hub}/gpt2/tree/main`, gpt2)).toMatchObject({ repo: gpt2.repo, tab: 'files' });
  });

  it("takes the header's spelling", () => {
    expect(seenPage(`${hub}/OpenAI/GPT-OSS-20b`, { repo: 'openai/gpt-oss-20b' }).repo).toBe('openai/gpt-oss-20b');
    expect(seenPage(`${hub}/OpenAI/GPT-OSS-20b`, { repo: 'openai/gpt-oss-20b' }, true).repo).toBe('openai/gpt-oss-20b');
  });

  it('believes the header of an organization whose name we took for a page of the Hub', () => {
    const facts = { repo: 'learn/some-model' };
    expect(seenPage(`${hub}/learn/some-model/discussions/3`, facts)).toMatchObject({
      kind: 'model',
      repo: facts.repo,
      tab: 'community',
    });
  });

  it('does not believe the header of the page before', () => {
    expect(seenPage(`${hub}/Qwen/Qwen3.5-9B`, gpt2, true)).toEqual(seenPage(`${hub}/Qwen/Qwen3.5-9B`));
    expect(seenPage(`${hub}/openai`, gpt2, true)).toEqual({ kind: 'organization' });
    expect(seenPage(`${hub}/`, gpt2, true)).toEqual({ kind: 'other' });
  });

  it('leaves datasets, spaces and lists alone', () => {
    for (const path of ['/datasets/cais/hle', '/spaces/a/b', '/models'])
      expect(seenPage(hub + path, gpt2)).toEqual(seenPage(hub + path));
  });
});
