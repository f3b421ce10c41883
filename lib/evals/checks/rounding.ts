import { type Check, RANK } from './pair.ts';

/** R1: the same number as far as the digits tell (formula 6). */
export const rounding: Check = {
  codes: ['R1'],
  pair({ a, b, equal }) {
    if (!equal) return undefined;
    const [x, y] = [a.score.valueText, b.score.valueText];
    return {
      code: 'R1',
      severity: 'none',
      comparable: true,
      rank: RANK.rounding,
      message: () => (x === y ? { key: 'verdictSame', args: [x] } : { key: 'verdictEqual', args: [x, y] }),
    };
  },
};
