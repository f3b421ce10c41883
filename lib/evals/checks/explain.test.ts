import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { explain } from './explain.ts';
import { judgeGroup } from './index.ts';

// openai/gpt-oss-20b on GPQA Diamond, pull requests 233, 235, 237 and the number of EvalEval in 256.
const scores = [
  aScore({ value: '71.5', notes: 'Reasoning: high', path: '.eval_results/gpqa_diamond_high.yaml' }),
  aScore({ value: '56.8', notes: 'Reasoning: low', path: '.eval_results/gpqa_diamond_low.yaml' }),
  aScore({ value: '66', notes: 'Reasoning: medium' }),
  aScore({ value: '58.5858585859', notes: 'GPQA Diamond' }),
];
const repo = 'openai/gpt-oss-20b';
const verdict = judgeGroup(scores, { repo }).find(({ a, b }) => a === scores[0]!.id && b === scores[1]!.id)!;
const explanation = explain(scores, verdict, { repo })!;

describe('the explanation of a verdict', () => {
  it('asks the reader’s question and ranks the causes, the verdict first', () => {
    expect(words(explanation.question)).toBe('Why do 71.5 and 56.8 differ?');
    expect(explanation.causes.map(({ code }) => code)).toEqual([verdict.code, ...verdict.secondary]);
    expect(words(explanation.causes[0]!.message)).toBe(words(verdict.message));
  });

  it('proves each setup by its words and their place', () => {
    expect(explanation.causes[0]!.proofs).toMatchObject([
      {
        score: scores[0]!.id,
        quote: 'Reasoning: high',
        from: 'notes',
        origin: { path: '.eval_results/gpqa_diamond_high.yaml' },
      },
      { score: scores[1]!.id, quote: 'Reasoning: low', from: 'notes' },
    ]);
  });

  it('gives the formula with its numbers, and n with its source and date', () => {
    const { noise } = explanation;
    expect(noise).toMatchObject({
      n: 198,
      of: 'questions',
      source: 'https://huggingface.co/datasets/Idavidrein/gpqa',
      date: '2026-09',
      about: false,
    });
    expect(noise!.z).toBeCloseTo(verdict.z!, 12);
    expect(noise!.formula).toBe(
      `z = |71.5 − 56.8| / √(64.15·35.85/198 · (1/${noise!.runs[0]} + 1/${noise!.runs[1]})) = ${Number(noise!.z.toFixed(2))}`,
    );
  });

  it('puts every value of the group on the line, with Wilson’s interval', () => {
    expect(explanation.dots.map(({ valueText, asked }) => `${valueText}${asked ? ' *' : ''}`)).toEqual([
      '56.8 *',
      '58.5858585859',
      '66',
      '71.5 *',
    ]);
    // scipy 1.17.1: binomtest(116, 198).proportion_ci(method='wilson') for 58.5858…
    const [low, high] = explanation.dots[1]!.interval!;
    expect(low).toBeCloseTo(51.62, 1);
    expect(high).toBeCloseTo(65.22, 1);
  });

  it('tells formula 5 where the questions differ, and the benchmark’s caveats', () => {
    const hle = [
      aScore({ ...on.hle, value: '30.1', notes: 'no tools, full set' }),
      aScore({ ...on.hle, value: '31.5', notes: 'no tools, text only' }),
    ];
    const found = explain(hle, { a: hle[0]!.id, b: hle[1]!.id })!;
    expect(found.noise!.formula).toContain('30.1·69.9/2500 + 31.5·68.5/2150');
    expect(found.caveats.map(({ message }) => words(message)).join()).toContain('answer keys');
  });

  it('has no account of noise, but words, where n is unknown', () => {
    const pair = [aScore({ ...on.unknown, value: '72.1' }), aScore({ ...on.unknown, value: '60.3' })];
    const found = explain(pair, { a: pair[0]!.id, b: pair[1]!.id })!;
    expect(found).toMatchObject({ noise: null, causes: [{ code: 'D0' }] });
    expect(found.dots.every(({ interval }) => interval === null)).toBe(true);
    expect(explain(pair, { a: 'gone', b: pair[0]!.id })).toBeUndefined();
  });
});
