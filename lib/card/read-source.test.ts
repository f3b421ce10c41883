import { describe, expect, it } from 'vitest';
import { findNumber } from './find-number.ts';
import { type Claim, readSource } from './read-source.ts';

// Figures of the card of Qwen/Qwen3-4B-Instruct-2507, as on 2025-08-06; words and shape are ours.
const card = [
  '# Qwen3-4B-Instruct-2507',
  '',
  '| | GPT-4.1-nano | Qwen3-30B-A3B Non-Thinking | Qwen3-4B Non-Thinking | Qwen3-4B-Instruct-2507 |',
  '|---|---|---|---|---|',
  '| MMLU-Pro | 62.8 | 69.1 | 58.0 | **69.6** |',
  '| GPQA | 50.3 | 54.8 | 41.7 | **62.0** |',
  '',
  'On GSM8K it gets 91.4 in our own runs.',
].join('\n');
const qwen = 'Qwen/Qwen3-4B-Instruct-2507';
const claim = (valueText: string, more: Partial<Claim> = {}): Claim => ({
  dataset: 'TIGER-Lab/MMLU-Pro',
  task: 'mmlu_pro',
  value: Number(valueText),
  valueText,
  model: qwen,
  ...more,
});
const inCard = (asked: Claim, text = card) =>
  readSource({ text, path: 'README.md', cardOf: qwen, isCut: false }, asked);

describe('a card that a score names as its source', () => {
  it('states the value, in a row and a column', async () => {
    expect(await inCard(claim('69.6'))).toEqual({
      kind: 'states',
      row: 'MMLU-Pro',
      column: 'Qwen3-4B-Instruct-2507',
      quote: 'MMLU-Pro | 62.8 | 69.1 | 58.0 | 69.6',
      line: 5,
    });
    expect(await inCard(claim('0.696'))).toMatchObject({ kind: 'states' });
    expect(await inCard(claim('70'))).toMatchObject({ kind: 'states' });
  });

  it('gives it to another model, also where the row leaves open which part of the benchmark it means', async () => {
    expect(await inCard(claim('69.1'))).toMatchObject({
      kind: 'beside',
      column: 'Qwen3-30B-A3B Non-Thinking',
      valueText: '69.6',
    });
    expect(await inCard(claim('54.8', { dataset: 'Idavidrein/gpqa', task: 'diamond' }))).toMatchObject({
      kind: 'beside',
      column: 'Qwen3-30B-A3B Non-Thinking',
      valueText: '62.0',
    });
  });

  it('states another value, or only the number, or nothing', async () => {
    expect(await inCard(claim('75.5'))).toMatchObject({ kind: 'other', valueText: '69.6' });
    const gsm8k = { dataset: 'openai/gsm8k', task: 'gsm8k' };
    expect(await inCard(claim('91.4', gsm8k))).toEqual({
      kind: 'mentions',
      quote: 'On GSM8K it gets 91.4 in our own runs.',
      line: 8,
    });
    expect(await inCard(claim('88.8', gsm8k))).toEqual({ kind: 'silent' });
    const cut = await readSource({ text: card, path: 'README.md', cardOf: qwen, isCut: true }, claim('88.8', gsm8k));
    expect(cut).toMatchObject({ kind: 'unread', why: { key: 'sourceCut' } });
  });

  it('of another model has a column for this one, or speaks of its own model alone', async () => {
    const parent = { model: 'Qwen/Qwen3-30B-A3B' };
    expect(await inCard(claim('69.6', { model: 'someone/Medical-4B' }))).toMatchObject({
      kind: 'beside',
      column: 'Qwen3-4B-Instruct-2507',
    });
    expect(await inCard(claim('69.1', { model: 'someone/Medical-4B' }))).toMatchObject({ kind: 'beside' });
    expect(await inCard(claim('69.6', parent))).not.toMatchObject({ kind: 'states' });
    expect(await inCard(claim('62.8', { model: 'openai/GPT-4.1-nano' }))).toMatchObject({ kind: 'states' });
  });
});

describe('any other file', () => {
  const named = (line: string) => line.includes('gpqa');
  it.each<[string, string, string | undefined]>([
    ['{"results":{"gpqa_diamond":{"acc":0.5480,"n":198}}}', '54.8', '"acc":0.5480'],
    ['model,mmlu_pro,gpqa\nours,69.63,54.81', '54.8', 'ours,69.63,54.81'],
    ['a: 54.80000001', '54.8', '54.80000001'],
    ['a: 154.8', '54.8', undefined],
    ['version 54.8.1', '54.8', undefined],
    ['54.8%', '54.8', '54.8%'],
    ['a: 55', '54.8', undefined],
    ['a: 61.7', '62', undefined],
    ['gpqa: 61.7', '62', 'gpqa: 61.7'],
    ['', '1', undefined],
    ['1', 'no number', undefined],
  ])('%s: %s', (text, value, quote) => {
    const found = findNumber(text, value, named);
    if (quote === undefined) expect(found).toBeUndefined();
    else expect(found?.quote).toContain(quote);
  });

  it('is quoted on the line of the benchmark rather than on the first', () => {
    expect(findNumber('lr: 54.8\nb: 1\ngpqa: 54.8', '54.8', named)).toEqual({ quote: 'gpqa: 54.8', line: 3 });
  });

  it('is not searched for long', () => {
    const start = performance.now();
    findNumber('1.5 '.repeat(500_000), '54.8', named);
    findNumber(`${'9'.repeat(2_000_000)}`, '54.8', named);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
