import { describe, expect, it } from 'vitest';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import type { Score } from '../score.ts';
import { standingOf } from '../standing.ts';
import { judgeGroup } from './index.ts';
import { judgeTwo } from './two.ts';

const repo = 'moonshotai/Kimi-K2.5';
const card = { url: `https://huggingface.co/${repo}`, name: 'Model Card' };
const summaryOf = (scores: Score[]) => {
  const { standing, summary } = standingOf(scores, judgeGroup(scores, { repo }));
  return `${standing}: ${words(summary)}`;
};

describe('a score of the card', () => {
  it('is agreed with by a file that names the card as its source', () => {
    const scores = [
      aScore({ value: '87.6', source: card }),
      aCardScore({ value: '87.6', row: 'GPQA-Diamond thinking' }),
    ];
    expect(summaryOf(scores)).toBe('agree: 87.6 agrees with the card');
    expect(judgeGroup(scores, { repo }).map(({ code, severity }) => [code, severity])).toEqual([['R1', 'none']]);
  });

  it('is agreed with after rounding, whichever stands first', () => {
    const [file, cell] = [aScore({ value: '87.63', source: card }), aCardScore({ value: '87.6' })];
    for (const scores of [
      [file, cell],
      [cell, file],
    ])
      expect(summaryOf(scores)).toBe('agree: 87.63 agrees with the card’s 87.6 after rounding');
  });

  it('needs no source of its own, and is no copy and no repeat', () => {
    const scores = [
      aScore({ value: '87.6', source: card }),
      aScore({ value: '87.6', source: card }),
      aCardScore({ value: '87.6' }),
    ];
    const verdicts = judgeGroup(scores, { repo });
    const ofCard = verdicts.filter(({ a, b }) => [a, b].includes(scores[2]?.id ?? ''));
    expect(ofCard.map(({ code }) => code)).toEqual(['R1', 'R1']);
    expect(ofCard.flatMap(({ secondary }) => secondary).filter((code) => /^P/.test(code))).toEqual([]);
    expect(judgeGroup([aCardScore({ value: '87.6' })], { repo })).toEqual([]);
  });

  // 75.80 and 80.2 of SWE-bench Verified on main of MiniMaxAI/MiniMax-M2.5, 80.2 on its card (2026-10-01).
  it('leaves the line to what the files say of one another', () => {
    const scores = [
      aScore({ ...on.verified, value: '75.80', source: { url: 'https://www.swebench.com/board' } }),
      aScore({ ...on.verified, value: '80.2', source: card }),
    ];
    expect(summaryOf([...scores, aCardScore({ ...on.verified, value: '80.2' })])).toBe(summaryOf(scores));
    expect(summaryOf(scores)).toContain('75.80');
  });

  it('differs from a file beyond noise as any other does', () => {
    expect(judgeTwo(aScore({ value: '60.0', source: card }), aCardScore({ value: '87.6' }), { repo })).toMatchObject({
      severity: 'warning',
      comparable: true,
    });
  });

  // HLE 30.1 and 50.2 on https://huggingface.co/moonshotai/Kimi-K2.5 (2026-10-01).
  it('says by its silence how it differs from another of the same card', () => {
    const [bare, tools] = [
      aCardScore({ ...on.hle, value: '30.1', row: 'HLE-Full' }),
      aCardScore({ ...on.hle, value: '50.2', row: 'HLE-Full (w/ tools)' }),
    ];
    expect(judgeTwo(bare, tools, { repo })).toMatchObject({ code: 'V1', comparable: false });
    const file = aScore({ ...on.hle, value: '30.1', notes: 'hle-full', source: card });
    expect(judgeTwo(file, tools, { repo })).toMatchObject({ code: 'V1', comparable: true, severity: 'warning' });
  });

  it('and the same figure elsewhere on the card say one thing', () => {
    const [table, index] = [aCardScore({ value: '59.1' }), aCardScore({ value: '59.1', row: 'w/ tools' })];
    expect(summaryOf([table, index])).toBe('agree: Both say 59.1');
  });
});
