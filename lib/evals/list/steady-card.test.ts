import { describe, expect, it } from 'vitest';
import { cardChips } from './card-chips.ts';
import type { CardScores } from './list.ts';
import { steadyCard } from './steady-card.ts';

const gpqa = 'Idavidrein/gpqa diamond';
const pro = 'TIGER-Lab/MMLU-Pro mmlu_pro';
const gsm = 'openai/gsm8k gsm8k';
const hle = 'cais/hle hle';

/** `GET /api/models?…&expand[]=evalResults` of models with these values. */
function cards(models: Record<string, Record<string, number>>): CardScores[] {
  const listed = Object.entries(models).map(([id, values]) => ({
    id,
    evalResults: Object.entries(values).map(([key, value]) => {
      const [dataset, task] = key.split(' ');
      return {
        filename: '.eval_results/r.yaml',
        verified: false,
        data: { dataset: { id: dataset, task_id: task }, value, date: '2026-04-16' },
      };
    }),
  }));
  return cardChips(listed, 0);
}

const own = { [gpqa]: 71.5, [pro]: 73.6, [gsm]: 90, [hle]: 10.9 };

describe('a card of which a second list speaks', () => {
  const [first] = cards({ 'a/one': own, 'b/two': { [gpqa]: 60, [pro]: 60, [gsm]: 60 } });
  const [second] = cards({ 'a/one': own, 'b/two': { [hle]: 20 }, 'c/three': { [hle]: 25 } });

  it('keeps its chips, though others are common in the second list', () => {
    if (!first || !second) throw new Error('there are no cards');
    expect(second.chips[0]?.dataset).toBe('cais/hle');
    expect(steadyCard(first, second)).toBe(first);
    expect(steadyCard(undefined, second)).toBe(second);
  });

  it('changes with a value or a report that is new', () => {
    const [changed] = cards({ 'a/one': { ...own, [gpqa]: 72 } });
    const [more] = cards({ 'a/one': { ...own, 'MMMU/MMMU_Pro mmmu_pro_vision': 60 } });
    if (!first || !changed || !more) throw new Error('there are no cards');
    expect(steadyCard(first, changed)).toBe(changed);
    expect(steadyCard(first, more)).toBe(more);
  });
});
