import { type Check, RANK } from './pair.ts';

/** R1: the same number as far as the digits tell (formula 6). */
export const rounding: Check = {
  codes: ['R1'],
  pair({ a, b, equal }) {
    if (!equal) return undefined;
    const [x, y] = [a.score.valueText, b.score.valueText];
    const card = a.fromCard === b.fromCard ? undefined : a.fromCard ? { said: y, card: x } : { said: x, card: y };
    return {
      code: 'R1',
      severity: 'none',
      comparable: true,
      rank: RANK.rounding,
      message: () => {
        if (x === y) return { key: card ? 'verdictSameCard' : 'verdictSame', args: [x] };
        return card ? { key: 'verdictEqualCard', args: [card.said, card.card] } : { key: 'verdictEqual', args: [x, y] };
      },
    };
  },
};
