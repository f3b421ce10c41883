import { describe, expect, it } from 'vitest';
import { cardChips } from './card-chips.ts';

type Item = { dataset: string; task: string; value: number; pullRequest?: number; notes?: string };

/** A model as `GET /api/models?…&expand[]=evalResults` lists it. */
const model = (id: string, ...items: Item[]) => ({
  id,
  evalResults: items.map(({ dataset, task, value, pullRequest, notes }, index) => ({
    filename: `.eval_results/r${index}.yaml`,
    verified: false,
    data: { dataset: { id: dataset, task_id: task }, value, date: '2026-04-16', ...(notes && { notes }) },
    ...(pullRequest && { pullRequest }),
  })),
});

const gpqa = { dataset: 'Idavidrein/gpqa', task: 'diamond' };
const hle = { dataset: 'cais/hle', task: 'hle' };
const pro = { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro' };
const gsm = { dataset: 'openai/gsm8k', task: 'gsm8k' };
const own = { dataset: 'sapbot/ask-my-agent-bench-2', task: 'fallback' };

describe('the chips of a list', () => {
  it('are the benchmarks that the Hub ranks, those first that most models of the list report', () => {
    const cards = cardChips(
      [
        model(
          'a/one',
          { ...own, value: 72.1 },
          { ...hle, value: 26.5 },
          { ...gsm, value: 90 },
          { ...pro, value: 85.2 },
        ),
        model('b/two', { ...pro, value: 73.6 }, { ...hle, value: 10.9 }),
        model('c/three', { ...pro, value: 65.92 }),
        model('d/none'),
        { id: 'e/absent', evalResults: undefined },
      ],
      0,
    );
    expect(cards.map(({ repo, scores, chips }) => [repo, scores, chips.map(({ name }) => name)])).toEqual([
      ['a/one', 4, ['MMLU-Pro', "Humanity's Last Exam", 'GSM8K']],
      ['b/two', 2, ['MMLU-Pro', "Humanity's Last Exam"]],
      ['c/three', 1, ['MMLU-Pro']],
    ]);
  });

  it('say the lowest and the highest of several reports, as written, and whether they conflict', () => {
    const [card] = cardChips([model('a/one', { ...gpqa, value: 80.1 }, { ...gpqa, value: 56.8, pullRequest: 4 })], 0);
    expect(card?.chips).toMatchObject([
      { name: 'GPQA diamond', values: ['56.8', '80.1'], standing: 'differs', reports: 2 },
    ]);
  });

  // openai/gpt-oss-20b as recorded on 2026-10-01: HLE 10.9 and 17.3 among its reports, each without a word on the setup.
  it('begin with a conflict, also where other benchmarks are more common: a narrow card has room for the first only', () => {
    const [card] = cardChips(
      [
        model(
          'a/one',
          { ...gpqa, value: 71.5 },
          { ...pro, value: 73.6 },
          { ...gsm, value: 90 },
          { ...hle, value: 4.2 },
          {
            ...hle,
            value: 17.3,
            pullRequest: 4,
          },
        ),
        model('b/two', { ...gpqa, value: 71.5 }, { ...pro, value: 73.6 }, { ...gsm, value: 90 }),
      ],
      0,
    );
    expect(card?.chips.map(({ name, standing }) => [name, standing])).toEqual([
      ["Humanity's Last Exam", 'differs'],
      ['GPQA diamond', 'single'],
      ['MMLU-Pro', 'single'],
    ]);
  });

  // meta-llama/Llama-3.3-70B-Instruct, as recorded, has fractions of a benchmark of nobody's list beside GPQA and MMLU-Pro.
  it('are not crowded out by doubts about benchmarks that the Hub does not rank', () => {
    const doubtful = { ...own, value: 0.4167 };
    const names = (...items: Item[]) => cardChips([model('a/one', ...items)], 0)[0]?.chips.map(({ name }) => name);
    expect(names(doubtful, { ...gpqa, value: 51.5 }, { ...pro, value: 65.92 }, { ...gsm, value: 94.8 })).toEqual(
      expect.arrayContaining(['GPQA diamond', 'MMLU-Pro', 'GSM8K']),
    );
    // Where there is room for it, it stands first.
    expect(names({ ...gpqa, value: 51.5 }, doubtful)).toEqual(['ask-my-agent-bench-2 fallback', 'GPQA diamond']);
  });

  it('name the task of a benchmark that nobody knows', () => {
    const [card] = cardChips([model('a/one', { ...own, value: 0.7 })], 0);
    expect(card?.chips[0]).toMatchObject({ name: 'ask-my-agent-bench-2 fallback', values: ['0.7'] });
  });

  it('leave out what cannot be read, and keep the rest', () => {
    const broken = { id: 'a/one', evalResults: [{ filename: 'x', error: '✖ Invalid input' }, 7, null] };
    expect(
      cardChips([broken, { id: 'b/two', evalResults: 'no list' }, model('c/x', { ...gsm, value: 1 })], 0),
    ).toHaveLength(1);
  });
});
