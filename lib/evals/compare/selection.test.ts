import { describe, expect, it } from 'vitest';
import { modelIdOf, moved, readSelection } from './selection.ts';

describe('the id that a reader types or pastes', () => {
  it.each([
    ['openai/gpt-oss-20b', 'openai/gpt-oss-20b'],
    ['  gpt2 ', 'gpt2'],
    ['https://huggingface.co/openai/gpt-oss-20b/tree/main?x=1#y', 'openai/gpt-oss-20b'],
    ['huggingface.co/zai-org/GLM-5.3-Flash', 'zai-org/GLM-5.3-Flash'],
    ['https://hf.co/LiquidAI/LFM2.5-8B-A1B', 'LiquidAI/LFM2.5-8B-A1B'],
  ])('%s', (text, id) => expect(modelIdOf(text)).toBe(id));

  it.each([
    '',
    'a/b/c',
    '../etc',
    'a/..',
    'no spaces/here',
    'https://example.org/openai/gpt-oss-20b',
    'https://huggingface.co/datasets/cais/hle',
    'javascript:alert(1)',
  ])('is not %j', (text) => expect(modelIdOf(text)).toBeUndefined());
});

describe('the selection of a link', () => {
  it('leaves out what is no model, and doubles whatever their case', () => {
    expect(readSelection('a/x, b/y,A/X,,<b>,c/z')).toEqual(['a/x', 'b/y', 'c/z']);
    expect(readSelection(null)).toBeUndefined();
    expect(readSelection('')).toEqual([]);
  });

  it('is put into another order one place at a time, and stays at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
