import { describe, expect, it } from 'vitest';
import { matchName, namingOf } from './match-name.ts';

const relation = (name: string, repo: string) => matchName(name, namingOf(repo)).relation;

describe('a name in a table', () => {
  it.each([
    ['MiniMax-M1-80K', 'MiniMaxAI/MiniMax-M1-80k'],
    ['K2 Thinking', 'moonshotai/Kimi-K2-Thinking'],
    ['Kimi K2.5 (Thinking)', 'moonshotai/Kimi-K2.5'],
    ['Llama 3.1 8B Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['Llama 3 8B', 'meta-llama/Meta-Llama-3-8B-Instruct'],
    ['LongCat-Flash', 'meituan-longcat/LongCat-Flash-Chat'],
    ['DeepSeek V3.1-NonThinking', 'deepseek-ai/DeepSeek-V3.1'],
    ['DeepSeek V3.1-Thinking', 'deepseek-ai/DeepSeek-V3.1'],
    ['Gemma 4  E2B', 'google/gemma-4-E2B-it'],
    ['Phi-3-Mini-4K-In', 'microsoft/Phi-3-mini-4k-instruct'],
    ['Qwen3-235B-A22B-Instruct-2507', 'Qwen/Qwen3-235B-A22B-Instruct-2507-FP8'],
    ['phi-4 (14B)', 'microsoft/phi-4'],
    ['Mistral Small 3.2 24B Instruct', 'mistralai/Mistral-Small-3.2-24B-Instruct-2506'],
    ['MiMo-V2 Flash', 'XiaomiMiMo/MiMo-V2-Flash'],
    ['CWM + tts', 'facebook/cwm'],
  ])('%s is %s', (name, repo) => expect(relation(name, repo)).toBe('same'));

  it.each([
    ['MiniMax-M1-40K', 'MiniMaxAI/MiniMax-M1-80k'],
    ['MiniMax-M2', 'MiniMaxAI/MiniMax-M2.1'],
    ['K2 0905 (Thinking)', 'moonshotai/Kimi-K2-Thinking'],
    ['Llama 3.1 70B Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['Llama 3 8B Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['Llama-3.1-8B-Base', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['DeepSeek R1', 'deepseek-ai/DeepSeek-V3'],
    ['DeepSeek-R1-Distill-Qwen-7B', 'deepseek-ai/DeepSeek-R1'],
    ['DeepSeek V3 0324', 'deepseek-ai/DeepSeek-V3'],
    ['MiMo-7B-RL-Zero', 'XiaomiMiMo/MiMo-7B-RL'],
    ['MiMo-7B-SFT', 'XiaomiMiMo/MiMo-7B-RL'],
    ['Qwen3-4B Thinking', 'Qwen/Qwen3-4B-Instruct-2507'],
    ['Nemotron-3-Nano-30B-A3B-FP8', 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16'],
    ['BF16', 'Qwen/Qwen3-30B-A3B-Instruct-2507-FP8'],
    ['GPT-5 (High)', 'moonshotai/Kimi-K2-Thinking'],
    ['Mistral 7B Instruct', 'mistralai/Mistral-7B-v0.1'],
  ])('%s is not %s', (name, repo) => expect(relation(name, repo)).toBe('other'));

  it.each([
    ['Qwen3-4B Non-Thinking', 'Qwen/Qwen3-4B-Instruct-2507'],
    ['Mistral 7B', 'mistralai/Mistral-7B-v0.1'],
    ['DeepSeek R1', 'deepseek-ai/DeepSeek-R1-0528'],
    ['SmolLM2', 'HuggingFaceTB/SmolLM2-360M'],
    ['4B', 'google/gemma-3n-E4B-it'],
  ])('%s may or may not be %s', (name, repo) => expect(relation(name, repo)).toBe('part'));

  it.each(['Score', 'Accuracy (%)', '', 'Our model', 'Pass@1'])('%s names no model', (name) =>
    expect(relation(name, 'Qwen/Qwen3-4B')).toBe('none'),
  );

  it('keeps the setup that stands with the name', () => {
    const match = (name: string, repo: string) => matchName(name, namingOf(repo)).settings;
    expect(match('Kimi K2.5 (Thinking)', 'moonshotai/Kimi-K2.5')).toEqual(['thinking']);
    expect(match('CWM + tts', 'facebook/cwm')).toEqual(['tts']);
    expect(match('gpt-oss-20B (high)', 'openai/gpt-oss-20b')).toEqual(['high']);
    expect(match('K2 Thinking', 'moonshotai/Kimi-K2-Thinking')).toEqual([]);
  });

  it('says which of two leaves out less', () => {
    const own = namingOf('Qwen/Qwen3-4B-Instruct-2507');
    expect(matchName('Qwen3-4B-Instruct-2507', own).missing).toBeLessThan(matchName('Qwen3-4B', own).missing);
  });
});
