import { describe, expect, it } from 'vitest';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeGroup } from '../checks/index.ts';
import type { Score } from '../score.ts';
import { standingOf } from '../standing.ts';
import { isFromCard } from './from-card.ts';
import { unreported } from './unreported.ts';

const group = (scores: Score[]) => {
  const verdicts = judgeGroup(scores);
  return { ...on.hle, scores, verdicts, ...standingOf(scores, verdicts) };
};
const left = (...scores: Score[]) => unreported({ groups: [group(scores)] }).map(({ score }) => score.valueText);
const card = (value: string, row = '') => aCardScore({ ...on.hle, value, row });
const file = (value: string, notes?: string) => aScore({ ...on.hle, value, ...(notes && { notes }) });

describe('what the card states and nobody reports', () => {
  it('is all of it where no file speaks of the benchmark', () => {
    expect(left(card('30.1'), card('50.2', 'w/ tools'))).toEqual(['30.1', '50.2']);
  });

  it('is not what a file says too, nor what a file contradicts', () => {
    expect(left(file('30.1'), card('30.1'))).toEqual([]);
    expect(left(file('10.1'), card('30.1'))).toEqual([]);
  });

  it('is another setup than the one that is reported', () => {
    expect(left(file('30.1', 'no tools'), card('50.2', 'w/ tools'))).toEqual(['50.2']);
  });
});

it('is of the card alone only what no file says', () => {
  expect(isFromCard(card('1'))).toBe(true);
  expect(isFromCard(file('1'))).toBe(false);
  expect(isFromCard({ origins: [...card('1').origins, ...file('1').origins] })).toBe(false);
  expect(isFromCard({ origins: [] })).toBe(false);
});
