// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEADER_LIMIT, modelHeaderText, readModelHeader } from './model-header.ts';

const corpus = process.env.CORPUS_DIR ?? join(import.meta.dirname, '../../../shared');
const recorded = join(corpus, 'hub-samples/pages/model-header.Qwen3-Coder-30B-A3B-Instruct.props.json');

// The fields and figures of https://huggingface.co/Qwen/Qwen3-Coder-30B-A3B-Instruct, August 2025, that are read.
const qwen = {
  activeTab: 'files',
  model: { id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct', discussionsDisabled: false, gated: false, private: false },
  discussionsStats: { closed: 3, open: 13, total: 16 },
};
const facts = {
  repo: 'Qwen/Qwen3-Coder-30B-A3B-Instruct',
  openDiscussions: 13,
  discussionsDisabled: false,
  gated: false,
  private: false,
};

const withModel = (change: object) => JSON.stringify({ ...qwen, model: { ...qwen.model, ...change } });

describe('readModelHeader', () => {
  it('reads id, discussions and access', () => expect(readModelHeader(JSON.stringify(qwen))).toEqual(facts));

  it.skipIf(!existsSync(recorded))('reads the recorded props of that page the same', () => {
    expect(readModelHeader(readFileSync(recorded, 'utf8'))).toEqual(facts);
  });

  it('takes "manual" and "auto" for gated', () => {
    expect(readModelHeader(withModel({ gated: 'manual' }))?.gated).toBe(true);
    expect(readModelHeader(withModel({ gated: 'auto' }))?.gated).toBe(true);
  });

  it('leaves out what has another type, and keeps the rest', () => {
    const text = JSON.stringify({
      model: { id: 'a/b', gated: 7, private: 'yes', discussionsDisabled: null },
      discussionsStats: { open: -1 },
    });
    expect(readModelHeader(text)).toEqual({ repo: 'a/b' });
    expect(readModelHeader(JSON.stringify({ model: { id: 'a/b' }, discussionsStats: { open: '3' } }))).toEqual({
      repo: 'a/b',
    });
  });

  it.each([
    ['no JSON', '{"model":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1]'],
    ['no model', '{}'],
    ['an id that is no id', withModel({ id: '../../settings' })],
    ['an id with markup', withModel({ id: '<img src=x>/b' })],
    ['an id that is no text', withModel({ id: { toString: 'a/b' } })],
    ['props in the prototype', '{"__proto__":{"model":{"id":"a/b"}}}'],
    ['deep nesting', `${'['.repeat(200_000)}`],
    ['more than the limit', withModel({ padding: 'x'.repeat(HEADER_LIMIT) })],
  ])('has no facts from %s', (_, text) => expect(readModelHeader(text)).toBeUndefined());

  it('has no facts from a page without a header', () => expect(readModelHeader(undefined)).toBeUndefined());
});

describe('modelHeaderText', () => {
  it('takes the attribute of the island', () => {
    const island = document.createElement('div');
    island.dataset.target = 'ModelHeader';
    island.dataset.props = '{"a":"<&>"}';
    document.body.append(island);
    expect(modelHeaderText(document)).toBe('{"a":"<&>"}');
    island.removeAttribute('data-props');
    expect(modelHeaderText(document)).toBeUndefined();
    island.remove();
    expect(modelHeaderText(document)).toBeUndefined();
  });
});
