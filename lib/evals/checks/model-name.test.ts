import { describe, expect, it } from 'vitest';
import { modelOfLink, namesDisagree } from './model-name.ts';

describe('whether two names mean one model', () => {
  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 'Llama 3.1 8B Instruct'],
    ['meta-llama/Meta-Llama-3-8B-Instruct', 'llama 3 8b instruct'],
    ['Qwen/Qwen3-235B-A22B', 'Qwen3-A22B'],
    ['meituan-longcat/LongCat-Flash-Chat', 'LongCat-Flash'],
    ['nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', 'Nemotron-3-Nano-30B-A3B'],
    ['meta-llama/Llama-3.1-405B', '405B INSTRUCT'],
  ])('%s and %s do', (a, b) => expect(namesDisagree(a, b)).toBeUndefined());

  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-70B-Instruct'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3-8B-Instruct'],
    ['Qwen/Qwen3-4B-Instruct-2507', 'Qwen/Qwen3-4B-Thinking-2507'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-V3-0324'],
    ['google/gemma-4-12B-it', 'Vedika-advanced-AI/Vedika-4.1-flash'],
    ['org/Model-7B-Base', 'org/Model-7B-Instruct'],
  ])('%s and %s do not', (a, b) => expect(namesDisagree(a, b)).toBe('model'));

  it('tells another precision from another model', () => {
    expect(namesDisagree('Qwen/Qwen3-30B-A3B', 'Qwen/Qwen3-30B-A3B-FP8')).toBe('precision');
    expect(namesDisagree('a/Model-8B-AWQ', 'a/Model-8B-GGUF')).toBe('precision');
  });
});

describe('the model that a link leads to', () => {
  it.each([
    ['https://huggingface.co/google/gemma-4-12B-it/discussions/3', 'google/gemma-4-12B-it'],
    ['https://huggingface.co/openai/gpt-oss-20b', 'openai/gpt-oss-20b'],
    ['https://huggingface.co/datasets/cais/hle', undefined],
    ['https://huggingface.co/papers/2506.03197', undefined],
    ['https://github.com/org/name', undefined],
    ['javascript:alert(1)//huggingface.co/a/b', undefined],
  ])('%s', (link, model) => expect(modelOfLink(link)).toBe(model));
});
