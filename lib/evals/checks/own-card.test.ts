import { describe, expect, it } from 'vitest';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import type { OtherFigure, Score } from '../score.ts';
import { leadsToCard } from './card-word.ts';
import { explain } from './explain.ts';
import { judgeGroup } from './index.ts';
import type { PageFacts } from './page-facts.ts';

const repo = 'Qwen/Qwen3-4B-Instruct-2507';
const source = { url: `https://huggingface.co/${repo}`, name: 'Model Card' };
const page: PageFacts = {
  at: Date.parse('2026-01-10'),
  lastModified: undefined,
  baseModels: [],
  opened: new Map(),
  cardIsWhole: true,
  doubtful: [],
  unclear: [],
};
const figure = (name: string, valueText: string): OtherFigure => ({ name, value: Number(valueText), valueText });

function onCard(row: string, value: string, beside: OtherFigure[], where: object = on.mmluPro): Score {
  const score = aCardScore({ ...where, value, row });
  const [origin] = score.origins;
  const cell = { ...origin!.cell!, row, column: 'Qwen3-4B-Instruct-2507', beside };
  return { ...score, origins: [{ ...origin!, cell }] };
}

// The card's table, as on 2025-08-06: MMLU-Pro 62.8 | 69.1 | 58.0 | 69.6, GPQA 50.3 | 54.8 | 41.7 | 62.0.
const mmluPro = () =>
  onCard('MMLU-Pro', '69.6', [figure('GPT-4.1-nano', '62.8'), figure('Qwen3-30B-A3B Non-Thinking', '69.1')]);
const gpqa = {
  dataset: on.gpqa.dataset,
  row: 'GPQA',
  column: 'Qwen3-4B-Instruct-2507',
  ...{ value: 62, valueText: '62.0' },
  beside: [figure('GPT-4.1-nano', '50.3'), figure('Qwen3-30B-A3B Non-Thinking', '54.8')],
};

describe('a file that names this model’s card', () => {
  it('agrees with the card that states its number, and nothing more is said', () => {
    const verdicts = judgeGroup([aScore({ ...on.mmluPro, value: '69.6', source }), mmluPro()], { repo, page });
    expect(verdicts).toMatchObject([{ code: 'R1', severity: 'none', secondary: [] }]);
  });

  it('is asked about a number of the neighbouring column', () => {
    const [verdict, ...more] = judgeGroup([aScore({ ...on.mmluPro, value: '69.1', source }), mmluPro()], {
      repo,
      page,
    });
    expect(verdict).toMatchObject({ code: 'I1', severity: 'warning', comparable: false, secondary: ['P2', 'N0'] });
    expect(words(verdict!.message)).toBe(
      '69.1 stands in the card’s column of another model, Qwen3-30B-A3B Non-Thinking; the column of this one, Qwen3-4B-Instruct-2507, gives 69.6 (row “MMLU-Pro”)',
    );
    expect(more).toEqual([]);
  });

  it('is asked about it too where the row leaves open which part of the benchmark it means: 54.8 for 62.0', () => {
    const [verdict] = judgeGroup([aScore({ value: '54.8', source })], { repo, page: { ...page, doubtful: [gpqa] } });
    expect(verdict).toMatchObject({ code: 'P2', severity: 'warning' });
    expect(words(verdict!.message)).toContain('gives 62.0 (row “GPQA”)');
    expect(judgeGroup([aScore({ value: '62.0', source })], { repo, page: { ...page, doubtful: [gpqa] } })).toEqual([]);
    expect(judgeGroup([aScore({ value: '62', source })], { repo, page: { ...page, doubtful: [gpqa] } })).toEqual([]);
  });

  it('is asked about a number that the card does not state, as loudly as the gap is wide', () => {
    const judged = (value: string) =>
      judgeGroup([aScore({ ...on.mmluPro, value, source }), mmluPro()], { repo, page })[0];
    expect(judged('75.2')).toMatchObject({ code: 'P2', severity: 'warning', secondary: ['N2'] });
    expect(judged('69.9')).toMatchObject({ code: 'P2', severity: 'notice', secondary: ['N0'] });
    expect(words(judged('75.2')!.message)).toBe(
      'The source of 75.2 is this model’s card, and the card gives 69.6 (row “MMLU-Pro”, column “Qwen3-4B-Instruct-2507”)',
    );
  });

  it('is held to the number of its own setup alone', () => {
    const withTools = onCard('HLE (with tools)', '17.3', [], on.hle);
    const without = onCard('HLE (no tools)', '10.9', [], on.hle);
    const file = aScore({ ...on.hle, value: '10.9', notes: 'no tools', source });
    const verdicts = judgeGroup([file, withTools, without], { repo, page });
    expect(verdicts.flatMap(({ code, secondary }) => [code, ...secondary])).not.toContain('P2');
    const other = aScore({ ...on.hle, value: '12.5', notes: 'no tools', source });
    const codes = judgeGroup([other, withTools, without], { repo, page }).map(({ a, b, code }) => [a, b, code]);
    expect(codes).toContainEqual([other.id, without.id, 'P2']);
    expect(codes).not.toContainEqual([other.id, withTools.id, 'P2']);
  });

  it('is not told that the card says something else where a row that was not understood may state it', () => {
    const unclear = ['CWM / CWM + tts | 53.9 / 65.8'];
    const judged = (value: string) =>
      judgeGroup([aScore({ ...on.mmluPro, value, source }), mmluPro()], { repo, page: { ...page, unclear } })[0];
    expect(judged('65.8')?.code).toBe('N2');
    expect(judged('65.1')?.code).toBe('P2');
    const silent = (unclear: string[], more = {}) =>
      judgeGroup([aScore({ ...on.mmluPro, value: '52.1', source, ...more })], { repo, page: { ...page, unclear } });
    expect(silent([])).toMatchObject([{ code: 'P2', severity: 'notice' }]);
    expect(silent(['| MMLU-Pro | 52.10% |'])).toEqual([]);
    const [beside] = judgeGroup([aScore({ ...on.mmluPro, value: '69.1', source }), mmluPro()], {
      repo,
      page: { ...page, unclear: ['MMLU-Pro, with tools | 69.1'] },
    });
    expect(beside).toMatchObject({ code: 'N0', comparable: true });
    // Of a benchmark that no name is known of nothing can be said.
    expect(silent([], { dataset: 'someone/their-bench', task: 'default' })).toEqual([]);
  });

  it('may read a fraction as percents: that is a question of scale, not of the source', () => {
    const [verdict] = judgeGroup([aScore({ ...on.mmluPro, value: '0.696', source }), mmluPro()], { repo, page });
    expect(verdict).toMatchObject({ code: 'S4' });
    expect(verdict?.secondary).not.toContain('P2');
  });

  it('hears that no table speaks of the benchmark once all of the card was read', () => {
    const file = aScore({ ...on.gsm8k, value: '88.1', source });
    expect(judgeGroup([file], { repo, page })).toMatchObject([
      { code: 'P2', severity: 'notice', message: { key: 'verdictCardSilent', args: ['88.1', 'GSM8K'] } },
    ]);
    expect(judgeGroup([file], { repo, page: { ...page, cardIsWhole: false } })).toEqual([]);
    const elsewhere = { url: 'https://arxiv.org/abs/2505.09388' };
    expect(judgeGroup([aScore({ ...on.gsm8k, value: '88.1', source: elsewhere })], { repo, page })).toEqual([]);
  });

  it('is explained as it was judged', () => {
    const scores = [aScore({ ...on.mmluPro, value: '69.1', source }), mmluPro()];
    const [verdict] = judgeGroup(scores, { repo, page });
    expect(explain(scores, verdict!, { repo, page })?.causes.map(({ code }) => code)).toEqual(['I1', 'P2', 'N0']);
  });
});

it.each<[string, boolean]>([
  ['https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507', true],
  ['https://huggingface.co/qwen/qwen3-4b-instruct-2507/', true],
  ['http://www.hf.co/Qwen/Qwen3-4B-Instruct-2507?library=transformers#performance', true],
  ['https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507/blob/main/README.md#x', true],
  ['https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507/tree/main', true],
  ['https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507/discussions/3', false],
  ['https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507/blob/main/eval.json', false],
  ['https://huggingface.co/Qwen/Qwen3-4B', false],
  ['https://huggingface.co.example.org/Qwen/Qwen3-4B-Instruct-2507', false],
  ['', false],
])('%s leads to the card: %s', (link, leads) => expect(leadsToCard(link, repo)).toBe(leads));
